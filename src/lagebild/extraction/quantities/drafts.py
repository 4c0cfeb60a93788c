"""Puts numerals together with their units, and two numerals that are the ends of a range into one."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lagebild.extraction.quantities.before import words_before
from lagebild.extraction.quantities.recognise import Numeral, Written
from lagebild.extraction.quantities.words import Words

GAP = 48
"""How many characters at most lie between the two ends of a range."""


class Draft(NamedTuple):
    """A numeral, or two that make a range, with its unit."""

    start: int
    end: int
    low: float | None
    high: float | None
    written: Written
    unit: str | None
    kind: str | None
    range: bool = False
    shared: bool = False
    """The unit stands behind the next number."""


def drafts_in(text: str, numerals: Sequence[Numeral], lexicon: Words) -> Iterator[Draft]:
    """Numerals with their units; two that are the ends of a range become one draft."""
    index = 0
    while index < len(numerals):
        first = numerals[index]
        end, unit, kind = _unit_behind(text, first, lexicon)
        second = numerals[index + 1] if index + 1 < len(numerals) else None
        if second is not None and second.written is not Written.JUNK and second.start - end <= GAP:
            second_end, second_unit, second_kind = _unit_behind(text, second, lexicon)
            between = _join(text[end : second.start], lexicon)
            if between in lexicon.scores and not (unit or second_unit or lexicon.phrase.match(text, second_end)):
                index += 2
                continue
            ends = _range(text, first, second, between, lexicon)
            if ends is not None:
                if first.written is not Written.JUNK:
                    yield Draft(
                        first.start,
                        second_end,
                        *ends,
                        second.written,
                        second_unit or unit,
                        second_kind or kind,
                        range=True,
                    )
                index += 2
                continue
            if unit is None and second_unit and between in lexicon.shared_unit and _may_share(first, second, between):
                shared = Draft(
                    first.start, end, first.value, first.value, first.written, second_unit, second_kind, shared=True
                )
                yield shared
                index += 1
                continue
        yield Draft(first.start, end, first.value, first.value, first.written, unit, kind)
        index += 1


def _may_share(first: Numeral, second: Numeral, between: str) -> bool:
    """Whether the first number may take the second's unit; a list needs words ("vier, fünf Stunden"), no year does."""
    if first.value is None or first.scale is not None:
        return False
    if not between[:1].isalpha():
        return first.written is second.written is Written.WORD
    return first.written is not Written.SHARE and not (first.end - first.start == 4 and 1850 <= first.value <= 2040)


def _join(between: str, lexicon: Words) -> str:
    """The words between two numbers, without one that blurs the second ("zwölf auf mehr als 14 Prozent")."""
    words_between = between.split()
    whole = " ".join(words_between)
    if whole in lexicon.joins or not between[:1].isspace():
        return whole if between[:1].isspace() or whole in lexicon.joins else ""
    for count in range(1, len(words_between)):
        if " ".join(words_between[count:]).lower() in lexicon.blurs:
            return " ".join(words_between[:count])
    return whole


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


def _range(text: str, first: Numeral, second: Numeral, between: str, lexicon: Words) -> tuple[float, float] | None:
    """The two ends when both numerals make a range, the scale of the second shared where that keeps them in order."""
    if second.value is None:
        return None
    opened = between in lexicon.between_joins and _opened(text, first.start, lexicon)
    if not opened and between not in lexicon.joins:
        return None
    if first.written is Written.JUNK:
        return (second.value, second.value) if between in lexicon.joins else None
    if first.value is None:
        return None
    low, high = first.value, second.value
    if second.scale and not first.scale and low * second.scale <= high:
        low *= second.scale
    if between in lexicon.tight_joins and not (low < high and high - low <= max(1.0, 0.5 * low)):
        return None
    return (low, high) if low <= high or opened else None


def _opened(text: str, start: int, lexicon: Words) -> bool:
    """Whether "zwischen" stands before the number, perhaps with "rund" between."""
    before = words_before(text, start)
    if blur := before.ending(lexicon.blurs):
        before = before.without(blur[0])
    return before.ending(lexicon.between) is not None
