"""The fields of each kind of record that a person may correct, each with what may stand in it (docs/json.md)."""

from collections.abc import Mapping
from types import MappingProxyType

from lagebild.judging.checks import (
    Check,
    attribution,
    entity,
    event,
    fields,
    flag,
    in_order,
    maybe,
    number,
    one_of,
    some,
    span,
    text,
)
from lagebild.model.attribution import Act, Form
from lagebild.model.entity import EntityKind
from lagebild.model.event import EventType, Status
from lagebild.model.place import PlaceKind

PRECISIONS = (
    "minute", "hour", "daypart", "day", "week", "month", "quarter", "season", "year", "decade", "century", "vague",
)  # fmt: skip
APPROXIMATIONS = ("about", "more_than", "less_than", "at_least", "at_most", "nearly", "vague")
FORMS = (
    "name", "surname", "acronym", "office", "demonym", "capital", "government", "pronoun", "description", "possessive",
)  # fmt: skip

_SPANS = in_order(some(span))
_TOLD: dict[str, Check] = {
    "status": one_of(Status),
    "chain": some(maybe(text)),
    "attribution": maybe(attribution),
}


def _party(name: str) -> dict[str, Check]:
    return {name: maybe(text), f"{name}_span": maybe(span), f"{name}_entity": maybe(entity)}


_SIDE = fields(**_party("party"), gives=lambda value, ground: _SPANS(value or [], ground),
               events=lambda value, ground: some(event)(value or [], ground))  # fmt: skip

FIELDS: Mapping[str, Mapping[str, Check]] = MappingProxyType({
    "attribution": {
        "source": maybe(span),
        "speaker": maybe(text),
        "entity": maybe(entity),
        "cue": _SPANS,
        "content": in_order(some(span, least=1)),
        "form": one_of(Form),
        "act": one_of(Act),
        "to": maybe(span),
        "within": maybe(attribution),
    },
    "event": {
        "trigger": span,
        "type": one_of(EventType),
        "mode": maybe(text),
        "context": maybe(text),
        **_party("actor"),
        **_party("recipient"),
        "roles": some(fields(name=text, span=span)),
        "place": maybe(span),
        "time": maybe(span),
        "quantities": some(span),
        "also": some(span),
        **_TOLD,
    },
    "exchange": {"sides": some(_SIDE, least=2), "tie": in_order(some(span, least=1)), **_TOLD},
    "breach": {"trigger": span, **_party("who"), "act": maybe(span), "violates": span, **_TOLD},
    "threat": {
        "trigger": span,
        **_party("from"),
        "to": some(text),
        "to_spans": some(maybe(span)),
        "to_entities": some(maybe(entity)),
        "means": maybe(span),
        "condition": maybe(span),
        **_TOLD,
    },
    "deployment": {
        "trigger": span,
        **_party("whose"),
        "forces": span,
        "strength": maybe(span),
        "part_of": maybe(span),
        "where": maybe(span),
        "since": maybe(span),
        "purpose": maybe(span),
        **_TOLD,
    },
    "entity": {
        "kind": one_of(EntityKind),
        "name": text,
        "code": maybe(text),
        "known": maybe(text),
        "office": maybe(text),
        "gender": maybe(one_of("mfnp")),
    },
    "mention": {"span": span, "entity": entity, "form": one_of(FORMS)},
    "timex": {
        "span": span,
        "type": one_of(("DATE", "TIME", "DURATION", "SET")),
        "value": maybe(text),
        "precision": one_of(PRECISIONS),
        "anchored": flag,
        "mod": maybe(text),
        "begin": maybe(text),
        "end": maybe(text),
    },
    "quantity": {
        "span": span,
        "low": maybe(number()),
        "high": maybe(number()),
        "approximation": maybe(one_of(APPROXIMATIONS)),
        "unit": maybe(text),
        "counted": maybe(span),
        "part_of": maybe(span),
    },
    "place": {
        "span": span,
        "name": text,
        "kind": one_of(PlaceKind),
        "code": maybe(text),
        "latitude": maybe(number(-90, 90)),
        "longitude": maybe(number(-180, 180)),
        "precision_km": maybe(number(0)),
    },
})  # fmt: skip
"""By kind of record and field."""

KINDS = tuple(FIELDS)
