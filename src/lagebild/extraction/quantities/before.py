"""The words that stand before a place in the text, for rules that look at what leads up to a number."""

import re
from collections.abc import Container, Mapping
from typing import NamedTuple, TypeVar

Meaning = TypeVar("Meaning")

LOOK_BACK = 64
"""How many characters are read; the longest leading words of the rules take half of it."""

OPENING = "(„\"»«“‚'[|–—/…"
_WORD = re.compile(r"\S+")


class Before(NamedTuple):
    """The last words before `place`, nearest last, without opening marks; where each begins; the raw text."""

    place: int
    words: tuple[str, ...]
    starts: tuple[int, ...]
    raw: str

    def without(self, count: int) -> "Before":
        """What is before when the last `count` words belong to the number."""
        start = self.starts[-count]
        return Before(
            start, self.words[:-count], self.starts[:-count], self.raw[: len(self.raw) - (self.place - start)]
        )

    def ending(self, table: Mapping[str, Meaning]) -> tuple[int, Meaning] | None:
        """The longest run of last words that the table knows in lower case: how many, and what they mean."""
        for count in range(min(5, len(self.words)), 0, -1):
            meaning = table.get(" ".join(self.words[-count:]).lower())
            if meaning is not None:
                return count, meaning
        return None

    def last_is(self, table: Container[str]) -> bool:
        """Whether the last word is in the table as it is written."""
        return bool(self.words) and self.words[-1] in table


def words_before(text: str, place: int) -> Before:
    """What stands before `place`; a word cut off by the window's edge is left out."""
    base = max(0, place - LOOK_BACK)
    raw = text[base:place]
    words: list[str] = []
    starts: list[int] = []
    for found in _WORD.finditer(raw):
        if base and not found.start():
            continue
        whole = found.group()
        bare = whole.lstrip(OPENING)
        words.append(bare)
        starts.append(base + found.end() - len(bare))
    return Before(place, tuple(words[-8:]), tuple(starts[-8:]), raw)
