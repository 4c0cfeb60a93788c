"""Listed: whether a noun stands in a word list, by itself or as the end of a compound."""

from collections.abc import Iterable, Mapping
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
    whole, ends = _spellings(word)
    return not entries.isdisjoint(whole) or not _endings(entries).isdisjoint(ends)


class Nouns:
    """Different nouns together, asked whether any of them stands in a word list: a list costs one look, however many
    nouns there are."""

    __slots__ = ("_ends", "_whole")

    def __init__(self, nouns: Iterable[str]) -> None:
        spellings = [_spellings(noun) for noun in nouns]
        self._whole = frozenset().union(*(whole for whole, _ in spellings))
        self._ends = frozenset().union(*(ends for _, ends in spellings))

    def any_listed(self, entries: frozenset[str]) -> bool:
        """Whether `is_listed` would say so of any of them."""
        return not entries.isdisjoint(self._whole) or not _endings(entries).isdisjoint(self._ends)


class Lists:
    """Several word lists, asked which of them have a noun: it costs a look for each of its spellings, however many
    lists there are."""

    __slots__ = ("_ends", "_whole")

    def __init__(self, lists: Mapping[str, frozenset[str]]) -> None:
        self._whole: dict[str, frozenset[str]] = {}
        self._ends: dict[str, frozenset[str]] = {}
        for name, entries in lists.items():
            for whole in entries:
                self._whole[whole] = self._whole.get(whole, frozenset()) | {name}
            for end in _endings(entries):
                self._ends[end] = self._ends.get(end, frozenset()) | {name}

    def naming(self, noun: str) -> frozenset[str]:
        """The names of the lists of which `is_listed` would say so."""
        whole, ends = _spellings(noun)
        found = [self._whole[spelling] for spelling in self._whole.keys() & whole]
        found += [self._ends[end] for end in self._ends.keys() & ends]
        return frozenset().union(*found)


@lru_cache(maxsize=KEPT)
def _spellings(word: str) -> tuple[frozenset[str], frozenset[str]]:
    """What a list may have of the word itself, and the ends that a compound may have."""
    lower = word.lower()
    forms = (lower, lower.replace("ß", "ss")) if "ß" in lower else (lower,)
    whole = [spelling for form in forms for spelling in (form, form.rsplit("-", 1)[-1], f"-{form}")]
    ends = [form[start:] for form in forms for start in range(1, len(form) - SHORTEST_ENDING + 2)]
    return frozenset(whole), frozenset(ends)


@lru_cache(maxsize=LISTS)
def _endings(entries: frozenset[str]) -> frozenset[str]:
    """What compounds may end in: the entries that begin with a hyphen, without it."""
    return frozenset(entry[1:] for entry in entries if entry.startswith("-"))
