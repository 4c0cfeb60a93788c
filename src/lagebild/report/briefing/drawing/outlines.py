"""Outlines of countries, where the build brought them along; a checkout may lack them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_HALF = 180.0

Point = tuple[float, float]
"""Degrees: longitude, latitude."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country's rings, holes among them, and the box around all; `code` is ISO 3166-1 alpha-3, None where it has
    none."""

    code: str | None
    rings: tuple[tuple[Point, ...], ...]
    west: float
    south: float
    east: float
    north: float


@cache
def countries() -> tuple[Country, ...]:
    """All countries; none where this installation has no outlines."""
    file = files("lagebild").joinpath("resources", "shared", "outlines.json")
    if not file.is_file():
        return ()
    return tuple(_country(item["code"], item["rings"]) for item in json.loads(file.read_text("utf-8"))["countries"])


def _unbroken(ring: Sequence[Point]) -> list[tuple[Point, ...]]:
    """The ring; one that crosses the date line in two, each on its side, as a line across the whole map is no coast."""
    crosses = any(abs(one[0] - other[0]) > _HALF for one, other in zip(ring, [*ring[1:], ring[0]], strict=True))
    if not crosses:
        return [tuple(ring)]
    west = tuple((x if x <= 0 else -_HALF, y) for x, y in ring)
    east = tuple((x if x > 0 else _HALF, y) for x, y in ring)
    return [west, east]


def _country(code: str | None, rings: Sequence[Sequence[Sequence[float]]]) -> Country:
    points = [point for ring in rings for point in ring]
    return Country(
        code=code,
        rings=tuple(piece for ring in rings for piece in _unbroken([(point[0], point[1]) for point in ring])),
        west=min(point[0] for point in points),
        south=min(point[1] for point in points),
        east=max(point[0] for point in points),
        north=max(point[1] for point in points),
    )
