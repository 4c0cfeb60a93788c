"""A situation as plain values for JSON; docs/situation.md says what they mean."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from lagebild.model.claim import Telling
from lagebild.model.situation import Situation
from lagebild.model.span import Span

Wire = dict[str, Any]
FORMAT = 1
"""Rises when a field changes its meaning or goes."""


def situation_on_wire(situation: Situation) -> Wire:
    """Plain dicts, lists, strings and numbers, keys always in the same order.

    Tellings stand once each under `tellings`, by ref; everything else names them by it.
    """
    tellings: dict[str, Telling] = {}
    body = _plain(situation, _collector(tellings))
    body["names"] = dict(situation.names)
    places = {quote.ref: quote for quote in situation.quotes}
    told = {}
    for ref in sorted(tellings):
        quote = places.get(ref)
        sentence = {"spans": [list(span) for span in quote.spans], "words": quote.words} if quote else None
        told[ref] = _as_it_is(tellings[ref]) | {"sentence": sentence}
    del body["quotes"]
    return {"format": FORMAT, **body, "tellings": told}


Collect = Callable[[Telling], Any]


def _collector(tellings: dict[str, Telling]) -> Collect:
    def collect(telling: Telling) -> str:
        tellings[telling.ref] = telling
        return telling.ref

    return collect


def _as_it_is(telling: Telling) -> Any:
    return {item.name: _plain(getattr(telling, item.name), _as_it_is) for item in fields(telling)}


def _plain(value: Any, collect: Collect) -> Any:
    if isinstance(value, Telling):
        return collect(value)
    if isinstance(value, Span):
        return list(value)
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return {item.name: _plain(getattr(value, item.name), collect) for item in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(item, collect) for item in value]
    return value
