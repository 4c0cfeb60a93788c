"""Network: who accuses, supports, supplies, threatens, attacks, punishes and meets whom."""

from collections.abc import Iterator

from lagebild.model.event import EventType, code_of
from lagebild.model.situation import Edge
from lagebild.situation.context import Context, rank
from lagebild.situation.exchanges import given_in
from lagebild.situation.facts import Fact

KINDS = {
    EventType.ACCUSE: "accuses", EventType.SUPPORT: "supports", EventType.AID: "supplies",
    EventType.COOPERATE: "supports", EventType.THREATEN: "threatens", EventType.ASSAULT: "attacks",
    EventType.SANCTION: "sanctions", EventType.CONSULT: "meets", EventType.AGREE: "meets",
}  # fmt: skip
"""What an event of a type makes its sides to each other."""
MUTUAL = "meets"
"""The kind in which both sides do the same."""


def edges(context: Context) -> tuple[Edge, ...]:
    """One for each two sides and kind, those on the most origins first."""
    found: dict[tuple[str, str, str], list[Fact]] = {}
    for actor, recipient, kind, fact in _told(context):
        if actor != recipient and recipient.partition("-")[0] != actor:
            sides = (actor, recipient) if kind != MUTUAL else tuple(sorted((actor, recipient)))
            found.setdefault((sides[0], sides[1], kind), []).append(fact)
    made = [Edge(actor, recipient, kind, context.support(facts)) for (actor, recipient, kind), facts in found.items()]
    return tuple(sorted(made, key=lambda edge: (*rank(edge.support)[:3], edge.actor, edge.recipient, edge.kind)))


def _told(context: Context) -> Iterator[tuple[str, str, str, Fact]]:
    for fact in context.facts.get("event", ()):
        kind = KINDS.get(fact.record.type)
        actor, recipient = code_of(fact.record.actor), code_of(fact.record.recipient)
        if kind and actor and recipient:
            yield actor, recipient, kind, fact
    for fact in context.facts.get("threat", ()):
        source = code_of(fact.record.source)
        for party in fact.record.to:
            if source:
                yield source, party.code, "threatens", fact
    for given in given_in(context.facts.get("exchange", ())):
        if given.giver and given.taker:
            yield given.giver, given.taker, "supplies", given.fact
