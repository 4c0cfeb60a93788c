"""Looks up word forms in the compact table words.zz, as training/build_words.py writes it."""

import zlib
from functools import cache

from lagebild.analysis.possibility import Possibilities, Possibility
from lagebild.model.analysis import Verb

# The forms are kept in groups by so many of their first letters: a group holds sixteen of them on average.
BEGINNING = 4


class WordTable:
    """The table, its forms in groups that are texts: turning it into a dictionary would cost each start a second."""

    def __init__(self, data: bytes) -> None:
        bundles, beginnings, groups = zlib.decompress(data).decode("utf-8").split("\n\n", 2)
        self._bundles = bundles.split("\n")
        self._unpacked: dict[int, tuple[tuple[str, int, str, int, tuple[Verb, ...]], ...]] = {}
        self._groups = dict(zip(beginnings.split("\n"), groups.split("\0"), strict=True))
        """By their first letters the lines "letters behind these<TAB>bundle" of all forms that begin so, each between
        two line breaks."""
        self.beginnings = frozenset(map(str.lower, self._groups))
        """The first letters of all forms, written small."""

    def begins(self, letters: str) -> bool:
        """Whether any form begins with these letters, as many as BEGINNING."""
        return letters in self._groups

    def find(self, word: str) -> Possibilities:
        """What the table says of exactly this form."""
        group = self._groups.get(word[:BEGINNING])
        if group is None:
            return ()
        key = f"\n{word[BEGINNING:]}\t"
        at = group.find(key)
        if at < 0:
            return ()
        at += len(key)
        return tuple(
            [
                Possibility(tag, (word[:-cut] if cut else word) + add, mask, verbs)
                for tag, cut, add, mask, verbs in self._bundle(int(group[at : group.find("\n", at)], 36))
            ]
        )

    def _bundle(self, number: int) -> tuple[tuple[str, int, str, int, tuple[Verb, ...]], ...]:
        known = self._unpacked.get(number)
        if known is None:
            known = self._unpacked[number] = tuple(_unpack(part) for part in self._bundles[number].split(";"))
        return known


def _unpack(part: str) -> tuple[str, int, str, int, tuple[Verb, ...]]:
    tag, cut, add, mask, verbs = part.split(",")
    return tag, int(cut), add, int(mask, 16), verb_readings(verbs)


def verb_readings(text: str) -> tuple[Verb, ...]:
    """The readings of a finite verb form as the tables write them: "ind.pres.13.p|kon1.pres.13.p"."""
    return tuple(_verb(one) for one in text.split("|") if one)


@cache
def _verb(text: str) -> Verb:
    mood, tense, persons, numbers = text.split(".")
    return Verb(mood, tense, persons, numbers)
