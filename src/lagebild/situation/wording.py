"""Wording: whether two pieces of text speak of the same thing, by the stems of their nouns."""

from collections.abc import Iterable
from functools import lru_cache

from lagebild.language.search import folded, stem, words_in
from lagebild.language.words import word_lists
from lagebild.situation.tables import language_of

_LEAST = 2


def same_matter(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether they share a noun."""
    return not set(one).isdisjoint(other)


@lru_cache(maxsize=65_536)
def nouns_of(words: str, language: str = "de") -> frozenset[str]:
    """The stems of the words that begin with a capital or hold a figure's unit; all words for soldiers are one stem.

    Names of states and their adjectives are not among them: they say whose a thing is, not what.
    """
    found = set()
    for word in words_in(words):
        written = words[word.start : word.stop]
        if word.joined or len(written) < _LEAST or not written[0].isupper():
            continue
        if word.folded in _state_names(language):
            continue
        found.add(_FORCES if _are_forces(word.folded, language) else stem(word.folded, language))
    return frozenset(found)


@lru_cache(maxsize=4_096)
def hands_over(lexeme: str, language: str) -> bool:
    """Whether the word for an event is one for handing something over, and not only for some help."""
    tables = language_of(language)
    return tables is not None and lexeme in word_lists(tables, "situations")["handing"]


_FORCES = "*forces"


@lru_cache(maxsize=65_536)
def _are_forces(word: str, language: str) -> bool:
    whole, ends = _force_words(language)
    return word in whole or word.endswith(ends)


@lru_cache(maxsize=8)
def _force_words(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    tables = language_of(language)
    if tables is None:
        return frozenset(), ("\0",)
    soldiers = word_lists(tables, "situations")["soldiers"]
    plain = {folded(word) for word in soldiers}
    return frozenset(word.lstrip("-") for word in plain), tuple(word[1:] for word in plain if word[0] == "-") or ("\0",)


@lru_cache(maxsize=8)
def _state_names(language: str) -> frozenset[str]:
    tables = language_of(language)
    if tables is None:
        return frozenset()
    rows = tables.table("states")
    return frozenset(
        folded(name)
        for row in rows
        for column in ("name", "capitals")
        for name in row[column].split("|")
        for name in (name, f"{name}s")
    )
