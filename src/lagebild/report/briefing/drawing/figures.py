"""The chart of figures: values over the days on which they were published."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lagebild.model.situation import Value
from lagebild.report.briefing.drawing.labels import Box, Label, placed
from lagebild.report.briefing.drawing.scales import Scale, day_scale, day_ticks, round_ticks
from lagebild.report.briefing.drawing.sheet import svg
from lagebild.report.briefing.wording import Wording

WIDTH, HEIGHT = 720, 340
_LEFT, _RIGHT, _TOP, _BOTTOM = 74, 16, 18, 44
_ROUGH = frozenset({"about", "nearly", "vague"})
_UP, _DOWN = frozenset({"more_than", "at_least"}), frozenset({"less_than", "at_most"})
_RADIUS = 5.5
_ARROW = 20


@dataclass(frozen=True, slots=True)
class Mark:
    """One value: a point, or a stretch from `y` down to `low`; `open` is "up", "down" or "", `told` what it is."""

    x: float
    y: float
    low: float
    rough: bool
    open: str
    part: bool
    past: bool
    outlier: bool
    told: str


def figures_picture(
    values: Sequence[Value], wording: Wording, *, title: str, low: float | None = None, high: float | None = None
) -> str | None:
    """The chart; None where no value has a number and a day. `low` and `high` bound the values told last."""
    dated = [value for value in values if value.day and _top(value) is not None]
    if not dated:
        return None
    days = [date.fromisoformat(value.day or "") for value in dated]
    across = day_scale(min(days), max(days), _LEFT + 24, WIDTH - _RIGHT - 24)
    ticks = round_ticks(max(max(_top(value) or 0 for value in dated) * 1.08, high or 0))
    up = Scale(0, ticks[-1], HEIGHT - _BOTTOM, _TOP)
    marks = tuple(dict.fromkeys(_mark(value, across, up, wording) for value in dated))
    least = min(value.low if value.low is not None else value.high or 0 for value in dated)
    text = wording.word(
        "pictures", "figures_text", number=len(dated), first=wording.day(min(days).isoformat()),
        last=wording.day(max(days).isoformat()), low=wording.number(least),
        high=wording.number(max(_top(value) or 0 for value in dated)),
    )  # fmt: skip
    band = None
    if low is not None and high is not None:
        band = (up.at(high), up.at(low))
    return svg(
        "figures",
        width=WIDTH,
        height=HEIGHT,
        title=title,
        text=text,
        left=_LEFT,
        right=WIDTH - _RIGHT,
        bottom=HEIGHT - _BOTTOM,
        rows=[(up.at(tick), wording.number(tick)) for tick in ticks],
        columns=[(across.at(tick.toordinal()), wording.tick(tick)) for tick in day_ticks(min(days), max(days))],
        band=band,
        marks=marks,
        labels=_labels(dated, across, up, wording, marks),
        axis=wording.word("figures", "axis_day"),
        radius=_RADIUS,
        arrow=_ARROW,
    )


def _top(value: Value) -> float | None:
    return value.high if value.high is not None else value.low


def _mark(value: Value, across: Scale, up: Scale, wording: Wording) -> Mark:
    top = _top(value) or 0
    bottom = value.low if value.low is not None else top
    approximation = value.approximation or ""
    direction = "up" if approximation in _UP or value.high is None else ""
    if approximation in _DOWN or value.low is None:
        direction = "down"
    day = wording.day(value.day)
    standing = f", {wording.word('standings', value.standing)}" if value.standing else ""
    told = f"{wording.value(value)} – {value.voice or wording.word('origins', 'unnamed')}, {day}{standing}"
    return Mark(
        x=across.at(date.fromisoformat(value.day or "").toordinal()),
        y=up.at(top),
        low=up.at(bottom),
        rough=approximation in _ROUGH,
        open=direction,
        part=value.part_of is not None,
        past=value.standing in ("revised", "repeated"),
        outlier=value.standing == "outlier",
        told=told,
    )


def _covered(mark: Mark) -> Box:
    """What a mark takes up, its arrow with it."""
    above = _ARROW + 4 if mark.open == "up" else 7
    below = _ARROW + 4 if mark.open == "down" else 7
    return Box(mark.x - 7, mark.y - above, mark.x + 7, max(mark.low, mark.y) + below)


def _labels(values: Sequence[Value], across: Scale, up: Scale, wording: Wording, marks: Sequence[Mark]) -> list[Label]:
    """The number and who gave it, at each mark where there is room; a number that many give is named once a day."""
    taken = [_covered(mark) for mark in marks]
    inside = Box(_LEFT, 0, WIDTH - 2, HEIGHT - _BOTTOM)
    found: list[Label] = []
    named: set[tuple[str | None, float | None, float | None]] = set()
    for value in values:
        told = (value.day, value.low, value.high)
        if told in named:
            continue
        named.add(told)
        mark = _mark(value, across, up, wording)
        number = wording.value(value)
        voice = value.voice or ""
        for text in (f"{number} · {voice}" if voice else number, number):
            label = placed(text, mark.x, mark.y, 10, taken, inside, size=12)
            if label is not None:
                found.append(label)
                break
    return found
