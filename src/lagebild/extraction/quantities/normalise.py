"""What a written number is worth: "1,2", "50.000", "hundertzwanzigtausend"."""

from collections.abc import Mapping

_GROUPING = str.maketrans("", "", ".'’ \u00a0\u202f\u2009")


def digits_value(written: str) -> float:
    """The value of digits in the German way: dots, blanks or apostrophes group, a comma divides."""
    return float(written.translate(_GROUPING).replace(",", "."))


def dotted_value(written: str) -> float:
    """The value of digits whose dot divides, as in "2.5 Prozent"."""
    return float(written)


def share_value(written: str) -> float:
    """The value of a table cell: a decimal number or a fraction such as "1/3"."""
    above, _, below = written.partition("/")
    return float(above) / float(below) if below else float(above)


def word_value(word: str, *, below_hundred: Mapping[str, int], hundred: str, thousand: str, joint: str) -> int:
    """The value of a compound of number words in lower case; it must be one that the number pattern matched."""
    thousands, found, rest = word.rpartition(thousand)
    if not found:
        return _below_thousand(rest, below_hundred, hundred, joint)
    left = _below_thousand(thousands, below_hundred, hundred, joint) if thousands else 1
    right = rest.removeprefix(joint)
    return left * 1000 + (_below_thousand(right, below_hundred, hundred, joint) if right else 0)


def _below_thousand(word: str, below_hundred: Mapping[str, int], hundred: str, joint: str) -> int:
    hundreds, found, rest = word.rpartition(hundred)
    if not found:
        return below_hundred[rest]
    left = below_hundred[hundreds] if hundreds else 1
    right = rest.removeprefix(joint)
    return left * 100 + (below_hundred[right] if right else 0)
