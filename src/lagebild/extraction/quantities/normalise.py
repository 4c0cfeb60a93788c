"""What a written number is worth: "1,2", "50.000", "hundertzwanzigtausend"."""

from collections.abc import Mapping
from typing import NamedTuple

_GROUPING = str.maketrans("", "", ".'’ \u00a0\u202f\u2009")


class Compounds(NamedTuple):
    """The parts that compound number words are built of; `below_hundred` lists every number from 1 to 99."""

    below_hundred: Mapping[str, int]
    hundred: str
    thousand: str
    joint: str
    half: str

    def value(self, word: str) -> float | None:
        """The value of a number word in lower case below a million; None when it is not one."""
        stem = word.removesuffix(self.half)
        if stem != word:
            whole = self.below_hundred.get(stem.removesuffix(self.joint) or stem)
            return None if whole is None else whole + 0.5
        thousands, found, rest = word.rpartition(self.thousand)
        if not found:
            return self._below_thousand(rest)
        left = self._below_thousand(thousands) if thousands else 1.0
        right = self._below_thousand(rest.removeprefix(self.joint)) if rest else 0.0
        return None if left is None or right is None else left * 1000 + right

    def _below_thousand(self, word: str) -> float | None:
        hundreds, found, rest = word.rpartition(self.hundred)
        if not found:
            return self.below_hundred.get(rest)
        left = self.below_hundred.get(hundreds) if hundreds else 1
        right = self.below_hundred.get(rest.removeprefix(self.joint)) if rest else 0
        return None if left is None or right is None else float(left * 100 + right)


def digits_value(written: str) -> float:
    """The value of digits in the German way: dots, blanks or apostrophes group, a comma divides."""
    return float(written.translate(_GROUPING).replace(",", "."))


def share_value(written: str) -> float:
    """The value of a table cell: a decimal number or a fraction such as "1/3"."""
    above, _, below = written.partition("/")
    return float(above) / float(below) if below else float(above)
