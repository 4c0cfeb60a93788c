"""Nouns for those who act: people, groups and bodies, by the ending that the table of offices lists."""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from lagebild.language.load import Language
from lagebild.language.words import word_lists

# The kind of nouns that end like one of these and mean a thing.
THING = "thing"


class Acting(NamedTuple):
    """What the language tells of who acts."""

    nouns: Callable[[str], bool]
    """Whether the base form of a noun means somebody who acts."""
    depicting: frozenset[str]
    """Verbs of which a thing is the subject and somebody the object: "das Bild, das Holm zeigt"."""


@cache
def acting(language: Language) -> Acting:
    """The words of the language, read once; of the endings that fit a noun the longest decides."""
    kinds = {row["ending"]: row["kind"] for row in language.table("offices", key=("ending",))}

    @lru_cache(maxsize=65536)
    def acts(lemma: str) -> bool:
        noun = lemma.lower()
        endings = (noun[start:] for start in range(len(noun)))
        return next((kinds[ending] != THING for ending in endings if ending in kinds), False)

    return Acting(acts, word_lists(language, "phrases")["depicting_verbs"])
