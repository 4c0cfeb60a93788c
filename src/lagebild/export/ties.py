"""Ties: who is tied to whom by what is said, done, threatened and dealt."""

from collections.abc import Iterator
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from lagebild.export.cast import Cast, Who
from lagebild.model.event import Status
from lagebild.model.findings import Findings
from lagebild.model.span import Span


class Bond(StrEnum):
    """How somebody is tied to another."""

    SAYS_TO = "says to"
    SAYS_ABOUT = "says about"
    DOES_TO = "does to"
    THREATENS = "threatens"
    DEALS_WITH = "deals with"
    """In no direction."""


class Tie(NamedTuple):
    """One tie as one record tells it: `act` says by what, `where` which words tell it."""

    one: Who
    bond: Bond
    act: str
    other: Who
    status: Status
    where: Span


def ties(findings: Findings, cast: Cast) -> Iterator[Tie]:
    """The ties between two different sides that a document tells."""
    for found in (_said(findings, cast), _done(findings, cast), _threatened(findings, cast), _dealt(findings, cast)):
        yield from (tie for tie in found if tie.one.id != tie.other.id)


def _said(findings: Findings, cast: Cast) -> Iterator[Tie]:
    """To whom somebody speaks, and of whom else. That it is said is a fact, whatever becomes of what is said."""
    for said in findings.attributions:
        speaker = cast.speaker(said)
        if speaker is None or not said.content:
            continue
        addressed = cast.named_in(said.to)
        told = {who.id: who for span in said.content for who in cast.named_in(span)}
        for who in addressed:
            yield Tie(speaker, Bond.SAYS_TO, said.act.value, who, Status.FACT, said.content[0])
        for who in told.values():
            if who not in addressed:
                yield Tie(speaker, Bond.SAYS_ABOUT, said.act.value, who, Status.FACT, said.content[0])


def _done(findings: Findings, cast: Cast) -> Iterator[Tie]:
    for event in findings.events:
        actor, recipient = cast.party(event.actor), cast.party(event.recipient)
        if actor is not None and recipient is not None:
            yield Tie(actor, Bond.DOES_TO, event.type.value, recipient, event.status, event.trigger)


def _threatened(findings: Findings, cast: Cast) -> Iterator[Tie]:
    for threat in findings.threats:
        source = cast.party(threat.source)
        for party in threat.to:
            target = cast.party(party)
            if source is not None and target is not None:
                yield Tie(source, Bond.THREATENS, "threat", target, threat.status, threat.trigger)


def _dealt(findings: Findings, cast: Cast) -> Iterator[Tie]:
    for deal in findings.exchanges:
        sides = [who for side in deal.sides if (who := cast.party(side.party)) is not None]
        words = (*deal.tie, *(span for side in deal.sides for span in side.gives))
        for one, other in combinations(sides if words else (), 2):
            yield Tie(one, Bond.DEALS_WITH, "exchange", other, deal.status, words[0])
