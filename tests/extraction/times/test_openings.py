"""Openings: whatever an expression matches begins with one of its letters."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.extraction.times.openings import DIGIT, opening, openings
from lagebild.extraction.times.pattern import RULES
from lagebild.extraction.times.words import words_of
from lagebild.language.load import Language

GERMAN = Language("de")


@pytest.mark.parametrize(
    ("expression", "letters"),
    [
        ("Montags?", "M"),
        ("[Mm]ai|Juni", "MmJ"),
        ("(?:ein|zwei)?jährig", "ezj"),
        (r"(?<=am )(?P<day>\d{1,2})\.", DIGIT),
        (r"\b[1-9]er", DIGIT + "-"),
        ("(?!der )(der |die )?Tag", "dT"),
        (r"\(ab", "("),
        ("(a|b{2})c", "ab"),
        ("{month:m} 2014|heute", "JFh"),
    ],
)
def test_an_expression_says_how_its_matches_begin(expression: str, letters: str) -> None:
    assert openings(expression, {"month": frozenset("JF")}) == frozenset(letters)


@pytest.mark.parametrize("expression", [".a", r"\wa", "[^a]b", "a?", "(?i:a)", "(a|)", "{unknown} Tag", r"\u00a0"])
def test_nothing_is_said_where_it_is_not_known(expression: str) -> None:
    assert openings(expression) is None


PIECES = st.sampled_from(("a", "b?", "[ab]", "(?:a|bc)?", "(?=c)", r"\d", "(b|c{2})", "c{0,2}", "a+"))


@given(st.lists(PIECES, min_size=1, max_size=4).map("".join), st.text("abc1", min_size=1, max_size=5))
def test_what_matches_begins_with_one_of_the_letters(expression: str, text: str) -> None:
    letters = openings(expression)
    if letters is not None and opening(text[0]) not in letters:
        assert re.match(expression, text) is None


def test_it_is_known_how_each_rule_begins() -> None:
    tables = words_of(GERMAN).openings
    assert [rule["name"] for rule in GERMAN.rules(RULES)["rule"] if openings(rule["pattern"], tables) is None] == []
