"""Words of a text: where they stand and what stands between them, as an expression would find them one by one."""

import re

from hypothesis import given
from hypothesis import strategies as st

from lagebild.extraction.text_words import words_in


@given(st.text(alphabet="aZä1_½ .,-\n\u00a0„“"))
def test_words_are_the_runs_of_letters_and_digits(text: str) -> None:
    found = words_in(text)
    runs = list(re.finditer(r"\w+", text))
    assert found.words == [run.group() for run in runs]
    assert found.starts == [run.start() for run in runs]
    assert len(found.between) == len(runs)


@given(st.text(alphabet="aZä1_½ .,-\n\u00a0„“"))
def test_what_stands_between_two_words_is_what_the_text_has_there(text: str) -> None:
    words, starts, between = words_in(text)
    for place in range(1, len(words)):
        assert between[place] == text[starts[place - 1] + len(words[place - 1]) : starts[place]]
