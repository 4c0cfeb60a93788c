"""The words by which tellings are shown stand by themselves."""

import pytest

from lagebild.comparison.claims.tellings import told_in
from lagebild.comparison.claims.wording import closed
from lagebild.model.claim import Stance
from lagebild.model.span import Span
from tests.comparison.claims.reports import GERMAN, held


def told(text: str) -> list[str]:
    """The words of all tellings of a report."""
    return [item.telling.words for item in told_in(held("1", "2031-03-03", "Bergbote", text), GERMAN)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Die Reederei Seeblick bestätigte den Verkauf der Fähre.",
            "Die Reederei Seeblick bestätigte den Verkauf der Fähre",
        ),
        (
            "Der Bürgermeister kündigte an, gegen den Bescheid Einspruch einzulegen.",
            "Der Bürgermeister kündigte an, gegen den Bescheid Einspruch einzulegen",
        ),
        (
            "Die Polizei teilte mit, dass drei Boote gesunken seien.",
            "Die Polizei teilte mit, dass drei Boote gesunken seien",
        ),
        (
            "Nach Angaben der Feuerwehr erlitten sieben Menschen Verletzungen.",
            "Nach Angaben der Feuerwehr erlitten sieben Menschen Verletzungen",
        ),
    ],
)
def test_what_is_no_sentence_without_its_speaker_is_shown_with_it(text: str, words: str) -> None:
    assert words in told(text)


def test_a_clause_behind_and_is_shown_with_its_subject() -> None:
    found = told("Der Hafenmeister sperrte die Mole und rief die Küstenwache.")
    assert "Der Hafenmeister … rief die Küstenwache" in found


def test_a_reason_is_shown_with_what_it_is_the_reason_of() -> None:
    found = told("Die Brücke ist gesperrt, weil der Fluss über die Ufer steigt.")
    assert "Die Brücke ist gesperrt, weil der Fluss über die Ufer steigt" in found


def test_no_telling_begins_with_a_word_that_joins() -> None:
    text = "Der Fluss steigt und die Brücke wird gesperrt, aber der Zug fährt noch. Und im Tal fällt Schnee."
    assert not [words for words in told(text) if words.split()[0] in {"und", "aber"}]


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("Er kam „sehr spät“ an.", Span(0, 17), "Er kam „sehr spät“"),
        ("„Sehr spät“ kam er.", Span(1, 18), "„Sehr spät“ kam er"),
        ('Er kam "sehr spät" an.', Span(0, 17), 'Er kam "sehr spät"'),
        ("Er kam spät an.", Span(0, 14), "Er kam spät an"),
    ],
)
def test_a_quotation_mark_at_the_end_is_not_cut_off(text: str, span: Span, expected: str) -> None:
    assert closed(text, span, Span(0, len(text))).of(text) == expected


def test_every_telling_of_a_document_has_a_place_of_its_own() -> None:
    text = "Der Hafenmeister sperrte die Mole und rief die Küstenwache. Sie barg zwei Boote, weil Sturm drohte."
    found = told_in(held("1", "2031-03-03", "Bergbote", text), GERMAN)
    assert len({item.telling.ref for item in found}) == len(found) > 2


def test_what_is_asked_is_not_asserted() -> None:
    found = told_in(held("1", "2031-03-03", "Bergbote", "Steigt der Fluss weiter? Der Fluss steigt weiter."), GERMAN)
    assert [item.telling.stance for item in found] == [Stance.DOUBTS, Stance.ASSERTS]


def test_what_an_outlet_says_to_its_readers_is_no_telling() -> None:
    assert told("Klicke hier für den Newsletter der Woche. Der Fluss steigt weiter.") == ["Der Fluss steigt weiter"]


def test_a_part_that_is_singled_out_is_told_apart() -> None:
    found = told("In Bergdorf wurden 90 Häuser zerstört, 40 davon am Bach.")
    assert found == ["In Bergdorf wurden 90 Häuser zerstört", "40 davon am Bach"]
