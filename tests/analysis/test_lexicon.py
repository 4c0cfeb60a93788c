"""The lexicon: what a word may be, listed, derived or guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.analysis.lexicon import lexicon
from lagebild.analysis.possibility import agreement_mask
from lagebild.language.load import Language
from lagebild.model.analysis import ANY

WORDS = lexicon(Language("de"))


def tags(word: str) -> set[str]:
    return {possibility.tag for possibility in WORDS.entry(word).possibilities}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        (",", {"$,"}),
        ("!", {"$."}),
        ("»", {"$("}),
        ("10.000", {"CARD"}),
        ("3,5", {"CARD"}),
        ("1990er", {"ADJA"}),
        ("Ein-", {"TRUNC"}),
        ("unter", {"APPR", "PTKVZ", "ADV"}),
        ("vorgeworfenen", {"ADJA"}),
        ("sicherheitspolitischen", {"ADJA"}),
        ("abzuhören", {"VVIZU"}),
    ],
)
def test_words_have_all_their_tags_and_no_others(word: str, expected: set[str]) -> None:
    assert tags(word) == expected


@pytest.mark.parametrize(("word", "present"), [("müßte", "müssen"), ("grösste", "groß"), ("ausserdem", "außerdem")])
def test_old_and_swiss_spellings_are_understood(word: str, present: str) -> None:
    assert present in {possibility.lemma for possibility in WORDS.entry(word).possibilities}


def test_both_ends_of_the_table_are_found() -> None:
    assert WORDS.listed("Aachen")
    assert WORDS.listed("übrig")
    assert not WORDS.listed("Aaaaaa")
    assert not WORDS.listed("zzzzzz")


def test_a_star_is_any_agreement() -> None:
    assert agreement_mask("*") == ANY
    assert agreement_mask("") == 0


@given(st.text(min_size=1, max_size=20))
def test_every_word_has_a_possibility(word: str) -> None:
    assert WORDS.entry(word).possibilities
