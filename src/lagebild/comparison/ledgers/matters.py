"""Matters: which sums of money and shares are of one thing, as they have no noun that tells it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from lagebild.comparison.identities.naming import plain
from lagebild.comparison.ledgers.numbers import Number
from lagebild.model.claim import Figure
from lagebild.model.keys import content_key

SAME = 1e6
"""From this size on the same sum of two digits or more is told of one thing."""
APART = 92
"""Days; what is told of a sum later is of another one."""
TIMES = 10.0
"""One sum of a thing is at most so many times another."""
SHARED = 2
"""So many of the names and nouns that recur in them have two reports in common that are of one matter."""


def matters_of(numbers: Iterable[Number], claims: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """The matter of each sum and share, by the ref of its telling: the claim that it is told in, else the very
    sentence. One are also those that are of one kind in reports that are of the same, as far as each report
    has one such sum only; and the very same sum of the same people ("1,4 Milliarden Euro" is no chance)."""
    told = [number for number in numbers if number.thing.kind is None]
    matters = {
        number.telling.ref: claims.get(
            (number.telling.document, number.telling.record), content_key("s", plain(number.telling.words))
        )
        for number in told
    }
    roots: dict[str, str] = {}
    for one, other in _alike(told):
        first, second = (_root(roots, matters[number.telling.ref]) for number in (one, other))
        roots[max(first, second)] = min(first, second)
    return {ref: _root(roots, matter) for ref, matter in matters.items()}


def _alike(numbers: Sequence[Number]) -> Iterable[tuple[Number, Number]]:
    groups: dict[tuple[object, ...], list[Number]] = {}
    for number in numbers:
        figure = number.figure
        if (figure.low or figure.high or 0) >= SAME and _digits(figure) > 1:
            groups.setdefault((number.thing.unit, figure.low, figure.high), []).append(number)
    yield from (pair for group in groups.values() for pair in combinations(group, 2) if pair[0].about & pair[1].about)
    kinds: dict[tuple[object, ...], list[Number]] = {}
    for number in numbers:
        if number.sum is not None:
            kinds.setdefault((number.thing.unit, number.sum, number.whose), []).append(number)
    for group in kinds.values():
        crowded = _crowded(group)
        for one, other in combinations(group, 2):
            if _may_be_one(one, other) and (not crowded & {one.telling.ref, other.telling.ref} or _share(one, other)):
                yield one, other


def _crowded(group: Sequence[Number]) -> set[str]:
    """The sums of reports in which one voice tells several of the kind: each is of something else."""
    told: dict[tuple[str, str | None], set[tuple[float | None, float | None]]] = {}
    for number in group:
        place = (number.telling.document, number.telling.voice.name)
        told.setdefault(place, set()).add((number.figure.low, number.figure.high))
    return {number.telling.ref for number in group if len(told[number.telling.document, number.telling.voice.name]) > 1}


def _share(one: Number, other: Number) -> bool:
    return not one.nouns.isdisjoint(other.nouns)


def _may_be_one(one: Number, other: Number) -> bool:
    """Whether two sums of a kind may be of one thing: told in reports that are of the same, near in time, and of one
    size."""
    alike = one.telling.document == other.telling.document or len(one.topic & other.topic) >= SHARED
    sizes = sorted(_size(number.figure) for number in (one, other))
    return alike and _near(one, other) and sizes[1] <= sizes[0] * TIMES


def _near(one: Number, other: Number) -> bool:
    days = [number.telling.day for number in (one, other)]
    if None in days:
        return True
    first, last = (date.fromisoformat(day) for day in days if day is not None)
    return abs((last - first).days) <= APART


def _size(figure: Figure) -> float:
    return figure.low or figure.high or 0.0


def _digits(figure: Figure) -> int:
    """How many digits a number is told to: two for 1,400,000,000."""
    number = figure.low if figure.low is not None else figure.high
    return len(str(int(number or 0)).rstrip("0"))


def _root(roots: Mapping[str, str], matter: str) -> str:
    while roots.get(matter, matter) != matter:
        matter = roots[matter]
    return matter
