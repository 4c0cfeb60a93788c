"""Looks up word forms in the compact table words.zz, as training/build_words.py writes it."""

import zlib
from bisect import bisect_right
from functools import cache

from lagebild.analysis.possibility import Possibilities, Possibility
from lagebild.model.analysis import Verb

# How many bytes of lines are searched from an entry of the index on.
STRETCH = 2048


class WordTable:
    """The table, kept as one sorted text: turning it into a dictionary would cost each start a second."""

    def __init__(self, data: bytes) -> None:
        head, _, body = zlib.decompress(data).partition(b"\n\n")
        self._bundles = head.decode("utf-8").split("\n")
        self._unpacked: dict[int, tuple[tuple[str, int, str, int, tuple[Verb, ...]], ...]] = {}
        self._body = b"\n" + body.strip(b"\n") + b"\n"
        self._marks, self._starts = _index(self._body)

    def find(self, word: str) -> Possibilities:
        """What the table says of exactly this form, found in the lines "form<TAB>bundle" by an index over them."""
        body = self._body
        key = word.encode("utf-8") + b"\t"
        stretch = bisect_right(self._marks, key) - 1
        if stretch < 0:
            return ()
        at = body.find(b"\n" + key, self._starts[stretch], self._starts[stretch + 1] + len(key) + 1)
        if at < 0:
            return ()
        bundle = at + len(key) + 1
        number = int(body[bundle : body.find(b"\n", bundle)], 36)
        return tuple(
            Possibility(tag, (word[:-cut] if cut else word) + add, mask, verbs)
            for tag, cut, add, mask, verbs in self._bundle(number)
        )

    def _bundle(self, number: int) -> tuple[tuple[str, int, str, int, tuple[Verb, ...]], ...]:
        known = self._unpacked.get(number)
        if known is None:
            known = self._unpacked[number] = tuple(_unpack(part) for part in self._bundles[number].split(";"))
        return known


def _index(body: bytes) -> tuple[list[bytes], list[int]]:
    """The first form of every stretch of lines, with its tab, and where the stretches start, the end added."""
    marks: list[bytes] = []
    starts: list[int] = []
    at = 0
    while 0 <= at < len(body) - 1:
        starts.append(at)
        marks.append(body[at + 1 : body.find(b"\t", at) + 1])
        at = body.find(b"\n", at + STRETCH)
    return marks, [*starts, len(body)]


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
