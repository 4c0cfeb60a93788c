"""Matters: which sums of money and shares are of one thing, as they have no noun that tells it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from lagebild.comparison.identities.naming import plain
from lagebild.comparison.ledgers.likeness import Pairs, are_near, root_of
from lagebild.comparison.ledgers.numbers import Number
from lagebild.model.claim import Figure
from lagebild.model.keys import content_key

SAME = 1e6
"""From this size on the same sum of two digits or more is told of one thing."""
_Kind = tuple[str | None, str, str | None]
"""Unit, what it is of, and whose it is."""
TIMES = 10.0
"""One sum of a thing is at most so many times another."""


def matters_of(numbers: Iterable[Number], claims: Mapping[tuple[str, str], str], alike: Pairs) -> dict[str, str]:
    """The matter of each sum and share, by the ref of its telling: the claim that it is told in, else the very
    sentence. One are also those that are of one kind in reports that are of the same (`alike`), as far as each report
    has one such sum only; and the very same sum of the same people ("1,4 Milliarden Euro" is no chance)."""
    told = [number for number in numbers if number.thing.kind is None]
    matters = {
        number.telling.ref: claims.get(
            (number.telling.document, number.telling.record), content_key("s", plain(number.telling.words))
        )
        for number in told
    }
    roots: dict[str, str] = {}
    for one, other in (*_same_sums(told), *_same_kinds(told, alike)):
        first, second = (root_of(roots, matters[number.telling.ref]) for number in (one, other))
        roots[max(first, second)] = min(first, second)
    return {ref: root_of(roots, matter) for ref, matter in matters.items()}


def _same_sums(numbers: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    groups: dict[tuple[object, ...], list[Number]] = {}
    for number in numbers:
        figure = number.figure
        if (figure.low or figure.high or 0) >= SAME and _digits(figure) > 1:
            groups.setdefault((number.thing.unit, figure.low, figure.high), []).append(number)
    for group in groups.values():
        yield from (pair for pair in combinations(group, 2) if pair[0].about & pair[1].about)


def _same_kinds(numbers: Sequence[Number], alike: Pairs) -> Iterator[tuple[Number, Number]]:
    kinds: dict[_Kind, dict[str, list[Number]]] = {}
    for number in numbers:
        if number.sum is not None:
            kind = (number.thing.unit, number.sum, number.whose)
            kinds.setdefault(kind, {}).setdefault(number.telling.document, []).append(number)
    for documents in kinds.values():
        crowded = {ref for told in documents.values() for ref in _crowded(told)}
        pairs = [(told, told) for told in documents.values()]
        pairs += [(documents[one], documents[other]) for one, other in _pairs(documents, alike)]
        for one, other in (pair for told in pairs for pair in product(*told)):
            single = not crowded & {one.telling.ref, other.telling.ref}
            if one is not other and _may_be_one(one, other) and (single or _share(one, other)):
                yield one, other


def _pairs(documents: Mapping[str, object], alike: Pairs) -> Iterator[tuple[str, str]]:
    """The alike pairs of these documents; few are asked for in many, or many in few."""
    every = len(documents) * (len(documents) - 1) // 2
    if every < len(alike):
        return (pair for pair in combinations(sorted(documents), 2) if pair in alike)
    return (pair for pair in sorted(alike) if pair[0] in documents and pair[1] in documents)


def _crowded(group: Sequence[Number]) -> set[str]:
    """The sums of a report of which one voice tells several of the kind: each is of something else."""
    told: dict[tuple[str, str | None], set[tuple[float | None, float | None]]] = {}
    for number in group:
        place = (number.telling.document, number.telling.voice.name)
        told.setdefault(place, set()).add((number.figure.low, number.figure.high))
    return {number.telling.ref for number in group if len(told[number.telling.document, number.telling.voice.name]) > 1}


def _share(one: Number, other: Number) -> bool:
    return not one.nouns.isdisjoint(other.nouns)


def _may_be_one(one: Number, other: Number) -> bool:
    """Whether two sums of a kind may be of one thing: near in time, and of one size."""
    sizes = sorted(_size(number.figure) for number in (one, other))
    return are_near(one.telling.day, other.telling.day) and sizes[1] <= sizes[0] * TIMES


def _size(figure: Figure) -> float:
    return figure.low or figure.high or 0.0


def _digits(figure: Figure) -> int:
    """How many digits a number is told to: two for 1,400,000,000."""
    number = figure.low if figure.low is not None else figure.high
    return len(str(int(number or 0)).rstrip("0"))
