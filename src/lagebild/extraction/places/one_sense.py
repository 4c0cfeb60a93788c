"""One place a name: a report that means one Odessa means it everywhere (Gale, Church and Yarowsky 1992)."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from lagebild.model.place import Place
from lagebild.model.span import Span


def of_one_sense(places: Sequence[Place], guessed: Collection[Span]) -> list[Place]:
    """The places; of those at the spans `guessed`, told apart by the countries named near them alone, each is taken for
    what its name mostly means here, the first of these where they are equally many."""
    points: dict[str, Counter[Place]] = {}
    firsts: dict[tuple[str, str | None], Place] = {}
    for place in places:
        if place.latitude is not None:
            first = firsts.setdefault((place.name, place.code), place)
            points.setdefault(place.name, Counter())[first] += 1
    return [_as_mostly(place, points[place.name]) if place.span in guessed else place for place in places]


def _as_mostly(place: Place, points: Counter[Place]) -> Place:
    mostly = max(points, key=lambda first: points[first])
    if mostly.code == place.code:
        return place
    reason = f"{place.reason.partition('; ')[0]}; as mostly in the report"
    return replace(
        place, kind=mostly.kind, code=mostly.code, latitude=mostly.latitude, longitude=mostly.longitude,
        precision_km=mostly.precision_km, reason=reason,
    )  # fmt: skip
