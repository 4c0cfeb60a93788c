"""Findings to plain dicts and back; the only place that knows the wire form, which docs/json.md documents."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from lagebild.model.analysis import Furniture
from lagebild.model.attribution import Act, Attribution, Form
from lagebild.model.codec_records import (
    breach_from_wire,
    breach_on_wire,
    deployment_from_wire,
    deployment_on_wire,
    exchange_from_wire,
    exchange_on_wire,
    threat_from_wire,
    threat_on_wire,
)
from lagebild.model.codec_records import span_on_wire as _span
from lagebild.model.document import Document
from lagebild.model.entity import Entity, EntityKind, Mention
from lagebild.model.event import Event, EventType, Party, Role, Status
from lagebild.model.findings import Findings
from lagebild.model.place import Place, PlaceKind
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span
from lagebild.model.timex import Timex

Wire = dict[str, Any]

# To look a value up takes a tenth of the time of `Act(value)`, and a span made so a third of `Span(*pair)`; a base with
# a hundred thousand documents has some five million of either.
_ACTS = {item.value: item for item in Act}
_FORMS = {item.value: item for item in Form}
_STATUSES = {item.value: item for item in Status}
_EVENT_TYPES = {item.value: item for item in EventType}
_ENTITY_KINDS = {item.value: item for item in EntityKind}
_PLACE_KINDS = {item.value: item for item in PlaceKind}


def encode(findings: Findings, *, words: bool = True) -> Wire:
    """The wire form: plain dicts, lists, strings and numbers, keys always in the same order.

    Without `words` the text and the words under spans are left out, for those who have the text. Raises ValueError for
    a span that lies outside the text or is empty, and for a mention of an entity that is not among the findings:
    nothing goes out that does not point at words of the document.
    """
    document = findings.document
    text = document.text
    return {
        "id": document.id,
        "title": document.title,
        "date": document.date.isoformat() if document.date else None,
        "language": document.language,
        "url": document.url,
        "publisher": document.publisher,
        "author": document.author,
        "known_from": dict(document.known_from),
        **({"text": text} if words else {}),
        "notes": list(findings.notes),
        "attributions": [_attribution(item, text, words) for item in findings.attributions],
        "events": [_event(item, text, words) for item in findings.events],
        "exchanges": [exchange_on_wire(item, text, words) for item in findings.exchanges],
        "breaches": [breach_on_wire(item, text, words) for item in findings.breaches],
        "threats": [threat_on_wire(item, text, words) for item in findings.threats],
        "deployments": [deployment_on_wire(item, text, words) for item in findings.deployments],
        "entities": _entities(findings, text, words),
        "timexes": [_timex(item, text, words) for item in findings.timexes],
        "quantities": [_quantity(item, text, words) for item in findings.quantities],
        "places": [_place(item, text, words) for item in findings.places],
        "furniture": [
            {"span": _span(item.span, text), **_said(item.span, text, words), "rule": item.rule}
            for item in findings.furniture
        ],
    }


def document_on(wire: Wire) -> Document:
    """The document alone of what `encode` wrote."""
    day = wire["date"]
    return Document(
        id=wire["id"],
        text=wire["text"],
        language=wire["language"],
        title=wire["title"],
        date=date.fromisoformat(day) if day else None,
        url=wire["url"],
        publisher=wire["publisher"],
        author=wire["author"],
        known_from=tuple(wire["known_from"].items()),
    )


def decode(wire: Wire) -> Findings:
    """The findings that `encode` wrote, with words or without, but with the text. The analysis and where the document
    was read from are not on the wire."""
    return Findings(
        document=document_on(wire),
        furniture=tuple(Furniture(tuple.__new__(Span, item["span"]), item["rule"]) for item in wire["furniture"]),
        entities=tuple(_decoded_entity(item) for item in wire["entities"]),
        mentions=_decoded_mentions(wire["entities"]),
        timexes=tuple(_decoded_timex(item) for item in wire["timexes"]),
        quantities=tuple(_decoded_quantity(item) for item in wire["quantities"]),
        places=tuple(_decoded_place(item) for item in wire["places"]),
        attributions=tuple(_decoded_attribution(item) for item in wire["attributions"]),
        events=tuple(_decoded_event(item) for item in wire["events"]),
        exchanges=tuple(exchange_from_wire(item) for item in wire["exchanges"]),
        breaches=tuple(breach_from_wire(item) for item in wire["breaches"]),
        threats=tuple(threat_from_wire(item) for item in wire["threats"]),
        deployments=tuple(deployment_from_wire(item) for item in wire["deployments"]),
        notes=tuple(wire["notes"]),
    )


def _optional_span(span: Span | None, text: str) -> list[int] | None:
    return None if span is None else _span(span, text)


def _words(span: Span | None, text: str) -> str | None:
    return None if span is None else span.of(text)


def _said(span: Span, text: str, words: bool) -> Wire:
    return {"words": span.of(text)} if words else {}


def _attribution(item: Attribution, text: str, words: bool) -> Wire:
    return {
        "key": item.key,
        "source": _optional_span(item.source, text),
        "speaker": item.speaker,
        "entity": item.entity,
        "speaker_reason": item.speaker_reason,
        "cue": [_span(span, text) for span in item.cue],
        "content": [_span(span, text) for span in item.content],
        "form": item.form.value,
        "act": item.act.value,
        "to": _optional_span(item.to, text),
        "within": item.within,
        **({"words": _words_of_attribution(item, text)} if words else {}),
        "rule": item.rule,
        "confidence": item.confidence,
    }


def _words_of_attribution(item: Attribution, text: str) -> Wire:
    return {
        "source": _words(item.source, text),
        "cue": [span.of(text) for span in item.cue],
        "content": [span.of(text) for span in item.content],
        "to": _words(item.to, text),
    }


def _event(item: Event, text: str, words: bool) -> Wire:
    return {
        "key": item.key,
        "trigger": _span(item.trigger, text),
        "type": item.type.value,
        "mode": item.mode,
        "context": item.context,
        "actor": item.actor.code if item.actor else None,
        "actor_span": _optional_span(item.actor.span if item.actor else None, text),
        "actor_entity": item.actor.entity if item.actor else None,
        "recipient": item.recipient.code if item.recipient else None,
        "recipient_span": _optional_span(item.recipient.span if item.recipient else None, text),
        "recipient_entity": item.recipient.entity if item.recipient else None,
        "roles": [{"name": role.name, "span": _span(role.span, text)} for role in item.roles],
        "place": _optional_span(item.place, text),
        "time": _optional_span(item.time, text),
        "quantities": [_span(span, text) for span in item.quantities],
        "status": item.status.value,
        "chain": list(item.chain),
        "attribution": item.attribution,
        "also": [_span(span, text) for span in item.also],
        **({"words": _words_of_event(item, text)} if words else {}),
        "lexeme": item.lexeme,
        "rule": item.rule,
        "confidence": item.confidence,
    }


def _words_of_event(item: Event, text: str) -> Wire:
    return {
        "trigger": item.trigger.of(text),
        "actor": _words(item.actor.span if item.actor else None, text),
        "recipient": _words(item.recipient.span if item.recipient else None, text),
    }


def _entities(findings: Findings, text: str, words: bool) -> list[Wire]:
    mentions: dict[str, list[Wire]] = {item.key: [] for item in findings.entities}
    for mention in findings.mentions:
        if mention.entity not in mentions:
            raise ValueError(f"mention {tuple(mention.span)} is of {mention.entity!r}, which is no entity found here")
        mentions[mention.entity].append(
            {
                "span": _span(mention.span, text),
                **_said(mention.span, text, words),
                "form": mention.form,
                "reason": mention.reason,
                "confidence": mention.confidence,
            }
        )
    return [
        {
            "key": item.key,
            "kind": item.kind.value,
            "name": item.name,
            "code": item.code,
            "known": item.known,
            "office": item.office,
            "gender": item.gender,
            "mentions": mentions[item.key],
        }
        for item in findings.entities
    ]


def _timex(item: Timex, text: str, words: bool) -> Wire:
    return {
        "span": _span(item.span, text),
        **_said(item.span, text, words),
        "type": item.type,
        "value": item.value,
        "precision": item.precision,
        "anchored": item.anchored,
        "mod": item.mod,
        "begin": item.begin,
        "end": item.end,
        "rule": item.rule,
        "confidence": item.confidence,
    }


def _quantity(item: Quantity, text: str, words: bool) -> Wire:
    return {
        "span": _span(item.span, text),
        **_said(item.span, text, words),
        "low": item.low,
        "high": item.high,
        "approximation": item.approximation,
        "unit": item.unit,
        "counted": _optional_span(item.counted, text),
        "part_of": _optional_span(item.part_of, text),
        "rule": item.rule,
        "confidence": item.confidence,
    }


def _place(item: Place, text: str, words: bool) -> Wire:
    return {
        "span": _span(item.span, text),
        **_said(item.span, text, words),
        "name": item.name,
        "kind": item.kind.value,
        "code": item.code,
        "latitude": item.latitude,
        "longitude": item.longitude,
        "precision_km": item.precision_km,
        "reason": item.reason,
        "rule": item.rule,
        "confidence": item.confidence,
    }


def _decoded_place(item: Wire) -> Place:
    return Place(
        span=tuple.__new__(Span, item["span"]),
        name=item["name"],
        kind=_PLACE_KINDS[item["kind"]],
        code=item["code"],
        latitude=item["latitude"],
        longitude=item["longitude"],
        precision_km=item["precision_km"],
        reason=item["reason"],
        rule=item["rule"],
        confidence=item["confidence"],
    )


def _decoded_span(pair: Sequence[int] | None) -> Span | None:
    return None if pair is None else tuple.__new__(Span, pair)


def _decoded_spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple([tuple.__new__(Span, pair) for pair in pairs])


def _decoded_entity(item: Wire) -> Entity:
    return Entity(
        key=item["key"],
        kind=_ENTITY_KINDS[item["kind"]],
        name=item["name"],
        code=item["code"],
        known=item["known"],
        office=item["office"],
        gender=item["gender"],
    )


def _decoded_mentions(entities: Sequence[Wire]) -> tuple[Mention, ...]:
    """In text order, as findings hold them."""
    mentions = (
        Mention(tuple.__new__(Span, item["span"]), entity["key"], item["form"], item["reason"], item["confidence"])
        for entity in entities
        for item in entity["mentions"]
    )
    return tuple(sorted(mentions, key=lambda mention: mention.span))


def _decoded_timex(item: Wire) -> Timex:
    return Timex(
        span=tuple.__new__(Span, item["span"]),
        type=item["type"],
        value=item["value"],
        precision=item["precision"],
        anchored=item["anchored"],
        mod=item["mod"],
        begin=item["begin"],
        end=item["end"],
        rule=item["rule"],
        confidence=item["confidence"],
    )


def _decoded_quantity(item: Wire) -> Quantity:
    return Quantity(
        span=tuple.__new__(Span, item["span"]),
        low=item["low"],
        high=item["high"],
        approximation=item["approximation"],
        unit=item["unit"],
        counted=_decoded_span(item["counted"]),
        part_of=_decoded_span(item["part_of"]),
        rule=item["rule"],
        confidence=item["confidence"],
    )


def _decoded_attribution(item: Wire) -> Attribution:
    return Attribution(
        key=item["key"],
        source=_decoded_span(item["source"]),
        speaker=item["speaker"],
        entity=item["entity"],
        speaker_reason=item["speaker_reason"],
        cue=_decoded_spans(item["cue"]),
        content=_decoded_spans(item["content"]),
        form=_FORMS[item["form"]],
        act=_ACTS[item["act"]],
        to=_decoded_span(item["to"]),
        within=item["within"],
        rule=item["rule"],
        confidence=item["confidence"],
    )


def _decoded_event(item: Wire) -> Event:
    return Event(
        key=item["key"],
        trigger=tuple.__new__(Span, item["trigger"]),
        type=_EVENT_TYPES[item["type"]],
        mode=item["mode"],
        context=item["context"],
        actor=_decoded_party(item, "actor"),
        recipient=_decoded_party(item, "recipient"),
        roles=tuple(Role(role["name"], tuple.__new__(Span, role["span"])) for role in item["roles"]),
        place=_decoded_span(item["place"]),
        time=_decoded_span(item["time"]),
        quantities=_decoded_spans(item["quantities"]),
        status=_STATUSES[item["status"]],
        chain=tuple(item["chain"]),
        attribution=item["attribution"],
        lexeme=item["lexeme"],
        rule=item["rule"],
        confidence=item["confidence"],
        also=_decoded_spans(item["also"]),
    )


def _decoded_party(item: Wire, side: str) -> Party | None:
    if item[side] is None:
        return None
    return Party(item[side], _decoded_span(item[f"{side}_span"]), item[f"{side}_entity"])
