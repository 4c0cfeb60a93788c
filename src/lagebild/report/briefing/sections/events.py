"""The section of events: what happened when, in order, uncertain times told as such."""

from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest

from lagebild.model.situation import Happening
from lagebild.report.briefing.desk import Desk, mark
from lagebild.report.briefing.drawing import timeline_picture
from lagebild.report.briefing.pages import Entry, Picture, Run, Section


def events(desk: Desk) -> Section | None:
    """The events closest to the question, in order of time."""
    found = desk.situation.events
    if not found:
        return None
    kept = chosen(found, desk)
    words = desk.wording
    return Section(
        id="events",
        heading=words.word("sections", "events"),
        explained=words.word("explained", "events"),
        entries=tuple(_entry(item, desk) for item in kept),
        pictures=tuple(_pictures(kept, desk)),
        more=len(found) - len(kept),
    )


def _pictures(kept: Sequence[Happening], desk: Desk) -> Iterator[Picture]:
    title = desk.wording.word("pictures", "timeline")
    drawn = timeline_picture(kept, desk.wording, title=title) if desk.drawn and len(kept) > 1 else None
    if drawn:
        yield Picture("timeline", title, drawn)


def chosen(found: Sequence[Happening], desk: Desk) -> list[Happening]:
    """Those that are shown: of many the closest to the question with most origins, then in the order of time."""
    different = list({item.words: item for item in sorted(found, key=_worth, reverse=True)}.values())
    different.sort(key=_worth)
    limit = len(desk.shown(different))
    kept = {item.key for item in islice(_spread(different), limit)}
    return [item for item in found if item.key in kept]


def _worth(item: Happening) -> tuple[float, int, bool, str]:
    """The closest to the question with most origins and a day first."""
    return (-item.support.closeness, -len(item.support.origins), item.first_day is None, item.key)


def _spread(best: Sequence[Happening]) -> Iterator[Happening]:
    """The best of each month in turn, so that a busy one does not hide the others; months by their best event."""
    months: dict[str, list[Happening]] = {}
    for item in best:
        months.setdefault((item.told or item.first_day or "")[:7], []).append(item)
    for row in zip_longest(*months.values()):
        yield from (item for item in row if item is not None)


def when(item: Happening, desk: Desk) -> str:
    """The day or the days between which it was; else when it was first reported."""
    words = desk.wording
    if item.first_day is not None:
        return words.days(item.first_day, item.last_day)
    return (
        words.word("times", "reported", day=words.short_day(item.told)) if item.told else words.word("times", "no_day")
    )


def _entry(item: Happening, desk: Desk) -> Entry:
    quoted = desk.quote(item.words, told=item.support.tellings)
    runs = (quoted, Run(" · ", "faint"), desk.support(item.support, behind=[quoted]))
    return Entry(runs, mark(item.support), lead=when(item, desk))
