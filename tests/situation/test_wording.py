"""Two wordings speak of one thing where they share a noun."""

import pytest

from lagebild.situation.wording import hands_over, nouns_of, same_matter


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Truppen und Waffen", "die Entsendung von Soldaten", True),
        ("Elitekämpfer", "rund 1.500 Spezialkräfte", True),
        ("Öl", "Öl und Kohle", True),
        ("Raketen", "Getreide", False),
        ("an Nordkorea", "nach Nordkorea", False),
        ("die UN-Sanktionen", "Sanktionen", True),
    ],
)
def test_what_is_given_is_one_by_its_nouns(one: str, other: str, same: bool) -> None:
    assert same_matter(nouns_of(one), nouns_of(other)) is same


def test_a_language_without_tables_has_its_capitals() -> None:
    assert nouns_of("Oil and Grain", "xx") == {"oil", "grain"}


def test_only_some_words_hand_over() -> None:
    assert hands_over("liefern", "de")
    assert not hands_over("loben", "de")
    assert not hands_over("deliver", "xx")
