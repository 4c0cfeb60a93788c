"""Forms: a word belongs to them exactly if one of them matches it as a whole."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.extraction.times.forms import Forms

FORMS = ("Montag", "Montags?", "[Mm]orgen", r"\d{1,2}er", "(?:ein|zwei)tägig", "Tage?s?", "J?ahr")


@given(st.lists(st.sampled_from(FORMS)), st.text("MontagsTeJhr12ä", max_size=8))
def test_a_word_belongs_to_the_forms_that_match_it_whole(forms: list[str], word: str) -> None:
    assert (word in Forms(forms)) == any(re.fullmatch(form, word) for form in forms)


@pytest.mark.parametrize("word", ["Montag", "Montags", "morgen", "12er", "zweitägig", "Tages", "ahr"])
def test_plain_forms_and_expressions_are_both_found(word: str) -> None:
    assert word in Forms(FORMS)
    assert f"{word}x" not in Forms(FORMS)
