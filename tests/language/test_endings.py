"""Endings are compared as they are written; adjectives may be compared without theirs."""

import pytest

from lagebild.language.endings import ends_in, without_ending


def test_a_word_ends_as_one_of_the_list_does() -> None:
    assert ends_in("hafenamt", frozenset(("amt", "behörde")))
    assert not ends_in("hafen", frozenset(("amt", "behörde")))


@pytest.mark.parametrize("form", ["starke", "starken", "starkem", "starkes", "stark"])
def test_every_form_of_an_adjective_has_the_same_beginning(form: str) -> None:
    assert without_ending(form) == "stark"
