"""The quantity stage: numerals with what blurs them, their unit, what they count; no years, ages, names or times."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from lagebild.extraction.quantities.before import Before, words_before
from lagebild.extraction.quantities.counted import Counter, counter
from lagebild.extraction.quantities.parts import with_parts
from lagebild.extraction.quantities.recognise import Numeral, Written, numerals_in
from lagebild.extraction.quantities.words import Words, words
from lagebild.language.load import Language
from lagebild.model.findings import Findings
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span

GAP = 48
"""How many characters at most lie between the two ends of a range."""

CONFIDENCE = {"measure": 0.95, "share": 0.9, "count": 0.9, "open": 0.8, "bare": 0.7}
"""Share of right quantities by rule, read in web news (see bench/README.md)."""


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


def find_quantities(findings: Findings, language: Language) -> Findings:
    """The findings with every amount of the text in `quantities`, in text order, none overlapping another.

    What the times stage found is left alone, so run it first; without it years, clock times and durations
    are still told by their shape.
    """
    text, lexicon = findings.document.text, words(language)
    taken = _taken(findings)
    count = counter(text, findings.analysis, lexicon)
    found: list[Quantity] = []
    for draft in _drafts(text, list(numerals_in(text, lexicon)), lexicon):
        if taken.covers(draft.start, draft.end):
            continue
        quantity = _quantity(text, draft, count, lexicon)
        if quantity is not None and (not found or found[-1].span.end <= quantity.span.start):
            found.append(quantity)
    return replace(findings, quantities=tuple(with_parts(text, found, lexicon)))


class Taken(NamedTuple):
    """Stretches that hold no quantities: times and page furniture. Sorted and disjoint."""

    starts: Sequence[int]
    ends: Sequence[int]

    def covers(self, start: int, end: int) -> bool:
        """Whether a stretch overlaps `[start, end)`."""
        index = bisect_right(self.starts, start) - 1
        if index >= 0 and self.ends[index] > start:
            return True
        return index + 1 < len(self.starts) and self.starts[index + 1] < end


def _taken(findings: Findings) -> Taken:
    furniture = findings.furniture or (findings.analysis.furniture if findings.analysis else ())
    merged: list[list[int]] = []
    for start, end in sorted([*(timex.span for timex in findings.timexes), *(item.span for item in furniture)]):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(end, merged[-1][1])
        else:
            merged.append([start, end])
    return Taken([start for start, _ in merged], [end for _, end in merged])


def _drafts(text: str, numerals: Sequence[Numeral], lexicon: Words) -> Iterable[Draft]:
    """Numerals with their units; two that are the ends of a range become one draft."""
    index = 0
    while index < len(numerals):
        first = numerals[index]
        end, unit, kind = _unit_behind(text, first, lexicon)
        second = numerals[index + 1] if index + 1 < len(numerals) else None
        if second is not None and second.written is not Written.JUNK and second.start - end <= GAP:
            second_end, second_unit, second_kind = _unit_behind(text, second, lexicon)
            between = " ".join(text[end : second.start].split())
            ends = _range(text, first, second, between, lexicon)
            if ends is not None:
                if first.written is not Written.JUNK:
                    yield Draft(
                        first.start, second_end, *ends, second.written, second_unit or unit, second_kind or kind, range=True
                    )
                index += 2
                continue
            if unit is None and second_unit and between in lexicon.shared_unit and first.written is not Written.JUNK:
                unit, kind = second_unit, second_kind
        yield Draft(first.start, end, first.value, first.value, first.written, unit, kind)
        index += 1


def _unit_behind(text: str, numeral: Numeral, lexicon: Words) -> tuple[int, str | None, str | None]:
    end = numeral.end
    if numeral.written is not Written.JUNK:
        place = end + (text[end : end + 1].isspace())
        for form, code, kind in lexicon.units.get(text[place : place + 1], ()):
            if text.startswith(form, place):
                after = place + len(form)
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


def _quantity(text: str, draft: Draft, count: Counter, lexicon: Words) -> Quantity | None:
    if draft.written is Written.JUNK or draft.kind == "time":
        return None
    unit, kind, low, high = draft.unit, draft.kind, draft.low, draft.high
    before = words_before(text, draft.start)
    if leading := before.ending(lexicon.leading_units):
        unit, kind = leading[1]
        before = before.without(leading[0])
    if sign := before.ending(lexicon.plus):
        before = before.without(sign[0])
        if not sign[1]:
            low, high = (None if high is None else -high), (None if low is None else -low)
    if draft.range and (opening := before.ending(lexicon.between) or before.ending(lexicon.range_from)):
        before = before.without(opening[0])
    before, approximation = _blurred(before, unit is not None, lexicon)
    if draft.range and (opening := before.ending(lexicon.between) or before.ending(lexicon.range_from)):
        before = before.without(opening[0])
    end = draft.end
    if after := lexicon.blur_after.match(text, end):
        approximation, end = lexicon.blurs_after[after["word"]], after.end()
    counted = count(end, kind == "share" or draft.written in (Written.SHARE, Written.OPEN))
    if draft.written is Written.OPEN:
        approximation = "vague"
    elif approximation in ("more_than", "at_least"):
        high = None
    elif approximation in ("less_than", "at_most"):
        low = None
    rule = _rule(text, draft, before, unit, counted, approximation, lexicon)
    if rule is None:
        return None
    return Quantity(Span(before.place, end), low, high, approximation, unit, counted, None, rule, CONFIDENCE[rule])


def _blurred(before: Before, measured: bool, lexicon: Words) -> tuple[Before, str | None]:
    found = before.ending(lexicon.blurs)
    if found is None:
        return before, None
    count, (meaning, needs_measure) = found
    return (before, None) if needs_measure and not measured else (before.without(count), meaning)


def _rule(
    text: str,
    draft: Draft,
    before: Before,
    unit: str | None,
    counted: Span | None,
    approximation: str | None,
    lexicon: Words,
) -> str | None:
    """Which rule vouches for the amount; None for a year, a name, an age, an ordinal."""
    if unit is not None:
        return "measure"
    if draft.written is Written.SHARE:
        return "share"
    if draft.written is Written.OPEN:
        return "open" if counted or (text[draft.start : draft.end] in lexicon.openers and text[draft.start].isupper()) else None
    if draft.written is Written.SCALED:
        return "count" if counted else "bare"
    blurred = approximation is not None or draft.range
    back = before.raw
    if draft.written is Written.DIGITS:
        if before.last_is(lexicon.labels) or _year(text, draft, counted, blurred, lexicon):
            return None
        if _ordinal(text, draft, before, lexicon) or (counted is None and not blurred and _named(back)):
            return None
    elif text[draft.start].isupper() and not _opens_sentence(back):
        return None
    if counted is not None:
        return "count"
    return "bare" if _stands_free(text, draft, back, blurred) else None


def _year(text: str, draft: Draft, counted: Span | None, blurred: bool, lexicon: Words) -> bool:
    if draft.end - draft.start != 4 and not draft.range:
        return False
    first, last, sure_first, sure_last = lexicon.years
    low, high = draft.low or 0.0, draft.high or 0.0
    if not text[draft.start : draft.start + 4].isdigit():
        return False
    if draft.range:
        return sure_first <= low <= sure_last and (high < 100 or sure_first <= high <= sure_last)
    if blurred:
        return False
    return sure_first <= low <= sure_last if counted else first <= low <= last


def _ordinal(text: str, draft: Draft, before: Before, lexicon: Words) -> bool:
    """Digits with a dot that does not end the sentence: "am 3. Tag", "das 70. Jubiläum", "3. Schritt"."""
    if text[draft.end : draft.end + 1] != "." or draft.high is None or draft.high >= 1000:
        return False
    following = text[draft.end + 1 : draft.end + 3].lstrip()
    return bool(following) and (
        following[0].islower()
        or not before.words
        or before.words[-1].lower() in lexicon.determiners
        or _named(before.raw)
    )


def _named(back: str) -> bool:
    """Behind a capitalised word a bare number is part of a name ("Android 6"), behind a bracket an age or a result."""
    stripped = back.rstrip(" \u00a0")
    if not stripped or stripped[-1] in "(/[|–-:;✝†*#>•":
        return True
    if "\n" in back[len(stripped) :]:
        return True
    word = stripped.rsplit(None, 1)[-1].lstrip("„\"»«'(")
    return word[:1].isupper() or word[-1:] in "\"“«»'’)"


def _opens_sentence(back: str) -> bool:
    stripped = back.rstrip(" \u00a0\t")
    return not stripped or stripped[-1] in ".!?:\n„\"»«“–-…|"


def _stands_free(text: str, draft: Draft, back: str, blurred: bool) -> bool:
    """A number without unit and noun is an amount only where the sentence uses it as one: not in a list or bracket."""
    following = text[draft.end : draft.end + 2]
    if blurred or draft.written is Written.WORD:
        return (draft.written is Written.WORD or bool(back.strip())) and not following.startswith((")", "/"))
    if not back.strip() or "\n" in back[-2:]:
        return False
    return following[:1] in ("", ".", ",", " ", ";", "!", "?") and (draft.high or 0) > 1
