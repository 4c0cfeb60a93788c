"""Finds the numerals of a text: where a number is written, in digits or words, and what it is worth."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from lagebild.extraction.quantities.normalise import digits_value, dotted_value, word_value
from lagebild.extraction.quantities.words import Words


class Written(StrEnum):
    """How a numeral is written."""

    DIGITS = "digits"
    WORD = "word"
    SCALED = "scaled"
    """With a scale behind it: "4,36 Millionen", "ein Dutzend"."""
    SHARE = "share"
    """A fraction: "ein Drittel", "jeder vierte"."""
    OPEN = "open"
    """An open amount: "Hunderte", "mehrere", "einige Tausend"."""
    JUNK = "junk"
    """Digits that are no amount: a score, a date, a telephone number."""


class Numeral(NamedTuple):
    """One written number with its scale or fraction; `value` is None for an open amount and for junk.

    `plain` is the value before the scale, for ranges that share one ("drei bis fünf Milliarden").
    """

    start: int
    end: int
    written: Written
    value: float | None
    plain: float | None = None
    scale: float | None = None


def numerals_in(text: str, words: Words) -> Iterator[Numeral]:
    """Every numeral of the text from left to right; junk is among them, for what stands beside it."""
    junk_end = -1
    for match in words.numerals.finditer(text):
        numeral = _numeral(match, words)
        if numeral.written is Written.DIGITS and numeral.start == junk_end + 1 and text[junk_end] in " /":
            # The next block of a telephone number: "0800 123 456".
            numeral = Numeral(numeral.start, numeral.end, Written.JUNK, None)
        if numeral.written is Written.JUNK:
            junk_end = numeral.end
        yield numeral


def _numeral(match: re.Match[str], words: Words) -> Numeral:
    groups = match.groupdict()
    start, end = match.span()
    if groups["junk"]:
        return Numeral(start, match.end("junk"), Written.JUNK, None)
    if groups["each"]:
        return Numeral(start, match.end("ordinal") + _inflection(match), Written.SHARE, 1 / words.each[groups["ordinal"]])
    if groups["bare"]:
        return Numeral(start, match.end("bare"), Written.OPEN, None)
    if groups["open"]:
        return Numeral(start, match.end("scale") if groups["scale"] else match.end("open"), Written.OPEN, None)
    plain, written = _plain_value(groups, words)
    if groups["one"] and not (groups["scale"] or groups["fraction"]):
        return Numeral(start, match.end("one"), Written.WORD, 1.0, 1.0)
    if groups["halved"]:
        plain *= 0.5
    if groups["fraction"]:
        return Numeral(start, end, Written.SHARE, plain * words.fractions[groups["fraction"]])
    if groups["scale"]:
        scale = words.scales[groups["scale"]]
        return Numeral(start, end, Written.SCALED, round(plain * scale, 6), plain, scale)
    return Numeral(start, end, written, plain, plain)


def _inflection(match: re.Match[str]) -> int:
    """The letter that an ordinal was inflected with ("jedem vierten"); it stands inside the match."""
    return match.end() - match.end("ordinal")


def _plain_value(groups: dict[str, str | None], words: Words) -> tuple[float, Written]:
    if digits := groups["digits"]:
        return digits_value(digits), Written.DIGITS
    if dotted := groups["dotted"]:
        return dotted_value(dotted), Written.DIGITS
    if glyph := groups["glyph"]:
        before = glyph[:-1].strip()
        return (float(before) if before else 0.0) + words.glyphs[glyph[-1]], Written.DIGITS
    if groups["one"]:
        return 1.0, Written.WORD
    return _spoken_value((groups["word"] or "").lower(), words), Written.WORD


def _spoken_value(word: str, words: Words) -> float:
    if word in words.whole:
        return words.whole[word]
    stem = word.removesuffix(words.half)
    if stem != word and stem in words.below_hundred:
        return words.below_hundred[stem] + 0.5
    return float(
        word_value(word, below_hundred=words.below_hundred, hundred=words.hundred, thousand=words.thousand, joint=words.joint)
    )
