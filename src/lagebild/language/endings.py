"""Endings: whether a word ends as one of a word list does, and what is left of an adjective without its own."""

from functools import lru_cache

# More word lists than this are not asked for by their endings.
LISTS = 256
# The letters of the endings of German adjectives.
INFLECTING = "enrsm"


def ends_in(word: str, endings: frozenset[str]) -> bool:
    """Whether the word ends in one of the endings, as they are written."""
    return word.endswith(_ordered(endings))


def without_ending(adjective: str) -> str:
    """The adjective without the letters of its ending, and maybe of its stem: compare it with words cut likewise."""
    return adjective.rstrip(INFLECTING)


@lru_cache(maxsize=LISTS)
def _ordered(endings: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(endings))
