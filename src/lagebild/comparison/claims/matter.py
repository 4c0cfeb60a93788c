"""Matter: what a telling is of, as features that can be compared."""

from dataclasses import dataclass

from lagebild.model.claim import Figure, Telling


@dataclass(frozen=True, slots=True)
class Matter:
    """A telling with what is compared of it.

    `sides` are who it names, as codes of states and bodies or as keys or names of people; `concepts` what its other
    words stand for, with their weights; `deeds` the types of its events; `actor` and `recipient` those of its main
    event. `negated` says whether its words deny what they name, `borrowed` whether it only speaks of what was told just
    before, whose features it has then.
    """

    telling: Telling
    sides: frozenset[str]
    concepts: dict[str, float]
    deeds: frozenset[str]
    actor: str | None = None
    recipient: str | None = None
    places: frozenset[str] = frozenset()
    figures: tuple[Figure, ...] = ()
    negated: bool = False
    borrowed: bool = False

    @property
    def weight(self) -> float:
        """How much its words say."""
        return sum(self.concepts.values())
