"""Endings: whether a word ends as one of a word list does."""

from functools import lru_cache

# More word lists than this are not asked for by their endings.
LISTS = 256


def ends_in(word: str, endings: frozenset[str]) -> bool:
    """Whether the word ends in one of the endings, as they are written."""
    return word.endswith(_ordered(endings))


@lru_cache(maxsize=LISTS)
def _ordered(endings: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(endings))
