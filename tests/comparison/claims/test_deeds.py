"""Which deeds a piece of a report tells in the first place."""

import re

import pytest

from lagebild.comparison.claims.concepts import parts_of
from lagebild.comparison.claims.deeds import attributes, going_on, main_deeds, without_moods
from lagebild.comparison.claims.forms import is_infinitive_clause
from lagebild.comparison.claims.gather import claims_of
from lagebild.comparison.claims.tellings import told_in
from tests.comparison.claims.reports import GERMAN, held


def deeds(text: str) -> frozenset[str]:
    """The main deeds of a sentence whose clauses end at commas."""
    clauses = [re.findall(r"\w+", clause) for clause in text.split(",")]
    words = [word for clause in clauses for word in clause]
    named = [(word, item) for word in words for part in parts_of(word, GERMAN) for item in part]
    return main_deeds(without_moods(named, GERMAN), words, clauses, attributes(words, GERMAN), GERMAN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Wirt half ihnen, das Boot zu verkaufen", {"SUPPORT"}),
        ("Er begann, das Boot zu verkaufen", {"SELL"}),
        ("Sollten sie das Boot verkaufen, wäre das ein Verstoß", {"BREACH"}),
        ("Die Werft liefert, was sie versprach", {"DELIVER", "PROMISE"}),
        ("Die Werft will den Verkauf vorbereiten", {"PREPARE", "SELL"}),
        ("Es gibt Anzeichen für einen Angriff", {"ATTACK"}),
        ("Bisher wurden 900 Kinder geimpft", {"VACCINE"}),
        ("Die Impfung ist umsonst", set()),
    ],
)
def test_the_governing_clause_tells_the_deed_where_it_has_one(text: str, expected: set[str]) -> None:
    assert deeds(text) == expected


def test_a_noun_behind_a_verb_of_being_tells_its_deed_as_a_verb_would() -> None:
    assert going_on(["Die", "Fischer", "befinden", "sich", "in", "der", "Ausbildung"], GERMAN) == {"Ausbildung"}
    assert not going_on(["Der", "Minister", "lobte", "die", "Ausbildung"], GERMAN)


def test_a_clause_with_an_infinitive_has_no_finite_verb() -> None:
    assert is_infinitive_clause(["das", "Boot", "zu", "heben"], GERMAN)
    assert is_infinitive_clause(["das", "Boot", "aufzugeben"], GERMAN)
    assert not is_infinitive_clause(["die", "das", "Boot", "zu", "heben", "versuchten"], GERMAN)
    assert not is_infinitive_clause(["zu", "Hause", "und", "im", "Hafen"], GERMAN)


def test_to_prepare_the_sending_of_forces_and_to_be_about_to_send_them_are_one_matter() -> None:
    reports = (
        ("2031-03-03", "Kasachstan bereitet die Entsendung weiterer Soldaten nach Tadschikistan vor."),
        ("2031-03-04", "Kasachstan will weitere Soldaten nach Tadschikistan schicken."),
    )
    found = claims_of([held(str(at), day, "Bergbote", text) for at, (day, text) in enumerate(reports)], GERMAN)
    assert any(len({one.document for one in claim.tellings}) == 2 for claim in found)


def test_forces_that_are_made_ready_are_to_be_sent_and_a_part_of_them_is_a_matter_of_its_own() -> None:
    text = "Kasachstan bereitet weitere Truppen vor. Es habe 900 Soldaten nach Oslo verlegt, darunter 50 Offiziere."
    ready, sent, *rest = (one.matter for one in told_in(held("a", "2031-03-03", "Bergbote", text), GERMAN))
    assert ("SEND" in ready.main, "planned" in ready.moods) == (True, True)
    assert ("SEND" in sent.main, "planned" in sent.moods) == (True, False)
    assert rest
    assert all("SEND" not in one.main for one in rest)


def test_whose_people_they_are_is_not_told_by_what_only_sounds_like_forces() -> None:
    text = "Der usbekische Militärgeheimdienst sieht Soldaten am Pandsch. Die kasachischen Soldaten graben dort."
    owners = [one.matter.owners for one in told_in(held("a", "2031-03-03", "Bergbote", text), GERMAN)]
    assert owners[-1] == {"KAZ"}
    assert "UZB" not in owners[0]
