"""The timeline: events as dots, intervals as bars, and hollow where no report tells the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lagebild.model.situation import Certainty, Happening
from lagebild.report.briefing.drawing.labels import cut, width_of
from lagebild.report.briefing.drawing.scales import Scale, day_scale, day_ticks
from lagebild.report.briefing.drawing.sheet import svg
from lagebild.report.briefing.wording import Wording

WIDTH = 760
_LEFT, _RIGHT, _TOP, _ROW = 20, 20, 30, 25
_BEFORE = 0.2
"""So much of the time of the reports is drawn before the first; what was earlier stands at the edge with an arrow."""
_LEAST_DAYS = 10
_SIZE = 12


@dataclass(frozen=True, slots=True)
class Row:
    """One event: from `start` to `end` (equal for a day). `earlier` says that it began before the picture does."""

    y: float
    start: float
    end: float
    told: bool
    sure: bool
    earlier: bool
    label: str
    label_x: float
    anchor: str
    full: str
    type: str | None


def timeline_picture(events: Sequence[Happening], wording: Wording, *, title: str) -> str | None:
    """The picture, a row for each event in the order given; None where no event has any day."""
    dated = [item for item in events if item.first_day or item.told]
    if not dated:
        return None
    first, last = _bounds(dated)
    across = day_scale(first, last, _LEFT + 10, WIDTH - _RIGHT - 10)
    rows = [_row(item, number, across, first, wording) for number, item in enumerate(dated)]
    height = _TOP + _ROW * len(rows) + 10
    text = wording.word(
        "pictures", "timeline_text", number=len(dated), first=wording.day(first.isoformat()),
        last=wording.day(last.isoformat()),
    )  # fmt: skip
    return svg(
        "timeline",
        width=WIDTH,
        height=height,
        title=title,
        text=text,
        bottom=height - 6,
        top=_TOP - 8,
        columns=[(across.at(tick.toordinal()), wording.tick(tick)) for tick in day_ticks(first, last)],
        rows=rows,
    )


def _bounds(events: Sequence[Happening]) -> tuple[date, date]:
    told = [date.fromisoformat(item.told) for item in events if item.told]
    ends = [date.fromisoformat(item.last_day or item.told or "") for item in events]
    begins = [date.fromisoformat(item.first_day or item.told or "") for item in events]
    earliest, latest = min(told, default=min(begins)), max(told, default=max(ends))
    spare = max(_LEAST_DAYS, round((latest - earliest).days * _BEFORE))
    first = max(min(begins), earliest - timedelta(min(spare, earliest.toordinal() - 1)))
    last = min(max(ends), latest + timedelta(min(spare, date.max.toordinal() - latest.toordinal())))
    return first, max(first, last)


def _row(item: Happening, number: int, across: Scale, first: date, wording: Wording) -> Row:
    begin = date.fromisoformat(item.first_day or item.told or "")
    end = date.fromisoformat(item.last_day or item.told or "")
    start, stop = across.at(begin.toordinal()), across.at(end.toordinal())
    right, left = WIDTH - _RIGHT - stop - 14, start - _LEFT - 14
    words = wording.quoted(item.words)
    to_right = right >= min(width_of(words, _SIZE), left) or right >= left
    when = wording.days(item.first_day, item.last_day) if item.first_day else wording.day(item.told)
    return Row(
        y=_TOP + _ROW * number + _ROW / 2,
        start=start,
        end=stop,
        told=item.first_day is not None,
        sure=item.support.certainty is Certainty.STATED,
        earlier=begin < first,
        label=cut(words, max(right, left), _SIZE),
        label_x=round(stop + 11, 1) if to_right else round(start - 11, 1),
        anchor="start" if to_right else "end",
        full=f"{when}: {words}",
        type=item.type,
    )
