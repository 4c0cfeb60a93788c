"""The section of events: what happened when, in order, uncertain times told as such."""

from collections.abc import Sequence

from lagebild.model.situation import Happening
from lagebild.report.briefing.desk import Desk, mark
from lagebild.report.briefing.pages import Entry, Run, Section


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
        more=len(found) - len(kept),
    )


def chosen(found: Sequence[Happening], desk: Desk) -> list[Happening]:
    """Those that are shown: of many the closest to the question with most origins, then in the order of time."""
    best = sorted(
        found, key=lambda item: (-item.support.closeness, -len(item.support.origins), item.first_day is None, item.key)
    )
    kept = {item.key for item in desk.shown(best)}
    return [item for item in found if item.key in kept]


def when(item: Happening, desk: Desk) -> str:
    """The day or the days between which it was; else when it was first reported."""
    words = desk.wording
    if item.first_day is not None:
        return words.days(item.first_day, item.last_day)
    return (
        words.word("times", "reported", day=words.short_day(item.told)) if item.told else words.word("times", "no_day")
    )


def _entry(item: Happening, desk: Desk) -> Entry:
    runs = (desk.quote(item.words), Run(" · ", "faint"), desk.support(item.support))
    return Entry(runs, mark(item.support), lead=when(item, desk))
