"""Finds the numerals of a text: where a number is written, in digits or words, and what it is worth."""

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import compress
from typing import NamedTuple

from lagebild.extraction.quantities.normalise import digits_value
from lagebild.extraction.quantities.words import Words
from lagebild.extraction.text_words import words_in

_NEXT_WORD = re.compile(r"\s(\w+)")
_NAME_MARKS = "#@=_&/.,:"
"""Digits behind one of these belong to an address, a code or a score."""


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

    `scale` is the scale's worth, for ranges that share one ("drei bis fünf Milliarden").
    """

    start: int
    end: int
    written: Written
    value: float | None
    scale: float | None = None


def numerals_in(text: str, words: Words) -> Iterator[Numeral]:
    """Every numeral of the text from left to right; junk is among them, for what stands beside it."""
    openers, compound_starts, may_begin = words.openers, words.compound_starts, words.may_begin
    found = words_in(text)
    reached, junk_end = 0, -1
    for place in compress(range(len(found.words)), map(may_begin.__getitem__, found.words)):
        start = found.starts[place]
        if start < reached:
            continue
        word = found.words[place]
        if word[0].isnumeric():
            numeral = _in_digits(text, start, words)
            if numeral is None:
                continue
            if numeral.written is Written.DIGITS and start == junk_end + 1 and text[junk_end] in " /":
                # The next block of a telephone number: "0800 123 456".
                numeral = Numeral(start, numeral.end, Written.JUNK, None)
            if numeral.written is Written.JUNK:
                junk_end = numeral.end
        else:
            role = openers.get(word)
            if role is None:
                if word[:3] not in compound_starts:
                    continue
                role = "compound"
            numeral = _in_words(text, word, start, role, words)
            if numeral is None:
                continue
        reached = numeral.end
        yield numeral


def _in_digits(text: str, start: int, words: Words) -> Numeral | None:
    found = words.digits.match(text, start)
    if found is None:
        return None
    kind, written, end = found.lastgroup, found.group(), found.end()
    if kind == "junk" or _inside_name(text, start):
        return Numeral(start, end, Written.JUNK, None)
    if kind == "digits":
        value = digits_value(written)
    elif kind == "dotted":
        value = float(written)
    else:
        before = written[:-1].strip()
        value = (float(before) if before else 0.0) + words.glyphs[written[-1]]
    return _with_tail(text, start, end, value, Written.DIGITS, words)


def _inside_name(text: str, start: int) -> bool:
    if not start:
        return False
    before = text[start - 1]
    return before in _NAME_MARKS or (before == "-" and text[max(0, start - 2)].isalpha())


def _in_words(text: str, word: str, start: int, role: str, words: Words) -> Numeral | None:
    end = start + len(word)
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        return None
    if start and text[start - 1] == "-" and text[max(0, start - 2)].isalnum():
        return None
    match role:
        case "vague":
            return Numeral(start, end, Written.OPEN, None)
        case "open":
            tail = words.tail.match(text, end)
            return Numeral(start, tail.end() if tail and tail["scale"] else end, Written.OPEN, None)
        case "each":
            ordinal = words.ordinal_ahead.match(text, end)
            return ordinal and Numeral(start, ordinal.end(), Written.SHARE, 1 / words.each[ordinal["ordinal"]])
        case "half":
            tail = words.tail.match(text, end)
            if tail is None or not tail["scale"]:
                return None
            scale = words.scales[tail["scale"]]
            return Numeral(start, tail.end(), Written.SCALED, scale / 2, scale)
        case "share":
            return Numeral(start, end, Written.SHARE, words.values[word])
        case "one":
            if (pair := words.pair_ahead.match(text, end)) is not None:
                tail = words.tail.match(text, pair.end())
                return Numeral(start, tail.end() if tail and tail["scale"] else pair.end(), Written.OPEN, None)
            if words.one_ahead.match(text, end) is None:
                return None
            return _with_tail(text, start, end, 1.0, Written.WORD, words)
    value = _spoken_value(word, words)
    return None if value is None else _with_tail(text, start, end, value, Written.WORD, words)


def _with_tail(text: str, start: int, end: int, value: float, written: Written, words: Words) -> Numeral:
    if written is Written.WORD and (comma := words.spoken_comma.match(text, end)) is not None:
        decimals = _spoken_value(comma[1], words)
        if decimals is not None:
            end, value = comma.end(), value + decimals / 10 ** len(str(int(decimals)))
    tail = words.tail.match(text, end)
    if tail is None or tail.end() == end:
        return Numeral(start, end, written, value)
    if tail["halved"]:
        value *= 0.5
    if tail["fraction"]:
        return Numeral(start, tail.end(), Written.SHARE, value * words.fractions[tail["fraction"]])
    scale, end = words.scales[tail["scale"]], tail.end()
    value = round(value * scale, 6)
    if written is Written.WORD and (following := _NEXT_WORD.match(text, end)) is not None:
        # "zwei Millionen dreihunderttausend"
        rest = _spoken_value(following[1], words)
        if rest is not None and 100 <= rest < scale:
            value, end = value + rest, following.end()
    return Numeral(start, end, Written.SCALED, value, scale)


def _spoken_value(word: str, words: Words) -> float | None:
    lower = word.lower()
    value = words.values.get(lower)
    return words.compounds.value(lower) if value is None else value
