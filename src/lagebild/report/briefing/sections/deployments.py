"""The section of deployments: whose forces are where, with the figures that were told."""

from collections.abc import Sequence

from lagebild.model.situation import Certainty, Ledger, Presence, Value
from lagebild.report.briefing.desk import Desk, mark
from lagebild.report.briefing.pages import Entry, Run, Section

STANDING = ("current", "outlier")
"""What a value of a ledger is worth that stands now."""


def deployments(desk: Desk) -> Section | None:
    """An entry for each force and land."""
    found = [item for item in desk.situation.deployments if item.whose is not None]
    if not found:
        return None
    kept = desk.shown(found)
    words = desk.wording
    return Section(
        id="deployments",
        heading=words.word("sections", "deployments"),
        explained=words.word("explained", "deployments"),
        entries=tuple(_entry(item, desk) for item in kept),
        more=len(found) - len(kept),
    )


def headed(item: Presence, desk: Desk) -> Run:
    """ "Nordkorea in Kursk:"."""
    words = desk.wording
    whose = words.side(item.whose)
    place = words.place(item.place, item.code) if item.place else None
    if place is None or place == whose:
        return Run(words.word("points", "forces_nowhere", whose=whose) + " ", "name")
    return Run(words.word("points", "forces", whose=whose, place=place) + " ", "name")


def figures_of(item: Presence, desk: Desk) -> list[Run]:
    """The value told last, and between which all lie; where no number is told, the words for the forces."""
    ledger = next((ledger for ledger in desk.situation.figures if ledger.key == item.ledger), None)
    if item.support.certainty is Certainty.POSSIBLE:
        ledger = None  # what is there already is no figure of what is to come
    if ledger is not None and (current := [value for value in ledger.values if value.standing in STANDING]):
        return [*_last_told(current, desk), *stands_now(ledger, desk)]
    numbers = [value for value in item.values if value.low is not None or value.high is not None]
    numbers = [value for value in numbers if value.part_of is None] or numbers
    if not numbers:
        return [desk.quote(item.forces, told=item.support.tellings)]
    return _last_told(numbers, desk)


def stands_now(ledger: Ledger, desk: Desk) -> list[Run]:
    """Between which numbers the values lie that stand, where they differ."""
    words, low, high = desk.wording, ledger.low, ledger.high
    if low is None or high is None or low == high:
        return []
    stand = "between" if any(value.day for value in ledger.values) else "between_undated"
    between = words.word("points", stand, low=words.number(low), high=words.number(high))
    return [Run(f" · {between}")]


def _last_told(numbers: Sequence[Value], desk: Desk) -> list[Run]:
    words = desk.wording
    last = _latest(numbers)
    told = words.called(last.voice) if last.voice else desk.voice(last.ref)
    when = f"{words.word('points', 'last_told')}, {told}, {words.short_day(last.day)}" if last.day else told
    return [desk.quote(last.words, notes=desk.notes.of([last.ref])), Run(f" ({when})")]


def _latest(values: Sequence[Value]) -> Value:
    dated = [value for value in values if value.day]
    return dated[-1] if dated else values[-1]


def _entry(item: Presence, desk: Desk) -> Entry:
    words = desk.wording
    runs = [headed(item, desk), *figures_of(item, desk)]
    for name, told in (("since", item.since), ("purpose", item.purpose)):
        if told:
            runs += [Run(f" · {words.word('points', name)} ", "faint"), desk.quote(told[0], told=item.support.tellings)]
    runs += [Run(" · ", "faint"), desk.support(item.support, behind=runs)]
    return Entry(tuple(runs), mark(item.support))
