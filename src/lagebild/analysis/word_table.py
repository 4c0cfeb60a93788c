"""Looks up word forms in the compact table words.zz, as training/build_words.py writes it."""

import zlib
from functools import cache

from lagebild.analysis.possibility import Possibilities, Possibility
from lagebild.language.sorted_lines import SortedLines
from lagebild.model.analysis import Verb


class WordTable:
    """The table, kept as one sorted text: turning it into a dictionary would cost each start a second."""

    def __init__(self, data: bytes) -> None:
        head, _, body = zlib.decompress(data).partition(b"\n\n")
        self._bundles = head.decode("utf-8").split("\n")
        self._unpacked: dict[int, tuple[tuple[str, int, str, int, tuple[Verb, ...]], ...]] = {}
        self._lines = SortedLines(body)

    def find(self, word: str) -> Possibilities:
        """What the table says of exactly this form, found in the lines "form<TAB>bundle"."""
        key = word.encode("utf-8") + b"\t"
        at = self._lines.find(key)
        if at < 0:
            return ()
        body, bundle = self._lines.content, at + len(key)
        number = int(body[bundle : body.find(b"\n", bundle)], 36)
        return tuple(
            Possibility(tag, (word[:-cut] if cut else word) + add, mask, verbs)
            for tag, cut, add, mask, verbs in self._bundle(number)
        )

    def begins(self, letters: str) -> bool:
        """Whether any word begins with the letters."""
        return self._lines.find(letters.encode("utf-8")) >= 0

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
