"""Whether a word ends as one of a word list does, and an adjective without its own ending."""

import pytest

from lagebild.language.endings import ends_in, without_ending


def test_a_word_ends_in_an_ending_of_the_list_as_it_is_written() -> None:
    assert ends_in("Werftbericht", frozenset(("bericht", "papier")))
    assert not ends_in("Berichte", frozenset(("bericht", "papier")))
    assert not ends_in("Werftbericht", frozenset(("Bericht",)))


def test_no_word_ends_in_an_empty_list() -> None:
    assert not ends_in("Bericht", frozenset())


@pytest.mark.parametrize("form", ["starke", "starken", "starkem", "starkes", "stark"])
def test_every_form_of_an_adjective_has_the_same_beginning(form: str) -> None:
    assert without_ending(form) == "stark"
