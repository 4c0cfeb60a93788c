"""Tells nouns for persons from nouns for things: persons have a feminine ("Winzer", "Winzerin"), things have none."""

from collections.abc import Iterator
from functools import lru_cache

from lagebild.analysis.lexicon import Feminine, Lexicon
from lagebild.model.analysis import FEMININE


@lru_cache(maxsize=65536)
def person_gender(words: Lexicon, noun: str) -> str | None:
    """ "m" or "f" where the noun's base form names a person, None where it does not or nothing is known.

    Of a compound the head decides, which has four letters at least.
    """
    for head in words.heads(noun):
        if _is_noun(words, head):
            return _gender_of_head(words, head)
    return None


@lru_cache(maxsize=65536)
def _gender_of_head(words: Lexicon, head: str) -> str | None:
    """The same of a listed noun, which many compounds share."""
    found = next(possibility for possibility in words.listed(head) if possibility.tag == "NN")
    if head.endswith(words.feminine.ending) and not found.agreement & ~FEMININE:
        return "f" if any(_is_noun(words, male) for male in _males(head, words.feminine)) else None
    return "m" if any(_is_noun(words, female) for female in _females(head, words.feminine)) else None


def _is_noun(words: Lexicon, word: str) -> bool:
    found = words.listed(word)
    return bool(found) and any(possibility.tag == "NN" for possibility in found)


def _females(male: str, feminine: Feminine) -> Iterator[str]:
    """The feminines that the noun may have, with the vowel changed or not."""
    stem = male.removesuffix(feminine.lost)
    yield stem + feminine.ending
    for plain, changed in feminine.vowels:
        before, vowel, after = stem.lower().rpartition(plain)
        if vowel:
            female = before + changed + after + feminine.ending
            yield female[0].upper() + female[1:]


def _males(female: str, feminine: Feminine) -> Iterator[str]:
    """The nouns that may have this feminine."""
    stem = female.removesuffix(feminine.ending)
    yield from (stem, stem + feminine.lost)
    for plain, changed in feminine.vowels:
        before, vowel, after = stem.lower().rpartition(changed)
        if vowel:
            male = before + plain + after
            yield from (male[0].upper() + male[1:], male[0].upper() + male[1:] + feminine.lost)
