"""A word of several meanings is taken for the one that fits what its text is of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.comparison.claims.concepts import senses_of
from lagebild.comparison.claims.fields import Fields
from tests.comparison.claims.reports import GERMAN

COURT = "Das Gericht sprach ihn schuldig, sein Anwalt legt Berufung ein. Die Richterin nannte die Beweise erdrückend"
PRISON = "Der Gefangene wurde nach zwei Jahren Haft begnadigt, er kam aus dem Gefängnis, die Geisel kehrte heim"
SHARES = "An der Börse fiel der Kurs der Aktie, Anleger verkauften, der Index und die Dividende sanken"
WORKS = "Im Betrieb streiken die Beschäftigten, die Gewerkschaft verlangt höhere Löhne vom Arbeitgeber"


def taken(word: str, text: str) -> str:
    """What the word is taken for first in the text."""
    part = next(part for part in senses_of(word, GERMAN).parts if len(part) > 1)
    words = [one.strip(".,") for one in text.split()]
    return Fields([*words, word], GERMAN).fitting(word, part, frozenset()).name


@pytest.mark.parametrize(
    ("word", "text", "meaning"),
    [
        ("entlassen", PRISON, "RELEASE"),
        ("entlassen", WORKS, "FIRE STAFF"),
        ("verurteilt", COURT, "CONVICT"),
        ("Papiere", SHARES, "SHARE"),
        ("Papiere", PRISON, "DOCUMENT"),
    ],
)
def test_what_is_strange_to_a_text_gives_way_to_what_is_at_home_there(word: str, text: str, meaning: str) -> None:
    assert taken(word, text) == meaning


def test_a_word_keeps_its_usual_meaning_where_nothing_else_tells() -> None:
    assert taken("entlassen", "Morgen wird es wärmer") == "FIRE STAFF"


def test_meanings_that_say_nearly_the_same_are_not_taken_for_each_other() -> None:
    assert taken("Lohn", WORKS) == taken("Lohn", "Morgen wird es wärmer")


@given(st.permutations(PRISON.split()))
def test_what_a_word_is_taken_for_does_not_hang_on_the_order_of_the_text(words: list[str]) -> None:
    assert taken("entlassen", " ".join(words)) == "RELEASE"
