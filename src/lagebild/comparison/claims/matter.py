"""Matter: what a telling is of, as features that can be compared."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import fsum, log2
from typing import NamedTuple, Protocol

VERBATIM_WORDS = 6
"""So many words told again letter by letter are a copy, whatever else they seem to mean."""

SHORT_VERBATIM_WORDS = 3
"""So many are one where the reports are of the same."""
SHORT = "~"
"""Begins what stands for so few words."""


class Count(NamedTuple):
    """A number of a telling: its range, its unit, and what is counted."""

    low: float | None
    high: float | None
    unit: str | None
    counted: str | None


class Weighed(NamedTuple):
    """Names, each with what the word says that stands for it, and the sum over the words."""

    by_name: Mapping[str, float]
    whole: float


# All numbers were set together with those of alike.py on the development part of the demonstration.
ACT, VERB, NOMINAL, THING, WORD, SIDE, PLACE = 1.6, 1.4, 1.2, 1.2, 0.6, 0.6, 0.8
"""What a deed (of a row of same_matter, of a verb that has none, or only named by a noun), a thing, any other word
(times its own weight), a side and a place say of the matter."""
DEED, ACTS, OBJECT, TOLD = 1, 2, 4, 8
"""Bits of what a word is: a main deed, a deed, a thing, anything that words tell."""
SIDE_MARK = "§"
"""Before the names of sides, which are no words."""


class Report(Protocol):
    """What is compared of reports: `topic` tells of what one is (topics.py)."""

    @property
    def document(self) -> str:
        """Its key."""

    @property
    def day(self) -> str | None:
        """That of publication."""

    @property
    def topic(self) -> Mapping[str, float]:
        """The names that tell most, each with how much."""


@dataclass(frozen=True)
class Matter:
    """What is compared of the telling with that number in that document; `day` is that of publication.

    `sides` are whom it names: codes of states and bodies, else names; `named` those of them that stand there as a noun;
    `owners` the states whose people it is about; `lent` whom the piece before names, where this one does not.
    `concepts` are what its words may stand for, with their weights, names in capitals for rows of same_matter; `units`
    number the words by these, as those of one word count once (see `once`); `maybe` are deeds and things that a word
    may mean as well as what it is taken for; `acts`
    those that are deeds, `main` those of its verb (`is_nominal`: it names deeds only as nouns; `passing`: they are of a
    day), `things` those that are people and things; `context` the same of what stands before it, where it speaks of
    "them". `moods` has "planned", "added" and "supposed". `deeds` are the types of its events; `actor` and `recipient`
    those of its main event. `places` are the names of places, `grounds` the states in which it is, `is_region` whether
    one of the places is a part of a state; `period` the stretch of time that a count is for. `means` is the number of
    the telling before whose very matter it takes up, `is_meant` whether one takes up this. `text` stands for its words
    letter by letter, beginning with SHORT where they are few, None for one or two. `topic` and `recurring` tell of
    what its report is (topics.py); `head` tells whether the piece stands there. `voice` is the last word of the name
    of who says it, None where the report does; `stance` what is done with the matter, None where it is asserted.
    `words` are the text's own for what the concepts stand for, to give reasons with.
    """

    document: str
    number: int
    start: int
    day: str | None
    sides: frozenset[str]
    concepts: Mapping[str, float]
    lent: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    maybe: frozenset[str] = frozenset()
    main: frozenset[str] = frozenset()
    is_nominal: bool = False
    things: frozenset[str] = frozenset()
    moods: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    context: Mapping[str, float] = field(default_factory=dict)
    units: Mapping[str, int] = field(default_factory=dict)
    deeds: frozenset[str] = frozenset()
    actor: str | None = None
    recipient: str | None = None
    places: frozenset[str] = frozenset()
    grounds: frozenset[str] = frozenset()
    is_region: bool = False
    period: str | None = None
    voice: str | None = None
    stance: str | None = None
    passing: bool = False
    means: int | None = None
    is_meant: bool = False
    text: str | None = None
    topic: Mapping[str, float] = field(default_factory=dict)
    recurring: Mapping[str, int] = field(default_factory=dict)
    head: bool = False
    counts: tuple[Count, ...] = ()
    first_day: str | None = None
    last_day: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """All that it tells, each with what that says."""
        own = {name: self._weight_of(name, weight) for name, weight in self.concepts.items()}
        return own | self._of_sides | dict.fromkeys(self.places, PLACE)

    @cached_property
    def lending(self) -> Mapping[str, float]:
        """The same for what only stands before it."""
        lending = {name: (THING if name.isupper() else WORD) * weight for name, weight in self.context.items()}
        return lending | {SIDE_MARK + side: SIDE for side in self.lent}

    @cached_property
    def parties(self) -> frozenset[str]:
        """Whom it names, if only before it."""
        return self.sides | self.lent

    @cached_property
    def whose(self) -> frozenset[str]:
        """Whose people it may be about."""
        return self.owners or self.named or self.parties

    @cached_property
    def weight(self) -> float:
        """The sum over its words."""
        return summed(heaviest(self.weights, self.units).values())

    @cached_property
    def local(self) -> Mapping[str, float]:
        """What its words tell, each with its weight and the less of that, the more pieces of its report tell the
        same."""
        return self._local(self._by_itself)

    @cached_property
    def local_sides(self) -> Mapping[str, float]:
        """The same of whom it names."""
        return self._local(self._of_sides)

    @cached_property
    def in_report(self) -> Weighed:
        """The same as in `local` of the word that stands for it."""
        return self._by_word(self.local)

    @cached_property
    def in_full(self) -> Weighed:
        """The same whatever others of its report tell."""
        return self._by_word(self._by_itself)

    @cached_property
    def kinds(self) -> Mapping[str, int]:
        """What each of its words is: DEED, ACTS, OBJECT and TOLD together, 0 for a place."""
        parts = ((self.main, DEED), (self.acts, ACTS), (self.things, OBJECT), (self.concepts, TOLD))
        return {name: sum(kind for names, kind in parts if name in names) for name in self._by_itself}

    @cached_property
    def doubled(self) -> frozenset[str]:
        """Names that stand for a word for which another one stands as well."""
        count = Counter(self.units.values())
        return frozenset(name for name, unit in self.units.items() if count[unit] > 1)

    @cached_property
    def days(self) -> tuple[int, int] | None:
        """The first and the last of the days that it tells, as numbers in the order of time."""
        if not self.first_day or not self.last_day:
            return None
        return date.fromisoformat(self.first_day).toordinal(), date.fromisoformat(self.last_day).toordinal()

    @property
    def _of_sides(self) -> dict[str, float]:
        return {SIDE_MARK + side: SIDE for side in self.sides | self.grounds}

    @property
    def _by_itself(self) -> Mapping[str, float]:
        return {**self.concepts, **dict.fromkeys(self.places, PLACE)}

    def _local(self, told: Mapping[str, float]) -> Mapping[str, float]:
        return {name: weight * self._rarity(name) for name, weight in told.items()}

    def _by_word(self, told: Mapping[str, float]) -> Weighed:
        units = heaviest(told, self.units)
        return Weighed({name: units[self.units.get(name, name)] for name in told}, summed(units.values()))

    def _rarity(self, name: str) -> float:
        """What a name still says of this piece when others of its report have it too."""
        return 1 / (1 + log2(self.recurring.get(name.removeprefix(SIDE_MARK), 1)))

    def _weight_of(self, name: str, weight: float) -> float:
        if name not in self.acts:
            return THING if name in self.things else WORD * weight
        if self.is_nominal:
            return NOMINAL * (1 if name.isupper() else weight)
        return ACT if name.isupper() else VERB * weight

    @property
    def place(self) -> tuple[str, str, int]:
        """Where it stands in the order of all: by day (the undated last), document and number."""
        return self.day or UNDATED, self.document, self.number


def once(shared: Mapping[str, float], one: Matter, other: Matter, *, met: Iterable[str] = ()) -> Mapping[str, float]:
    """What two have in common, each word of either only once, for what says most; `met` are names whose words have met
    already."""
    if not met and one.doubled.isdisjoint(shared) and other.doubled.isdisjoint(shared):
        return shared
    mine, others = one.units, other.units
    ours, theirs = {mine.get(name, name) for name in met}, {others.get(name, name) for name in met}
    kept: dict[str, float] = {}
    for _, name in sorted([(-weight, name) for name, weight in shared.items()]):
        left, right = mine.get(name, name), others.get(name, name)
        if left not in ours and right not in theirs:
            ours.add(left)
            theirs.add(right)
            kept[name] = shared[name]
    return kept


def in_both(ours: Mapping[str, float], theirs: Mapping[str, float]) -> dict[str, float]:
    """The names that both have, each with the lesser of its weights."""
    found: dict[str, float] = {}
    for name in ours.keys() & theirs.keys():
        weight, found[name] = ours[name], theirs[name]
        if weight < found[name]:  # min() takes twice as long, and most of comparing two tellings does this
            found[name] = weight
    return found


def heaviest(weights: Mapping[str, float], units: Mapping[str, int]) -> dict[str | int, float]:
    """The weight of each word, by its number: that of the heaviest of what it may stand for; a name that is no word's
    stands for itself."""
    found: dict[str | int, float] = {}
    for name, weight in weights.items():
        unit = units.get(name, name)
        found[unit] = max(weight, found.get(unit, 0.0))
    return found


def shorter_first(one: float, other: float) -> tuple[float, float]:
    """What the telling that says less says, and the other."""
    return (one, other) if one < other else (other, one)


def summed(weights: Iterable[float]) -> float:
    """The sum, the same in whatever order they come."""
    return fsum(weights)


UNDATED = "9999-12-31"
