"""Blocks: which tellings are worth comparing at all; the cost grows with their number and not with its square."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from lagebild.comparison.claims.matter import Matter

SIDES = 3
COUNTING = 10
"""Numbers from here on bring together what reports of the same tell."""
ACTS = 2
THINGS = 2
RAREST = 5
"""So many of its words, those that say most and that others of its report have least, bring it together with what other
reports of the same tell."""
TOPICS = 6
"""So many names tell what a report is of."""
RARE = 0.5
"""The weight of a word that stands in few reports at all."""
REACH = 8
"""In a block, ordered by day, a telling is compared with so many on either side: a block of any size costs no more than
its number times this, and what is told of for months hangs together day by day."""


def marks_of(item: Matter) -> tuple[str, ...]:
    """The blocks that a telling is in: its deeds with whom it names, and its words with what its report is of; each
    once."""
    sides = sorted(item.owners | item.named)[:SIDES] or sorted(item.sides or item.lent)[:SIDES]
    acts = _heaviest(item, item.main or item.acts)[:ACTS]
    things = _heaviest(item, item.things)[:THINGS]
    where = sorted(item.places)[:SIDES] or sorted(item.grounds)[:SIDES]
    marks = [f"{act} {side}" for act in acts for side in sides]
    marks += [f"{act} {thing} {place}" for act in acts for thing in things for place in where]
    rarest = sorted(item.concepts, key=lambda name: (-item.local[name], name))[:RAREST]
    for topic in islice(item.topic, TOPICS):
        marks += [f"{name}^{topic}" for name in rarest if name != topic and item.concepts[name] >= RARE]
        marks += [f"{count.low:g}^{topic}" for count in item.counts if (count.low or 0) >= COUNTING]
    if item.text is not None:
        marks.append(f"'{item.text}")
    own = {item.number} if item.is_meant else set()
    taken_up = {item.means} if item.means is not None else set()
    marks += [f"{item.document}#{number}" for number in sorted(own | taken_up)]
    return tuple(dict.fromkeys(marks))


def _heaviest(item: Matter, names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (-item.concepts.get(name, 0.0), name))


def candidates(marked: Iterable[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Pairs of the tellings by their place in the order given, each pair once, in order; `marked` are their marks."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for number, marks in enumerate(marked):
        for mark in marks:
            blocks[mark].append(number)
    yield from sorted({
        (one, other) for block in blocks.values()
        for at, one in enumerate(block) for other in block[at + 1 : at + 1 + REACH]
    })  # fmt: skip
