"""Facts: each record of a report as a telling, with its sides, how real the text makes it, and what it touches."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lagebild.model.attribution import Act, Attribution, Form
from lagebild.model.breach import Breach
from lagebild.model.claim import Stance, Telling
from lagebild.model.days import days_of
from lagebild.model.deployment import Deployment
from lagebild.model.event import Event, Status, code_of
from lagebild.model.exchange import Exchange
from lagebild.model.place import Place
from lagebild.model.span import Span
from lagebild.model.threat import Threat
from lagebild.situation.report import Report
from lagebild.situation.terms import Term

_STANCES = {Act.DENY: Stance.DENIES, Act.CONFIRM: Stance.CONFIRMS, Act.ASK: Stance.DOUBTS}


@dataclass(frozen=True, slots=True)
class Fact:
    """A record (of the kind that `telling` names) in its `report`; `status` is None for a statement. `place` is where.

    `closeness` is the share of the question that it touches, its sentence counting half; 1 where nothing was asked.
    """

    report: Report
    record: Any
    telling: Telling
    status: Status | None
    codes: tuple[str, ...]
    sentence: Span
    place: Place | None
    closeness: float


def facts_of(report: Report, terms: Sequence[Term]) -> Iterator[Fact]:
    """The records of a report that touch the question, kind by kind, in text order."""
    findings = report.holding.findings
    made: tuple[tuple[Callable[[Report, Any], _Draft], Sequence[Any]], ...] = (
        (_attribution, findings.attributions), (_event, findings.events), (_exchange, findings.exchanges),
        (_breach, findings.breaches), (_threat, findings.threats), (_deployment, findings.deployments),
    )  # fmt: skip
    for draft_of, records in made:
        for record in records:
            fact = _fact(report, record, draft_of(report, record), terms)
            if fact is not None:
                yield fact


@dataclass(frozen=True, slots=True)
class _Draft:
    kind: str
    spans: tuple[Span, ...]
    codes: tuple[str | None, ...]
    status: Status | None
    chain: tuple[str | None, ...]
    said: str | None
    stance: Stance
    where: Span | None = None
    time: Span | None = None
    figures: tuple[Span, ...] = ()
    type: str | None = None
    actor: str | None = None
    recipient: str | None = None


def _fact(report: Report, record: Any, draft: _Draft, terms: Sequence[Term]) -> Fact | None:
    codes = tuple(code for code in draft.codes if code)
    sentence = report.sentence(draft.spans[0])
    closeness = report.closeness(terms, draft.spans, codes)
    if closeness == 0:
        return None
    time, place = report.beside.time(draft.time), report.beside.place(draft.where)
    days = days_of(time) if time else None
    quantities = [report.beside.quantity(span) for span in draft.figures]
    telling = Telling(
        document=report.key,
        kind=draft.kind,
        record=record.key,
        spans=draft.spans,
        words=report.words(draft.spans),
        day=report.day,
        voice=report.voice(draft.chain, draft.said),
        stance=draft.stance,
        type=draft.type,
        actor=draft.actor,
        recipient=draft.recipient,
        first_day=days[0].isoformat() if days else None,
        last_day=days[1].isoformat() if days else None,
        place=place.name if place else None,
        country=place.code if place else None,
        figures=tuple(report.figure(item) for item in quantities if item is not None),
    )
    return Fact(report, record, telling, draft.status, codes, sentence, place, closeness)


def _attribution(report: Report, item: Attribution) -> _Draft:
    # What a thing is said of is often the speaker: "Nordkorea droht …".
    code = report.voice((item.speaker,), item.key).code if item.speaker else None
    # A gist such as "Vorwürfe" means nothing by itself, and less than nothing behind "sagt".
    spans = item.content if item.form is not Form.REPORTED else (report.sentence(item.content[0]),)
    return _Draft(
        "attribution", spans, (code,), None, report.chain(item), item.key,
        _STANCES.get(item.act, Stance.ASSERTS), actor=code,
    )  # fmt: skip


def _event(report: Report, item: Event) -> _Draft:
    return _Draft(
        "event",
        report.around(item.trigger, item.attribution),
        (code_of(item.actor), code_of(item.recipient)),
        *_vouched(item),
        where=item.place,
        time=item.time,
        figures=item.quantities,
        type=item.type.value,
        actor=code_of(item.actor),
        recipient=code_of(item.recipient),
    )


def _exchange(report: Report, item: Exchange) -> _Draft:
    del report
    spans = (*item.tie, *(span for side in item.sides for span in side.gives))
    codes = tuple(code_of(side.party) for side in item.sides)
    giver, taker = (*codes, None, None)[:2]
    return _Draft("exchange", tuple(sorted(set(spans))), codes, *_vouched(item), actor=giver, recipient=taker)


def _breach(report: Report, item: Breach) -> _Draft:
    who = code_of(item.who)
    return _Draft("breach", report.around(item.trigger, item.attribution), (who,), *_vouched(item), actor=who)


def _threat(report: Report, item: Threat) -> _Draft:
    return _Draft(
        "threat",
        report.around(item.trigger, item.attribution),
        (code_of(item.source), *(party.code for party in item.to)),
        *_vouched(item),
        actor=code_of(item.source),
        recipient=item.to[0].code if len(item.to) == 1 else None,
    )


def _deployment(report: Report, item: Deployment) -> _Draft:
    place = report.beside.place(item.where)
    return _Draft(
        "deployment",
        report.around(item.forces, item.attribution),
        (code_of(item.whose), place.code if place else None),
        *_vouched(item),
        where=item.where,
        time=item.since,
        figures=(item.strength,) if item.strength else (),
        actor=code_of(item.whose),
    )


def _vouched(
    item: Event | Exchange | Breach | Threat | Deployment,
) -> tuple[Status, tuple[str | None, ...], str | None, Stance]:
    """How real it is, who vouches for it, in which statement, and whether it is told or denied."""
    stance = Stance.DENIES if item.status is Status.DENIED else Stance.ASSERTS
    return item.status, item.chain, item.attribution, stance
