"""Where clauses begin, and which words are their subject."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.comparison.claims.clauses import clauses_in, depends, has_verb, is_main, subject_of
from lagebild.model.span import Span
from tests.comparison.claims.reports import GERMAN


def whole(text: str) -> Span:
    return Span(0, len(text))


def parts(text: str) -> list[str]:
    """The text cut where clauses begin."""
    cuts = [0, *sorted(set(clauses_in(text, whole(text), GERMAN))), len(text)]
    return [text[start:end].strip(" ,;") for start, end in pairwise(cuts)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Wirt geht, die Küche bleibt offen", ["Der Wirt geht", "die Küche bleibt offen"]),
        ("Elf Kühe waren krank, zwei überlebten das nicht", ["Elf Kühe waren krank", "zwei überlebten das nicht"]),
        ("Der Wirt, der gestern kam, schließt sein Haus", ["Der Wirt, der gestern kam, schließt sein Haus"]),
        ("Sie wollen Wege bauen, die Brücke sperren", ["Sie wollen Wege bauen, die Brücke sperren"]),
        ("Hätte er gefragt, wäre das Boot noch da", ["Hätte er gefragt, wäre das Boot noch da"]),
        ("Die Brücke ist gesperrt, weil der Fluss steigt", ["Die Brücke ist gesperrt", "weil der Fluss steigt"]),
    ],
)  # fmt: skip
def test_main_clauses_side_by_side_are_cut_and_others_are_not(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize("text", ["das Boot zu heben", "das Boot gehoben zu haben", "die Hebung des Bootes"])
def test_an_infinitive_is_no_finite_verb(text: str) -> None:
    assert not has_verb(text, whole(text), GERMAN)


def test_a_relative_clause_depends_and_a_main_clause_does_not() -> None:
    for text, dependent in (
        ("die das Boot gehoben haben", True), ("dass das Boot sank", True), ("um das Boot zu heben", True),
        ("die Fischer hoben das Boot", False),
    ):  # fmt: skip
        assert depends(text, whole(text), GERMAN) is dependent, text
    assert is_main("Am Abend hoben sie das Boot", Span(0, 27), GERMAN)


@pytest.mark.parametrize(
    ("clause", "other", "subject"),
    [
        ("Der Hafenmeister sperrte die Mole", "rief die Küstenwache", "Der Hafenmeister"),
        ("Am Abend sperrte der Hafenmeister die Mole", "rief Hilfe", "der Hafenmeister"),
        ("Damit verdient Seeblick viel Geld", "kann mehr Boote kaufen", "Seeblick"),
        ("Im Mai kam der Erfolg", "soll im Herbst der Aufstieg folgen", None),
        ("Die Forderung wies die Gemeinde zurück", "kündigte Klage an", None),
        ("Den Antrag lehnte der Rat ab", "kündigte Klage an", None),
        ("Die Anträge wies sie zurück", "kündigte Klage an", None),
        ("Im Gegenzug lieferte Oslo Bergdorf Bagger", "half dem Ort beim Bauen", None),
        ("Im Gegenzug lieferte Solberg Oslo Bagger", "half dem Ort beim Bauen", "Solberg"),
    ],
)
def test_a_subject_is_given_only_where_it_is_sure(clause: str, other: str, subject: str | None) -> None:
    text = f"{clause} und {other}"
    found = subject_of(text, whole(clause), Span(len(clause) + 5, len(text)), GERMAN)
    assert (found.of(text) if found else None) == subject


@given(st.lists(st.sampled_from(["der", "Wirt", "geht", ",", "und", "die", "Küche", "bleibt", "weil", "zu", ";", "–"])))
def test_cuts_lie_inside_whatever_the_words_are(words: list[str]) -> None:
    text = " ".join(words).replace(" ,", ",")
    assert all(0 <= cut < len(text) for cut in clauses_in(text, whole(text), GERMAN))
