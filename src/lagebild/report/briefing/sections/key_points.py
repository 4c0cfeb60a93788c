"""The section of key points: the few things to know first, each in a line."""

from collections.abc import Callable, Mapping

from lagebild.model.situation import Balance, Happening, KeyPoint, Presence
from lagebild.report.briefing.desk import Desk, mark
from lagebild.report.briefing.pages import Entry, Run, Section
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
    situation = desk.situation
    writers: Mapping[str, tuple[tuple[object, ...], Callable[..., Runs]]] = {
        "deal": (situation.exchanges, _deal), "deployment": (situation.deployments, _deployment),
        "threat": (situation.threats, threat_runs), "breach": (situation.breaches, breach_runs),
        "dispute": (situation.contradictions, dispute_runs), "event": (situation.events, _event),
        "latest": (situation.key_points, _latest),
    }  # fmt: skip
    items, write = writers.get(point.kind, ((), None))
    item = (
        point
        if point.kind == "latest"
        else next((item for item in items if getattr(item, "key", None) == point.item), None)
    )
    runs = write(item, desk) if write is not None and item is not None else (desk.quote(point.words),)
    if point.kind != "dispute":
        runs = (*runs, Run(" · ", "faint"), desk.support(point.support))
    # That a dispute is one, its mark says already.
    lead = desk.wording.word("kinds", point.kind) if point.kind != "dispute" else ""
    return Entry(runs, mark(point.support), lead=lead)


def _deal(item: Balance, desk: Desk) -> Runs:
    words = desk.wording
    runs: list[Run] = []
    for code, gifts in zip(item.sides, item.gifts, strict=True):
        if runs:
            runs.append(Run("; "))
        if gifts:
            head = (
                words.word("points", "gives", side=words.side(code)) if code else words.word("points", "gives_unnamed")
            )
            runs += [Run(head + " ", "name"), *gifts_in_words([gift for gift in gifts if gift.dealt] or gifts, desk)]
        else:
            runs.append(Run(words.word("points", "nothing_named", side=words.side(code)), "faint"))
    return tuple(runs)


def _deployment(item: Presence, desk: Desk) -> Runs:
    return (headed(item, desk), *figures_of(item, desk))


def _event(item: Happening, desk: Desk) -> Runs:
    words = desk.wording
    return (Run(words.word("points", "latest", day=when(item, desk)) + " ", "name"), desk.quote(item.words))


def _latest(point: KeyPoint, desk: Desk) -> Runs:
    words = desk.wording
    first = words.day(min((telling.day for telling in point.support.tellings if telling.day), default=None))
    return (Run(words.word("points", "latest", day=first) + " ", "name"), desk.quote(point.words))
