"""Which quantity is a part of which: "50.000 Soldaten, unter ihnen etwa 10.000 nordkoreanische Kämpfer"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.extraction.quantities.before import words_before
from lagebild.extraction.quantities.words import Words
from lagebild.model.quantity import Quantity

REACH = 300
"""How far back, in characters, the whole may stand."""
_NEXT_PART = re.compile(r"\s*(?:,|und|sowie|,\s+und)?\s+|\s*,\s*")
# "35 der letzten 41 Rennen"
_ATTRIBUTES = re.compile(r"(?:[^\W\d_]+n\s){0,2}")


def with_parts(text: str, quantities: Sequence[Quantity], words: Words) -> Iterator[Quantity]:
    """The quantities, with `part_of` set where the text says that one is among another."""
    done: list[Quantity] = []
    for index, quantity in enumerate(quantities):
        whole = _whole(text, index, quantities, done, words)
        done.append(quantity if whole is None else replace(quantity, part_of=whole.span))
        yield done[-1]


def _whole(
    text: str, index: int, quantities: Sequence[Quantity], done: Sequence[Quantity], words: Words
) -> Quantity | None:
    quantity = quantities[index]
    start = quantity.span.start
    if _announced(text, start, words):
        return _antecedent(text, start, done)
    behind = words.part_after.match(text, (quantity.counted or quantity.span).end)
    if behind is None:
        behind = words.part_after.match(text, quantity.span.end)
    if behind is not None:
        if behind["word"] in words.pointing:
            return _antecedent(text, start, done)
        if (
            index + 1 < len(quantities)
            and quantity.unit in (None, "%")
            and _ATTRIBUTES.fullmatch(text, behind.end(), quantities[index + 1].span.start)
        ):
            return quantities[index + 1]
    return _sibling_whole(text, quantity, done)


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


def _antecedent(text: str, start: int, done: Sequence[Quantity]) -> Quantity | None:
    """The nearest quantity before in this paragraph that is no part itself."""
    for earlier in reversed(done):
        if start - earlier.span.end > REACH or "\n" in text[earlier.span.end : start]:
            return None
        if earlier.part_of is None and (earlier.unit is None or earlier.unit != "%"):
            return earlier
    return None


def _sibling_whole(text: str, quantity: Quantity, done: Sequence[Quantity]) -> Quantity | None:
    """ "darunter drei Kinder und fünf Frauen": the second is a part of the same whole."""
    if not done or done[-1].part_of is None or done[-1].part_of.start > done[-1].span.start:
        return None
    last = done[-1]
    end = (last.counted or last.span).end
    if not _NEXT_PART.fullmatch(text, end, quantity.span.start):
        return None
    return next((earlier for earlier in done if earlier.span == last.part_of), None)
