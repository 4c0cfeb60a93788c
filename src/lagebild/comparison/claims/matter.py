"""Matter: what a telling is of, as features that can be compared."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Count(NamedTuple):
    """A number of a telling: its range, its unit, and what is counted."""

    low: float | None
    high: float | None
    unit: str | None
    counted: str | None


# All numbers were set together with those of alike.py on the development part of the demonstration.
ACT, THING, WORD, SIDE, PLACE = 1.38, 1.35, 0.94, 0.92, 0.59
"""What a deed, a thing, any other word (times its own weight), a side and a place say of the matter."""
SIDE_MARK = "§"
"""Before the names of sides, which are no words."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What is compared of the telling with that number in that document; `day` is that of publication.

    `sides` are whom it names: codes of states and bodies, else names; `lent` whom the piece before names, where this
    one does not. `concepts` are what its words stand for, with their weights, names in capitals for rows of
    same_matter.tsv: `acts` those that are deeds, `things` those that are people and things. `context` is the same of
    what stands before, where it speaks of that. `moods` has "planned" and "added", `owners` the states whose people it
    tells of. `deeds` are the types of its events; `actor` and `recipient` those of its main event. `words` are the
    text's own for what the concepts stand for, to give reasons with.
    """

    document: str
    number: int
    start: int
    day: str | None
    sides: frozenset[str]
    concepts: Mapping[str, float]
    lent: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    moods: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    context: Mapping[str, float] = field(default_factory=dict)
    deeds: frozenset[str] = frozenset()
    actor: str | None = None
    recipient: str | None = None
    places: frozenset[str] = frozenset()
    counts: tuple[Count, ...] = ()
    first_day: str | None = None
    last_day: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    weights: Mapping[str, float] = field(init=False, repr=False, compare=False)
    """All that it tells, each with what that says."""
    lending: Mapping[str, float] = field(init=False, repr=False, compare=False)
    """The same for what only stands before it."""
    weight: float = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Weighs once what is compared many times."""
        own = {
            name: ACT if name in self.acts else THING if name in self.things else WORD * weight
            for name, weight in self.concepts.items()
        }
        own |= {SIDE_MARK + side: SIDE for side in self.sides} | dict.fromkeys(self.places, PLACE)
        lending = {name: (THING if name.isupper() else WORD) * weight for name, weight in self.context.items()}
        object.__setattr__(self, "weights", own)
        object.__setattr__(self, "lending", lending | {SIDE_MARK + side: SIDE for side in self.lent})
        object.__setattr__(self, "weight", summed(own.values()))

    @property
    def place(self) -> tuple[str, str, int]:
        """Where it stands in the order of all: by day (the undated last), document and number."""
        return self.day or UNDATED, self.document, self.number


def summed(weights: Iterable[float]) -> float:
    """The sum, the same in whatever order they come."""
    return sum(sorted(weights))


UNDATED = "9999-12-31"
