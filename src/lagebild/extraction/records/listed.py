"""Listed: whether a noun stands in a word list, by itself or as the end of a compound."""

from functools import lru_cache

SHORTEST_ENDING = 4
# How many pairs of word and list are kept: the same nouns are asked for again and again.
KEPT = 1 << 15
# More word lists than this are not asked for.
LISTS = 256


@lru_cache(maxsize=KEPT)
def is_listed(word: str, entries: frozenset[str]) -> bool:
    """Whether the noun stands in the list, by itself, behind a hyphen or as the end of a compound; the old spelling
    "Beschluß" counts as the new one."""
    lower = word.lower()
    if "ß" in lower and is_listed(lower.replace("ß", "ss"), entries):
        return True
    if lower in entries or lower.rsplit("-", 1)[-1] in entries or f"-{lower}" in entries:
        return True
    ends = [lower[start:] for start in range(1, len(lower) - SHORTEST_ENDING + 2)]
    return not _endings(entries).isdisjoint(ends)


@lru_cache(maxsize=LISTS)
def _endings(entries: frozenset[str]) -> frozenset[str]:
    """What compounds may end in: the entries that begin with a hyphen, without it."""
    return frozenset(entry[1:] for entry in entries if entry.startswith("-"))
