"""Place: a name in the text that says where, with its country and a point on the map as far as they can be told."""

from dataclasses import dataclass
from enum import StrEnum

from lagebild.model.span import Span


class PlaceKind(StrEnum):
    """What sort of place a name stands for."""

    CITY = "city"
    """A town, village or site."""
    REGION = "region"
    """A province, island, landscape, or a part of a country such as "Ostukraine"."""
    COUNTRY = "country"
    WATER = "water"
    AREA = "area"
    """A continent or a stretch of many countries: "Naher Osten"."""


@dataclass(frozen=True, slots=True)
class Place:
    """`span` covers the name alone, without preposition, article or noun before it. `name` is its usual form.

    `code`: ISO 3166-1 alpha-3 of the state it lies in, None where that is doubtful or more than one.
    `latitude`, `longitude`: degrees of its middle; None together where it stays unresolved.
    `precision_km`: the place reaches about that far from the point; None without a point.
    `reason`: why it is a place, and why this one, in words.
    """

    span: Span
    name: str
    kind: PlaceKind
    code: str | None
    latitude: float | None
    longitude: float | None
    precision_km: float | None
    reason: str
    rule: str
    confidence: float
