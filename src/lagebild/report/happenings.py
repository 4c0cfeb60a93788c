"""The section of events by date: what kind of act, who to whom, in which words, and how real it is."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lagebild.model.event import Event
from lagebild.model.findings import Findings
from lagebild.model.span import Span
from lagebild.model.timex import Timex
from lagebild.report.extracts import cut_extract, extract
from lagebild.report.layout import Line, Piece
from lagebild.report.listing import MARGIN, Entry, column_of, cut, listed, more, remarked
from lagebild.report.sides import Sides
from lagebild.report.times import time_words, when
from lagebild.report.triggers import trigger_words
from lagebild.report.vouching import Vouching

Labels = dict[str, Any]

_LONGEST = 9
"""Words shown of what is given, demanded or said; the statements have them all."""


class Day(NamedTuple):
    """When an event happened, as far as it is told; `order` sorts."""

    order: str
    words: str


def events(findings: Findings, labels: Labels, width: int, *, most: int | None = None) -> Iterator[Line]:
    """The events under their dates, those without one last; of many the first that the report tells."""
    told = _acts(findings)
    if not told:
        return
    yield (Piece(labels["words"]["events"], "heading"),)
    sides, vouching = Sides(findings, labels), Vouching(findings, labels)
    times = {timex.span: timex for timex in findings.timexes}
    days: dict[Day | None, list[Entry]] = {}
    first = told[: cut(len(told), most)]
    for act in first:
        day = _day(times.get(act[0].time) if act[0].time else None, labels)
        days.setdefault(day, []).append(_entry(act, findings, labels, sides, vouching))
    column = column_of(entry for entries in days.values() for entry in entries)
    for day in sorted(days, key=lambda day: (day is None, day)):
        if len(days) > 1 or day is not None:
            yield (Piece(" " * MARGIN + (day.words if day else labels["words"]["undated"]), "value"),)
        yield from listed(days[day], width, column=column, margin=2 * MARGIN)
    yield from more(len(told) - len(first), labels)


def _acts(findings: Findings) -> list[tuple[Event, ...]]:
    """Events in text order; those that differ only in their sides are one act. What deals, threats, breaches and
    deployments tell by the same words is shown there, unless it has a date."""
    above = _told_above(findings)
    acts: dict[tuple[Span, str, str, str | None], list[Event]] = {}
    for event in findings.events:
        if event.time is None and event.trigger in above:
            continue
        actor = event.actor.code if event.actor else None
        acts.setdefault((event.trigger, event.type, event.status, actor), []).append(event)
    return [tuple(act) for act in acts.values()]


def _told_above(findings: Findings) -> set[Span]:
    forces = {item.trigger for item in findings.deployments}
    return forces | {item.trigger for item in findings.threats} | {item.trigger for item in findings.breaches}


def _day(timex: Timex | None, labels: Labels) -> Day | None:
    """None where no time is told, or none that a reader could look up."""
    if timex is None or timex.type not in {"DATE", "TIME"} or not timex.anchored:
        return None
    words = time_words(timex, labels)
    return Day(when(timex.value or ""), words) if words else None


def _entry(act: Sequence[Event], findings: Findings, labels: Labels, sides: Sides, vouching: Vouching) -> Entry:
    event, text = act[0], findings.document.text
    who = sides.direction(event.actor, [item.recipient for item in act if item.recipient])
    objects = [role.span for role in event.roles if role.name == "object"]
    words = cut_extract(text, trigger_words(event, findings), objects, longest=_LONGEST).removeprefix(":").lstrip()
    where = f"{labels['words']['at']} {extract(text, [event.place])}" if event.place else ""
    remarks = remarked((where, *vouching.remarks(event)))
    return _kind(event, labels), ((Piece(who, "speaker"), Piece(f": {words}"), *remarks),)


def _kind(event: Event, labels: Labels) -> str:
    """The kind of act in plain words; what the mode or, of a statement, the act says more exactly."""
    return str(
        labels["verbal_events"].get(event.lexeme)
        or labels["modes"].get(event.mode or "")
        or labels["event_types"][event.type]
    )
