"""Fuller names of bodies: which of two says more, and whether a text has it."""

import re
from functools import lru_cache

from lagebild.extraction.entities.acronyms import is_acronym, stands_for


def is_fuller(name: str, short: str) -> bool:
    """As "Deutsche Bahn" for "Bahn", "Weltgesundheitsorganisation" for "WHO"; "Brüssel" is not fuller than "EU"."""
    if len(name) <= len(short):
        return False
    return stands_for(short, name) if is_acronym(short) else short in name.split()


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str]:
    """The name in any of its cases: an adjective in front may have another ending."""
    first, space, rest = name.partition(" ")
    front = re.escape(first[: len(first) - 2]) + r"\w{0,4}" if rest else re.escape(first)
    return re.compile(rf"\b{front}{space}{re.escape(rest)}")


def stands_in(name: str, text: str) -> bool:
    """Whether the name stands in the text, in any of its cases."""
    return _pattern(name).search(text) is not None
