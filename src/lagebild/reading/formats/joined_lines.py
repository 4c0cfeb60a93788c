"""Lines that a printer or a mail program broke, put together again: hyphens at their ends go or stay as in German."""

from functools import cache

from lagebild.language.load import Language

HYPHENS = "-\u2010\u00ad\x02\ufffe"
"""Hyphens at the end of a line; the last three say themselves that they stand there for the line's sake."""
_ONLY_THERE = "\u00ad\x02\ufffe"


@cache
def _keeping() -> frozenset[str]:
    return frozenset(Language("de").rules("pages")["joined"]["words"].split())


def joined(line: str, following: str) -> str:
    """Two lines of one paragraph as one.

    "Bundes-|regierung" loses its hyphen; "Nordrhein-|Westfalen" and "US-|amerikanisch" keep it; "Ein-|und Ausfuhr"
    keeps it and gets its blank.
    """
    line, following = line.rstrip(" \t"), following.lstrip(" \t")
    if not line or not following:
        return line or following
    if line[-1] not in HYPHENS or len(line) < 2 or not (line[-2].isalnum() or line[-2] in ").“"):
        return f"{line} {following}"
    stem, first = line[:-1], following.split(maxsplit=1)[0].strip('.,;:!?)“”»«"')
    if first in _keeping():
        return f"{stem}- {following}"
    if following[0].isupper() or following[0].isdecimal() or _is_acronym(stem.split()[-1]):
        return f"{stem}-{following}"
    if line[-1] in _ONLY_THERE or following[0].islower():
        return stem + following
    return f"{stem}- {following}"


def _is_acronym(word: str) -> bool:
    """Whether a word in front of a hyphen is one of capitals or figures: "US", "EU", "G7", "30"; parts of it may be."""
    last = word.rsplit("-", 1)[-1].strip('„“"»«(')
    return len(last) > 1 and not any(sign.islower() for sign in last)
