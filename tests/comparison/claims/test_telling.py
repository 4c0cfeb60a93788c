"""Which matter a piece of a report is of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.comparison.claims.gather import claims_of
from lagebild.comparison.claims.tellings import free_place, told_in
from lagebild.model.claim import Claim
from tests.comparison.claims.reports import GERMAN, held


def claims(*reports: tuple[str, str]) -> tuple[Claim, ...]:
    """Claims of reports, each with its day."""
    return claims_of([held(str(at), day, "Bergbote", text) for at, (day, text) in enumerate(reports)], GERMAN)


def together(found: tuple[Claim, ...], one: str, other: str) -> bool:
    """Whether words and other words are told in one claim."""
    return any(
        any(one in telling.words for telling in claim.tellings) and any(other in item.words for item in claim.tellings)
        for claim in found
    )


SENT = "Kasachstan hat 800 Soldaten nach Tadschikistan geschickt."


def test_a_denial_of_reports_is_of_the_matter_that_they_are_about() -> None:
    found = claims(("2031-03-03", f"{SENT} Die Regierung in Astana wies entsprechende Berichte als Gerüchte zurück."))
    assert together(found, "800 Soldaten", "Berichte")


def test_other_words_for_one_deed_of_the_same_people_are_one_matter() -> None:
    found = claims(("2031-03-03", SENT), ("2031-03-05", "Rund 900 kasachische Kämpfer sind in Tadschikistan."))
    assert together(found, "800 Soldaten", "900 kasachische")


def test_what_is_planned_and_what_was_done_are_two_matters() -> None:
    found = claims(
        ("2031-03-03", SENT), ("2031-03-04", "Kasachstan will weitere Soldaten nach Tadschikistan schicken.")
    )
    assert not together(found, "800 Soldaten", "weitere Soldaten")


def test_losses_of_a_week_and_losses_so_far_are_two_matters() -> None:
    found = claims(
        ("2031-03-03", "In einer Woche wurden 50 kasachische Soldaten getötet."),
        ("2031-03-04", "Bisher wurden 700 kasachische Soldaten getötet."),
    )
    assert not together(found, "In einer Woche", "Bisher")


def test_the_words_of_a_copy_are_always_one_matter() -> None:
    words = "Der Bürgermeister von Bergdorf eröffnete gestern die neue Halle am Bach."
    found = claims(("2031-03-03", words), ("2031-03-03", f"Es regnete in Astana. {words}"))
    assert all(len({telling.document for telling in claim.tellings}) == 2 for claim in found if "Halle" in claim.gloss)


def test_what_names_neither_state_nor_body_is_told_too() -> None:
    found = claims(("2031-03-03", "In der Fabrik brach am Morgen Feuer aus. Drei Arbeiter wurden verletzt."))
    told = [telling.words for claim in found for telling in claim.tellings]
    assert sorted(told) == ["Drei Arbeiter wurden verletzt", "In der Fabrik brach am Morgen Feuer aus"]


def test_each_telling_has_a_name_of_its_own_where_several_are_shown_with_one_subject() -> None:
    text = (
        "Der Minister begrüßte gestern den Bericht, lobte die Behörde in Bergdorf, kritisierte die Opposition und "
        "kündigte eine Prüfung an. Der Minister sagte, er habe den Vertrag gelesen, habe ihn unterschrieben und habe "
        "die Fabrik besucht."
    )
    told = told_in(held("1", "2031-03-03", "Bergbote", text), GERMAN)
    assert len({item.telling.ref for item in told}) == len(told) > 3


@given(st.sets(st.integers(0, 40)), st.integers(0, 40))
def test_a_free_place_is_taken_by_nobody_and_not_before_its_own(begun: set[int], start: int) -> None:
    assert (place := free_place(start, begun)) >= start
    assert place not in begun


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        ("Die kasachischen Verluste bezifferte er auf 300 Tote.", {"KAZ"}),
        ("Die kasachischen Soldaten kämpfen in den Bergen.", {"KAZ"}),
        ("An der Seite der kasachischen Armee kämpfen Freiwillige.", set()),
    ],
)
def test_an_adjective_says_whose_losses_they_are_but_not_whose_are_at_somebodys_side(
    sentence: str, states: set[str]
) -> None:
    told = told_in(held("o", "2031-03-05", "Bote", sentence), GERMAN)
    assert {state for item in told for state in item.matter.owners} == states
