"""Exchanges, breaches, threats and deployments to plain dicts and back, for the codec of findings."""

from collections.abc import Sequence
from typing import Any

from lagebild.model.breach import Breach
from lagebild.model.deployment import Deployment
from lagebild.model.event import Party, Status
from lagebild.model.exchange import Exchange, Side
from lagebild.model.span import Span
from lagebild.model.threat import Threat

Wire = dict[str, Any]
Record = Exchange | Breach | Threat | Deployment


def span_on_wire(span: Span, text: str) -> list[int]:
    """The span as a pair; raises ValueError where it is empty or lies outside the text."""
    if not 0 <= span.start < span.end <= len(text):
        raise ValueError(f"span {tuple(span)} lies outside the text of {len(text)} characters")
    return [span.start, span.end]


def exchange_on_wire(item: Exchange, text: str, words: bool) -> Wire:
    """One exchange."""
    return {
        "key": item.key,
        "sides": [_side(side, text) for side in item.sides],
        "tie": [span_on_wire(span, text) for span in item.tie],
        **_told(item),
        **({"words": _words_of_exchange(item, text)} if words else {}),
        **_found(item),
    }


def breach_on_wire(item: Breach, text: str, words: bool) -> Wire:
    """One breach."""
    return {
        "key": item.key,
        "trigger": span_on_wire(item.trigger, text),
        **_party("who", item.who, text),
        **_spans(text, act=item.act, violates=item.violates),
        **_told(item),
        **(_words(text, trigger=item.trigger, act=item.act, violates=item.violates) if words else {}),
        **_found(item),
    }


def threat_on_wire(item: Threat, text: str, words: bool) -> Wire:
    """One threat."""
    return {
        "key": item.key,
        "trigger": span_on_wire(item.trigger, text),
        **_party("from", item.source, text),
        "to": [party.code for party in item.to],
        "to_spans": [span_on_wire(party.span, text) if party.span else None for party in item.to],
        "to_entities": [party.entity for party in item.to],
        **_spans(text, means=item.means, condition=item.condition),
        **_told(item),
        **(_words(text, trigger=item.trigger, means=item.means, condition=item.condition) if words else {}),
        **_found(item),
    }


def deployment_on_wire(item: Deployment, text: str, words: bool) -> Wire:
    """One deployment."""
    spans = {
        "forces": item.forces, "strength": item.strength, "part_of": item.part_of, "where": item.where,
        "since": item.since, "purpose": item.purpose,
    }  # fmt: skip
    return {
        "key": item.key,
        "trigger": span_on_wire(item.trigger, text),
        **_party("whose", item.whose, text),
        **_spans(text, **spans),
        **_told(item),
        **(_words(text, trigger=item.trigger, **spans) if words else {}),
        **_found(item),
    }


def exchange_from_wire(item: Wire) -> Exchange:
    """What `exchange_on_wire` wrote."""
    sides = tuple(
        Side(
            _party_of(side, "party"),
            _from_pairs(side["gives"]),
            tuple(side["events"]),
        )
        for side in item["sides"]
    )
    return Exchange(key=item["key"], sides=sides, tie=_from_pairs(item["tie"]), **_rest(item))


def breach_from_wire(item: Wire) -> Breach:
    """What `breach_on_wire` wrote."""
    return Breach(
        key=item["key"],
        trigger=Span(*item["trigger"]),
        who=_party_of(item, "who"),
        act=_maybe(item["act"]),
        violates=Span(*item["violates"]),
        **_rest(item),
    )


def threat_from_wire(item: Wire) -> Threat:
    """What `threat_on_wire` wrote."""
    threatened = zip(item["to"], item["to_spans"], item["to_entities"], strict=True)
    return Threat(
        key=item["key"],
        trigger=Span(*item["trigger"]),
        source=_party_of(item, "from"),
        to=tuple(Party(code, _maybe(span), entity) for code, span, entity in threatened),
        means=_maybe(item["means"]),
        condition=_maybe(item["condition"]),
        **_rest(item),
    )


def deployment_from_wire(item: Wire) -> Deployment:
    """What `deployment_on_wire` wrote."""
    return Deployment(
        key=item["key"],
        trigger=Span(*item["trigger"]),
        whose=_party_of(item, "whose"),
        forces=Span(*item["forces"]),
        strength=_maybe(item["strength"]),
        part_of=_maybe(item["part_of"]),
        where=_maybe(item["where"]),
        since=_maybe(item["since"]),
        purpose=_maybe(item["purpose"]),
        **_rest(item),
    )


def _side(side: Side, text: str) -> Wire:
    return {
        **_party("party", side.party, text),
        "gives": [span_on_wire(span, text) for span in side.gives],
        "events": list(side.events),
    }


def _words_of_exchange(item: Exchange, text: str) -> Wire:
    return {
        "tie": [span.of(text) for span in item.tie],
        "gives": [[span.of(text) for span in side.gives] for side in item.sides],
    }


def _party(name: str, party: Party | None, text: str) -> Wire:
    return {
        name: party.code if party else None,
        f"{name}_span": span_on_wire(party.span, text) if party and party.span else None,
        f"{name}_entity": party.entity if party else None,
    }


def _spans(text: str, **spans: Span | None) -> Wire:
    return {name: span_on_wire(span, text) if span else None for name, span in spans.items()}


def _words(text: str, **spans: Span | None) -> Wire:
    return {"words": {name: span.of(text) if span else None for name, span in spans.items()}}


def _told(item: Record) -> Wire:
    return {"status": item.status.value, "chain": list(item.chain), "attribution": item.attribution}


def _found(item: Record) -> Wire:
    return {"rule": item.rule, "confidence": item.confidence}


def _rest(item: Wire) -> Wire:
    return {
        "status": Status(item["status"]),
        "chain": tuple(item["chain"]),
        "attribution": item["attribution"],
        "rule": item["rule"],
        "confidence": item["confidence"],
    }


def _party_of(item: Wire, name: str) -> Party | None:
    code = item[name]
    return Party(code, _maybe(item[f"{name}_span"]), item[f"{name}_entity"]) if code is not None else None


def _maybe(pair: Sequence[int] | None) -> Span | None:
    return Span(*pair) if pair is not None else None


def _from_pairs(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)
