"""Given names: those of the table, and two of them that a hyphen joins."""

import pytest

from lagebild.language.given_names import given_names
from lagebild.language.load import Language

NAMES = given_names(Language("de"))


@pytest.mark.parametrize(("name", "gender"), [("Ute", "f"), ("Karl", "m"), ("Karl-Heinz", "m"), ("Eva-Maria", "f")])
def test_a_given_name_tells_whose_it_is(name: str, gender: str) -> None:
    assert NAMES[name] == gender


@pytest.mark.parametrize("word", ["Damm", "Karl-Damm", "Damm-Karl", "Karl-", "-", ""])
def test_what_is_not_listed_in_all_its_parts_is_none(word: str) -> None:
    assert word not in NAMES
    assert NAMES.get(word) is None


def test_among_many_words_a_given_name_is_found_as_by_asking_for_each() -> None:
    for words in (["der", "Karl"], ["Karl-Heinz"], ["Karl-Damm"], ["-"], []):
        assert NAMES.among(words) == any(word in NAMES for word in words)
