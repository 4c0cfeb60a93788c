"""Noun phrases: golden/phrases.txt says of each text which it has, and how far the whole phrase goes."""

import pytest

from lagebild.analysis.phrases import full_phrase
from lagebild.model.analysis import DATIVE, GENITIVE
from tests.analysis.golden import pairs, parsed, phrases_shown

PAIRS = list(pairs("phrases.txt"))


@pytest.mark.parametrize(("text", "expected"), PAIRS, ids=[text for text, _ in PAIRS])
def test_a_text_has_the_phrases_of_its_pair(text: str, expected: list[str]) -> None:
    assert phrases_shown(parsed(text)) == expected


def test_all_words_of_a_phrase_tell_its_case() -> None:
    analysis = parsed("Er dankte der neuen Ministerin.")
    assert analysis.phrases[-1].agreement & (DATIVE | GENITIVE) == analysis.phrases[-1].agreement


def test_a_preposition_is_noted_but_is_no_part() -> None:
    analysis = parsed("Sie sprach mit rund 50 Bauern.")
    phrase = analysis.phrases[-1]
    assert phrase.preposition is not None
    assert analysis.tokens[phrase.preposition].text == "mit"
    assert analysis.words(phrase.first, phrase.last) == "50 Bauern"


def test_what_follows_and_is_left_out_where_nobody_wants_it() -> None:
    analysis = parsed("Polen, Ungarn und Tschechien lehnten die Quote ab.")
    assert analysis.words(*full_phrase(analysis, 0, coordinated=False)) == "Polen"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Sein Vorwurf, das Gericht sei parteiisch, kam an.", "Sein Vorwurf"),
        ("Während die Ministerin, Ada Lund, das Gesetz lobte, schwieg er.", "die Ministerin, Ada Lund"),
        ("Holm, 45, sprach.", "Holm"),
        ("Der Mann, der das sah, sprach.", "Der Mann"),
        ("Der Trainer gab das Ziel wie ein Feldherr aus.", "Der Trainer"),
    ],
)
def test_a_phrase_ends_before_a_clause_an_age_or_a_comparison(text: str, whole: str) -> None:
    analysis = parsed(text)
    assert whole in [analysis.words(*full_phrase(analysis, k)) for k in range(len(analysis.phrases))]
