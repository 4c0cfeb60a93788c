"""The sections of threats and of breaches."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from lagebild.model.situation import Certainty, Menace, Support, Violation
from lagebild.report.briefing.desk import Desk, mark
from lagebild.report.briefing.pages import Entry, Run, Section
from lagebild.report.briefing.sections.exchanges import conditions

_Item = TypeVar("_Item", bound=Menace | Violation)


def threats(desk: Desk) -> Section | None:
    """An entry for each threat."""
    return _section("threats", desk.situation.threats, threat_runs, desk)


def breaches(desk: Desk) -> Section | None:
    """An entry for each rule and side."""
    return _section("breaches", desk.situation.breaches, breach_runs, desk)


def threat_runs(item: Menace, desk: Desk) -> tuple[Run, ...]:
    """Who against whom, and the words; the condition where they do not hold it."""
    words = desk.wording
    if item.to:
        head = words.word("points", "threat", source=words.side(item.source), to=words.sides(item.to))
    else:
        head = words.word("points", "threat_alone", source=words.side(item.source))
    further = [part for part in item.conditions if part not in item.words]
    return (
        Run(head + " ", "name"),
        desk.quote(item.words, told=item.support.tellings),
        *conditions(further, item.support.tellings, desk),
    )


def breach_runs(item: Violation, desk: Desk) -> tuple[Run, ...]:
    """Who breaks which rule, and the words."""
    words = desk.wording
    denied = item.support.certainty is Certainty.DENIED
    if item.who is None:
        head = words.word("points", "breach_denied_nobody" if denied else "breach_nobody")
    else:
        head = words.word("points", "breach_denied" if denied else "breach", who=words.side(item.who))
    told = item.support.tellings
    quoted = desk.quote(item.words, told=told)
    rule = desk.quote(item.rule, notes=quoted.notes if item.rule in item.words else (), told=told)
    runs = [Run(head + " ", "name"), rule]
    if item.words != item.rule:
        runs += [Run(": "), quoted]
    acts = [act for act in item.acts if act not in item.words]
    if acts:
        runs += [Run(f" · {words.word('points', 'by_act')} ", "faint"), desk.quote(acts[0], told=told)]
    return tuple(runs)


def _entry(runs: tuple[Run, ...], support: Support, desk: Desk) -> Entry:
    return Entry((*runs, Run(" · ", "faint"), desk.support(support, behind=runs)), mark(support))


def _section(
    name: str, found: Sequence[_Item], runs: Callable[[_Item, Desk], tuple[Run, ...]], desk: Desk
) -> Section | None:
    if not found:
        return None
    kept = desk.shown(found)
    entries = tuple(_entry(runs(item, desk), item.support, desk) for item in kept)
    words = desk.wording
    more = len(found) - len(kept)
    return Section(name, words.word("sections", name), words.word("explained", name), entries, more=more)
