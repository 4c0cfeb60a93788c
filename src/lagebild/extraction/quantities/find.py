"""The quantity stage: numerals with what blurs them, their unit, what they count; no years, ages, names or times."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from lagebild.extraction.quantities.before import Before, words_before
from lagebild.extraction.quantities.counted import Counter, counter
from lagebild.extraction.quantities.drafts import Draft, drafts_in
from lagebild.extraction.quantities.ellipsis import with_shared_nouns
from lagebild.extraction.quantities.parts import with_parts
from lagebild.extraction.quantities.recognise import Written, numerals_in
from lagebild.extraction.quantities.vouch import rule_for
from lagebild.extraction.quantities.words import Words, words
from lagebild.language.load import Language
from lagebild.model.findings import Findings
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span

CONFIDENCE = {"measure": 0.95, "share": 0.9, "count": 0.9, "open": 0.8, "bare": 0.7}
"""Share of right quantities by rule, read in web news (see bench/README.md)."""


def find_quantities(findings: Findings, language: Language) -> Findings:
    """The findings with every amount of the text in `quantities`, in text order, none overlapping another.

    What the times stage found is left alone, so run it first; without it years, clock times and durations
    are still told by their shape.
    """
    text, lexicon = findings.document.text, words(language)
    taken = _taken(findings)
    count = counter(text, findings.analysis, lexicon)
    found: list[Quantity] = []
    for draft in drafts_in(text, list(numerals_in(text, lexicon)), lexicon):
        if taken.covers(draft.start):
            continue
        quantity = _quantity(text, draft, count, lexicon)
        if quantity is not None and (not found or found[-1].span.end <= quantity.span.start):
            found.append(quantity)
    shared = tuple(with_shared_nouns(text, found, lexicon))
    return replace(findings, quantities=tuple(with_parts(text, shared, lexicon)))


class Taken(NamedTuple):
    """Stretches that hold no quantities: times and page furniture. Sorted and disjoint."""

    starts: Sequence[int]
    ends: Sequence[int]

    def covers(self, place: int) -> bool:
        """Whether a stretch holds the place. Where a number begins decides: "50 Megabit pro Sekunde" ends in a time."""
        index = bisect_right(self.starts, place) - 1
        return index >= 0 and self.ends[index] > place


def _taken(findings: Findings) -> Taken:
    furniture = findings.furniture or (findings.analysis.furniture if findings.analysis else ())
    merged: list[list[int]] = []
    for start, end in sorted([*(timex.span for timex in findings.timexes), *(item.span for item in furniture)]):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(end, merged[-1][1])
        else:
            merged.append([start, end])
    return Taken([start for start, _ in merged], [end for _, end in merged])


def _quantity(text: str, draft: Draft, count: Counter, lexicon: Words) -> Quantity | None:
    if draft.written is Written.JUNK or draft.kind == "time":
        return None
    unit, kind, low, high = draft.unit, draft.kind, draft.low, draft.high
    before = words_before(text, draft.start)
    if (
        draft.written is Written.SHARE
        and text[draft.start].isupper()
        and text[draft.start : draft.end] in lexicon.values
    ):
        if not (before.words and before.words[-1].lower() in lexicon.share_articles):
            return None
        before = before.without(1)
    if leading := before.ending(lexicon.leading_units):
        unit, kind = leading[1]
        before = before.without(leading[0])
    if (sign := before.ending(lexicon.plus)) and (before.words[-1].isalpha() or not before.raw[-1].isspace()):
        before = before.without(sign[0])
        if not sign[1]:
            low, high = (None if high is None else -high), (None if low is None else -low)
    if draft.range and (opening := before.ending(lexicon.between)):
        before = before.without(opening[0])
    before, approximation = _blurred(before, unit is not None, lexicon)
    if draft.range and (opening := before.ending(lexicon.between)):
        before = before.without(opening[0])
    end = draft.end
    if after := lexicon.blur_after.match(text, end):
        approximation, end = lexicon.blurs_after[after["word"]], after.end()
    genitive = kind == "share" or draft.written in (Written.SHARE, Written.OPEN)
    counted = None if draft.shared else count(end, genitive, unit is not None)
    if counted is not None:
        head = text[counted.start : counted.end].rsplit(None, 1)[-1]
        if head in lexicon.times or head.endswith(lexicon.time_endings):
            return None
    if draft.written is Written.OPEN:
        approximation = "vague"
    elif approximation in ("more_than", "at_least"):
        high = None
    elif approximation in ("less_than", "at_most"):
        low = None
    rule = rule_for(text, draft, before, unit, counted, approximation, lexicon)
    if rule is None:
        return None
    return Quantity(Span(before.place, end), low, high, approximation, unit, counted, None, rule, CONFIDENCE[rule])


def _blurred(before: Before, measured: bool, lexicon: Words) -> tuple[Before, str | None]:
    found = before.ending(lexicon.blurs)
    if found is None:
        return before, None
    count, blur = found
    rest = before.words[:-count]
    if (blur.measured and not measured) or not blur.unless.isdisjoint(rest):
        return before, None
    if blur.joined and not (rest and rest[-1][-1:].isalnum()):
        return before, None
    return before.without(count), blur.means
