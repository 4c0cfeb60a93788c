"""Group: sightings that are taken for one, with how they came together."""

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lagebild.comparison.identities.context import Traits
from lagebild.comparison.identities.sighting import Sighting
from lagebild.model.entity import EntityKind


class Join(NamedTuple):
    """Two groups that were taken for one, by the names that they went by: how surely, and why, in words."""

    one: str
    other: str
    score: float
    reason: str


class Suggestion(NamedTuple):
    """Two entities, by their keys, that may be one but were left apart: how surely, and what speaks for and against."""

    one: str
    other: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Group:
    """`key` names the entity across documents; `name` is what most reports call it, or the table's name for it."""

    key: str
    kind: str
    name: str
    known: str | None
    traits: Traits
    members: tuple[Sighting, ...]
    joins: tuple[Join, ...] = ()


def in_order(sightings: Sequence[Sighting]) -> list[Sighting]:
    """The earliest first, the undated last: a report that is added later changes nothing about who comes first."""
    return sorted(sightings, key=lambda item: (item.day or datetime.date.max, item.document, item.entity))


def name_among(sightings: Sequence[Sighting]) -> str:
    """The table's name, else the full name that stands in most documents; of equals the longest."""
    known = Counter(item.known for item in sightings if item.known is not None)
    if known:
        return min(known, key=lambda name: (-known[name], name))
    names = Counter(item.name for item in sightings)
    person = sightings[0].kind == EntityKind.PERSON
    return min(names, key=lambda name: (person and " " not in name, name.isupper(), -names[name], -len(name), name))
