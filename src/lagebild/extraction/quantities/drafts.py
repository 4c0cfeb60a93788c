"""Puts numerals together with their units, and two numerals that are the ends of a range into one."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lagebild.extraction.quantities.before import words_before
from lagebild.extraction.quantities.recognise import Numeral, Written
from lagebild.extraction.quantities.words import Words

GAP = 48
"""How many characters at most lie between the two ends of a range."""


SHARE = "share"
"""The unit, and the kind, of a part of one: "ein Drittel"."""


class Draft(NamedTuple):
    """A numeral, or two that make a range, with its unit."""

    start: int
    end: int
    low: float | None
    high: float | None
    written: Written
    unit: str | None
    kind: str | None
    scale: float | None = None
    range: bool = False
    shared: bool = False
    """The unit stands behind the next number."""


def drafts_in(text: str, numerals: Sequence[Numeral], lexicon: Words) -> list[Draft]:
    """Numerals with their units; two that are the ends of a range become one draft; scores are left out."""
    drafts = list(_with_ranges(text, [_measured(text, numeral, lexicon) for numeral in numerals], lexicon))
    # From the right, so that a unit reaches every number of a list: "fünf, sechs und zehn Jahre".
    for index in range(len(drafts) - 2, -1, -1):
        draft, following = drafts[index], drafts[index + 1]
        if draft.unit is draft.kind is None and following.kind and _may_share(text, draft, following, lexicon):
            drafts[index] = draft._replace(unit=following.unit, kind=following.kind, shared=True)
    return drafts


def _with_ranges(text: str, drafts: Sequence[Draft], lexicon: Words) -> Iterator[Draft]:
    index = 0
    while index < len(drafts):
        first = drafts[index]
        second = drafts[index + 1] if index + 1 < len(drafts) else None
        index += 1
        if second is not None and second.written is not Written.JUNK and second.start - first.end <= GAP:
            elided = _elided_scale(text, first, second)
            between = _join(text[first.end + (elided is not None) : second.start], lexicon)
            if elided is not None:
                first = first._replace(low=(first.low or 0.0) * elided, high=(first.high or 0.0) * elided)
            if between in lexicon.scores and not (first.unit or second.unit or lexicon.phrase.match(text, second.end)):
                index += 1
                continue
            ends = _range(text, first, second, between, lexicon)
            if ends is not None:
                index += 1
                if first.written is not Written.JUNK:
                    unit, kind = (second.unit, second.kind) if second.kind else (first.unit, first.kind)
                    yield second._replace(
                        start=first.start, low=ends[0], high=ends[1], unit=unit, kind=kind, range=True
                    )
                continue
        yield first


def _elided_scale(text: str, first: Draft, second: Draft) -> int | None:
    """What the first of two number words leaves to the second: "zehn- und zwölftausend"."""
    if first.written is not Written.WORD or second.written is not Written.WORD or text[first.end] != "-":
        return None
    value, small = second.low or 0.0, first.low or 0.0
    return next((scale for scale in (1000, 100) if value and value % scale == 0 and small * scale <= value), None)


def _may_share(text: str, first: Draft, second: Draft, lexicon: Words) -> bool:
    """Whether the first number may take the second's unit; a list needs words ("vier, fünf Stunden"), no year does."""
    if first.low is None or first.scale is not None or second.start - first.end > GAP:
        return False
    between = _join(text[first.end : second.start], lexicon)
    if between not in lexicon.shared_unit or Written.SHARE in (first.written, second.written):
        return False
    if not between[:1].isalpha():
        return first.written is second.written is Written.WORD
    return not (first.end - first.start == 4 and lexicon.years.sure_first <= first.low <= lexicon.years.sure_last)


def _join(between: str, lexicon: Words) -> str:
    """The words between two numbers, without one that blurs the second ("zwölf auf mehr als 14 Prozent")."""
    words_between = between.split()
    whole = " ".join(words_between)
    if whole in lexicon.joins:
        return whole
    for count in range(1, len(words_between)):
        if " ".join(words_between[count:]).lower() in lexicon.blurs:
            return " ".join(words_between[:count])
    return whole


def _measured(text: str, numeral: Numeral, lexicon: Words) -> Draft:
    start, end, written, value, scale = numeral
    end, unit, kind = _unit_behind(text, numeral, lexicon)
    if written is Written.SHARE and kind is None:
        unit = kind = SHARE
    return Draft(start, end, value, value, written, unit, kind, scale)


def _unit_behind(text: str, numeral: Numeral, lexicon: Words) -> tuple[int, str | None, str | None]:
    end = numeral.end
    if numeral.written is not Written.JUNK:
        place = end + (text[end : end + 1].isspace()) + (text[end : end + 2].isspace() and len(text) > end + 1)
        for form, code, kind in lexicon.units.get(text[place : place + 1], ()):
            if text.startswith(form, place):
                after = place + len(form)
                if text.startswith("-", after) and text.startswith(lexicon.denominations, after + 1):
                    return after, None, "time"
                if not (text[after : after + 1].isalnum() and form[-1].isalnum()) and text[after : after + 1] != "-":
                    return after, code, kind
    return end, None, None


def _range(text: str, first: Draft, second: Draft, between: str, lexicon: Words) -> tuple[float, float] | None:
    """The two ends when both numbers make a range, the scale of the second shared where that keeps them in order."""
    if second.low is None:
        return None
    opened = between in lexicon.between_joins and _opened(text, first.start, lexicon)
    if not opened and between not in lexicon.joins:
        return None
    if first.written is Written.JUNK:
        return (second.low, second.low) if between in lexicon.joins else None
    if first.low is None:
        return None
    low, high = first.low, second.low
    if second.scale and not first.scale and low * second.scale <= high:
        low *= second.scale
    if between in lexicon.tight_joins and not (low < high and high - low <= max(1.0, 0.5 * low)):
        return None
    if opened:
        return min(low, high), max(low, high)
    return (low, high) if low <= high else None


def _opened(text: str, start: int, lexicon: Words) -> bool:
    """Whether "zwischen" stands before the number, perhaps with "rund" between."""
    before = words_before(text, start)
    if blur := before.ending(lexicon.blurs):
        before = before.without(blur[0])
    return before.ending(lexicon.between) is not None
