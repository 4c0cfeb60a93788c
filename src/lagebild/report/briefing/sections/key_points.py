"""The section of key points: the few things to know first, each in a line."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

from lagebild.model.situation import KeyPoint
from lagebild.report.briefing.desk import Desk, mark
from lagebild.report.briefing.pages import Entry, Run, Section
from lagebild.report.briefing.sections.claims import various_figures
from lagebild.report.briefing.sections.deployments import figures_of, headed
from lagebild.report.briefing.sections.disputes import dispute_runs
from lagebild.report.briefing.sections.events import when
from lagebild.report.briefing.sections.exchanges import gifts_in_words
from lagebild.report.briefing.sections.threats import breach_runs, threat_runs

Runs = tuple[Run, ...]


def key_points(desk: Desk) -> Section | None:
    """An entry for each."""
    found = desk.situation.key_points
    if not found:
        return None
    words = desk.wording
    return Section(
        id="key_points",
        heading=words.word("sections", "key_points"),
        explained=words.word("explained", "certainty"),
        entries=tuple(_entry(point, desk) for point in found),
    )


def _entry(point: KeyPoint, desk: Desk) -> Entry:
    runs = WRITERS.get(point.kind, _quoted)(point, desk)
    if point.kind == "dispute":
        return Entry(runs, mark(point.support))  # its mark says already what it is, its words who stands behind them
    claim = desk.claim(point.item)
    various = (Run(various_figures(claim, desk), "faint"),) if claim else ()
    support = (Run(" · ", "faint"), desk.support(point.support, behind=runs), *various)
    return Entry((*runs, *support), mark(point.support), lead=desk.wording.word("kinds", point.kind))


def _deal(point: KeyPoint, desk: Desk) -> Runs:
    words, item = desk.wording, _named(point, desk.situation.exchanges)
    runs: list[Run] = []
    for code, gifts in zip(item.sides, item.gifts, strict=True):
        if runs:
            runs.append(Run("; "))
        if not gifts:
            runs.append(Run(words.word("points", "nothing_named", side=words.side(code)), "faint"))
            continue
        giver = words.word("points", "gives", side=words.side(code)) if code else words.word("points", "gives_unnamed")
        runs += [Run(giver + " ", "name"), *gifts_in_words([gift for gift in gifts if gift.dealt] or gifts, desk)]
    return tuple(runs)


def _deployment(point: KeyPoint, desk: Desk) -> Runs:
    item = _named(point, desk.situation.deployments)
    return (headed(item, desk), *figures_of(item, desk))


def _threat(point: KeyPoint, desk: Desk) -> Runs:
    return threat_runs(_named(point, desk.situation.threats), desk)


def _breach(point: KeyPoint, desk: Desk) -> Runs:
    return breach_runs(_named(point, desk.situation.breaches), desk)


def _dispute(point: KeyPoint, desk: Desk) -> Runs:
    return dispute_runs(_named(point, desk.situation.contradictions), desk)


def _event(point: KeyPoint, desk: Desk) -> Runs:
    return _last(when(_named(point, desk.situation.events), desk), point, desk)


def _latest(point: KeyPoint, desk: Desk) -> Runs:
    first = min((telling.day for telling in point.support.tellings if telling.day), default=None)
    return _last(desk.wording.day(first), point, desk)


def _last(day: str, point: KeyPoint, desk: Desk) -> Runs:
    return (
        Run(desk.wording.word("points", "latest", day=day) + " ", "name"),
        desk.quote(point.words, told=point.support.tellings),
    )


def _quoted(point: KeyPoint, desk: Desk) -> Runs:
    return (desk.quote(point.words, told=point.support.tellings),)


class _Keyed(Protocol):
    @property
    def key(self) -> str: ...


Item = TypeVar("Item", bound=_Keyed)


def _named(point: KeyPoint, items: Sequence[Item]) -> Item:
    """The item that the point is about; a situation has it."""
    return next(item for item in items if item.key == point.item)


WRITERS: Mapping[str, Callable[[KeyPoint, Desk], Runs]] = {
    "deal": _deal, "deployment": _deployment, "threat": _threat, "breach": _breach, "dispute": _dispute,
    "event": _event, "latest": _latest,
}  # fmt: skip
"""How each kind of point is told; others by their words alone."""
