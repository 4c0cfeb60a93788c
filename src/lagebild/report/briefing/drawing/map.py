"""The map: places as circles on outlines of countries; without outlines the circles alone."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lagebild.model.situation import Site
from lagebild.report.briefing.drawing.labels import Box, Label, placed
from lagebild.report.briefing.drawing.outlines import Country, Point, countries
from lagebild.report.briefing.drawing.sheet import svg
from lagebild.report.briefing.wording import Wording

WIDTH = 760
_TALLEST, _SHORTEST = 520, 300
_AROUND = 0.18
"""The frame reaches so far beyond the outermost places, in parts of their spread."""
_LEAST = 6.0
"""Degrees that are shown at least, so that a single place has its surroundings."""
_SMALL = 1.5
"""Outlines and steps smaller than that many units are left out."""
_ROUGH_KM = 60
"""A place that reaches farther than that is drawn dashed: where in it something was is not known."""
_KM_A_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Frame:
    """What is shown: degrees to units. Longitudes are shortened as in the frame's middle."""

    west: float
    north: float
    scale: float
    narrow: float
    height: float

    def at(self, point: Point) -> Point:
        """Where a place stands, to a tenth."""
        return (
            round((point[0] - self.west) * self.narrow * self.scale, 1),
            round((self.north - point[1]) * self.scale, 1),
        )


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with the radius of its circle, and of the stretch that it may be in (0 where it is a point)."""

    x: float
    y: float
    radius: float
    reach: float
    told: str
    name: str


def map_picture(sites: Sequence[Site], wording: Wording, *, title: str) -> str | None:
    """The map of the places with a point; None where there are none. Countries as such are toned, not dotted."""
    located = [site for site in sites if _is_on_earth(site)]
    if not located:
        return None
    dotted = [site for site in located if site.kind != "country"] or located
    frame = _frame([_point(site) for site in dotted])
    named = {site.code for site in located if site.kind == "country" and site not in dotted}
    spots = [_spot(site, frame, wording) for site in dotted]
    return svg(
        "map",
        width=WIDTH,
        height=round(frame.height),
        title=title,
        text=wording.word("pictures", "map_text", number=len(dotted)),
        land=[(_path(country, frame), country.code in named) for country in countries() if _in_sight(country, frame)],
        spots=spots,
        labels=_labels(dotted, spots, frame, wording),
    )


def _is_on_earth(site: Site) -> bool:
    if site.latitude is None or site.longitude is None:
        return False
    return abs(site.latitude) <= 90 and abs(site.longitude) <= 180


def _point(site: Site) -> Point:
    assert site.longitude is not None
    assert site.latitude is not None
    return site.longitude, site.latitude


def _frame(points: Sequence[Point]) -> Frame:
    west, east = _widened([x for x, _ in points], _LEAST * 1.6)
    south, north = _widened([y for _, y in points], _LEAST)
    south, north = max(south, -85.0), min(north, 85.0)
    narrow = max(0.2, math.cos(math.radians((south + north) / 2)))
    scale = WIDTH / ((east - west) * narrow)
    height = (north - south) * scale
    if height > _TALLEST:
        # Too tall: the frame becomes wider, so that the whole height fits.
        scale = _TALLEST / (north - south)
        spare = WIDTH / (scale * narrow) - (east - west)
        return Frame(west - spare / 2, north, scale, narrow, _TALLEST)
    if height < _SHORTEST:
        spare = (_SHORTEST - height) / scale
        return Frame(west, min(85.0, north + spare / 2), scale, narrow, _SHORTEST)
    return Frame(west, north, scale, narrow, height)


def _widened(values: Sequence[float], least: float) -> tuple[float, float]:
    low, high = min(values), max(values)
    spare = max((high - low) * _AROUND, (least - (high - low)) / 2, 0.5)
    return low - spare, high + spare


def _spot(site: Site, frame: Frame, wording: Wording) -> Spot:
    x, y = frame.at(_point(site))
    reach = site.precision_km or 0.0
    units = reach / _KM_A_DEGREE * frame.scale
    state = wording.side(site.code) if site.code else ""
    name = wording.place(site.name, site.code)
    told = f"{name} ({state})" if state and state != name else name
    return Spot(
        x=x,
        y=y,
        radius=round(min(12.0, 4 + math.sqrt(site.documents)), 1),
        reach=round(min(units, 160.0), 1) if reach > _ROUGH_KM else 0.0,
        told=f"{told}: {wording.number_of('origins', 'reports', site.documents)}",
        name=site.name,
    )


def _labels(sites: Sequence[Site], spots: Sequence[Spot], frame: Frame, wording: Wording) -> list[Label]:
    """Names beside their circles where there is room, those of most reports first."""
    taken = [Box(spot.x - 6, spot.y - 6, spot.x + 6, spot.y + 6) for spot in spots]
    inside = Box(2, 2, WIDTH - 2, frame.height - 2)
    found = (
        placed(wording.place(site.name, site.code), spot.x, spot.y, spot.radius + 4, taken, inside)
        for site, spot in zip(sites, spots, strict=True)
    )
    return [label for label in found if label is not None]


def _in_sight(country: Country, frame: Frame) -> bool:
    east = frame.west + WIDTH / (frame.scale * frame.narrow)
    south = frame.north - frame.height / frame.scale
    return country.west < east and country.east > frame.west and country.south < frame.north and country.north > south


def _path(country: Country, frame: Frame) -> str:
    """The outline as an SVG path, steps too small to be seen left out."""
    return "".join(_ring(ring, frame) for ring in country.rings)


def _ring(ring: Iterable[Point], frame: Frame) -> str:
    points: list[Point] = []
    for place in map(frame.at, ring):
        if not points or math.dist(place, points[-1]) >= _SMALL:
            points.append(place)
    if len(points) < 3 or not _touches(points, frame):
        return ""
    return "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in points) + "z"


def _touches(points: Sequence[Point], frame: Frame) -> bool:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    big = max(xs) - min(xs) > _SMALL or max(ys) - min(ys) > _SMALL
    return big and max(xs) > 0 and min(xs) < WIDTH and max(ys) > 0 and min(ys) < frame.height
