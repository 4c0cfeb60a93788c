"""Which quantity is a part of which: "50.000 Soldaten, unter ihnen etwa 10.000 nordkoreanische Kämpfer"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.extraction.quantities.before import words_before
from lagebild.extraction.quantities.words import Words
from lagebild.model.quantity import Quantity

REACH = 300
"""How far back, in characters, the whole may stand."""
SHARES = frozenset({"%", "share"})
"""Units of a part of something; what they are a part of is never itself such a part."""
SCALED = 1_000_000
"""From here on a number was written with a scale, so it is one of the whole's units and not of its millions."""

# "35 der letzten 41 Rennen"
_ATTRIBUTES = re.compile(r"(?:[^\W\d_]+n\s){0,2}")


def with_parts(text: str, quantities: Sequence[Quantity], words: Words) -> Iterator[Quantity]:
    """The quantities, with `part_of` set where the text says that one is among another."""
    done: list[Quantity] = []
    for index, quantity in enumerate(quantities):
        whole = _whole(text, index, quantities, done, words)
        done.append(quantity if whole is None else _part(quantity, whole))
        yield done[-1]


def _part(quantity: Quantity, whole: Quantity) -> Quantity:
    """The part, with the whole's unit where it has left that out: "50 Milliarden Euro, davon 33 Milliarden"."""
    scaled = quantity.unit is None and quantity.rule == "bare" and (quantity.low or 0) >= SCALED
    return replace(quantity, part_of=whole.span, unit=whole.unit if scaled else quantity.unit)


def _whole(
    text: str, index: int, quantities: Sequence[Quantity], done: Sequence[Quantity], words: Words
) -> Quantity | None:
    quantity = quantities[index]
    start = quantity.span.start
    if _announced(text, start, words):
        return _antecedent(text, quantity, done)
    behind = words.part_after.match(text, quantity.span.end)
    if behind is None and quantity.counted is not None:
        # Behind the counted noun "der" and "von" lead on to something else ("vier Gruppen der 30 Staaten").
        behind = words.part_after.match(text, quantity.counted.end)
        if behind is not None and behind["word"] not in words.pointing and behind["word"] not in words.summing:
            behind = None
    if behind is None:
        return _sibling_whole(text, quantity, done, words)
    if behind["word"] in words.pointing:
        return _antecedent(text, quantity, done)
    following = quantities[index + 1] if index + 1 < len(quantities) else None
    if following is None or following.unit is not None or not _fits(quantity, following):
        return None
    return following if _ATTRIBUTES.fullmatch(text, behind.end(), following.span.start) else None


def _fits(part: Quantity, whole: Quantity) -> bool:
    """Whether the one can be among the other: no greater, and of its kind; a share can be a part of anything."""
    if part.unit in SHARES:
        return whole.unit not in SHARES
    if part.unit != whole.unit and not (part.unit is None and part.counted is None and whole.unit not in SHARES):
        return False
    least, most = part.low or part.high, whole.high or whole.low
    return least is None or most is None or least <= most


def _announced(text: str, start: int, words: Words) -> bool:
    """Whether "darunter" or the like leads up to the number, with at most three words such as "auch" between."""
    before = words_before(text, start)
    for _ in range(3):
        if before.ending(words.part_before):
            return True
        between = before.ending(words.part_between)
        if between is None:
            return False
        before = before.without(between[0])
    return before.ending(words.part_before) is not None


def _antecedent(text: str, quantity: Quantity, done: Sequence[Quantity]) -> Quantity | None:
    """The nearest quantity before in this paragraph that is no part itself."""
    start = quantity.span.start
    for earlier in reversed(done):
        if start - earlier.span.end > REACH or "\n" in text[earlier.span.end : start]:
            return None
        if earlier.part_of is None and earlier.unit not in SHARES:
            return earlier if _fits(quantity, earlier) else None
    return None


def _sibling_whole(text: str, quantity: Quantity, done: Sequence[Quantity], words: Words) -> Quantity | None:
    """ "darunter drei Kinder und fünf Frauen": the second is a part of the same whole."""
    if not done or done[-1].part_of is None or done[-1].part_of.start > done[-1].span.start:
        return None
    last = done[-1]
    end = (last.counted or last.span).end
    if not words.next_part.fullmatch(text, end, quantity.span.start):
        return None
    return next((earlier for earlier in reversed(done) if earlier.span == last.part_of), None)
