"""GeoJSON (RFC 7946): the places, and what happens, stands or is said of there."""

import json
import math
from collections.abc import Iterable
from contextlib import ExitStack
from typing import Any

from lagebild.export.characters import json_line
from lagebild.export.destination import Destination, Text
from lagebild.export.options import Options
from lagebild.export.sorting import Record, grouped
from lagebild.export.told import Told, telling
from lagebild.model.event import Party
from lagebild.model.holding import Holding
from lagebild.model.place import Place as Where
from lagebild.model.span import Span
from lagebild.tables.beside import Beside

LAYERS = ("places", "events", "deployments", "statements")
DIGITS = 6
"""Decimal places of degrees: a tenth of a metre, as the standard advises."""
Properties = dict[str, Any]


def write(holdings: Iterable[Holding], to: Destination, options: Options) -> dict[str, int]:
    """Writes `LAYER.geojson` for each of LAYERS and returns how many features each has."""
    del options
    counts = dict.fromkeys(LAYERS, 0)
    with ExitStack() as stack:
        layers = {name: _Layer(stack.enter_context(to.text(f"{name}.geojson")), name) for name in LAYERS}
        for key, rows in grouped(_told(holdings, layers), scratch=to.scratch):
            layers["places"].add(*_summed(key, rows))
        for name, layer in layers.items():
            layer.end()
            counts[name] = layer.count
    return counts


class _Layer:
    """One file being written."""

    def __init__(self, file: Text, name: str) -> None:
        self._file = file
        self.count = 0
        file.write('{"type": "FeatureCollection", "name": ' + json.dumps(name) + ', "features": [')

    def add(self, id: str, where: list[float] | None, properties: Properties) -> None:
        geometry = {"type": "Point", "coordinates": where} if where else None
        feature = {"type": "Feature", "id": id, "geometry": geometry, "properties": properties}
        self._file.write((",\n" if self.count else "\n") + json_line(feature))
        self.count += 1

    def end(self) -> None:
        self._file.write("\n]}\n")


def point(place: Where) -> list[float] | None:
    """Longitude and latitude, None where the place has none on this earth."""
    if place.latitude is None or place.longitude is None:
        return None
    if not (abs(place.latitude) <= 90 and abs(place.longitude) <= 180):
        return None
    return [round(place.longitude, DIGITS), round(place.latitude, DIGITS)]


def _told(holdings: Iterable[Holding], layers: dict[str, _Layer]) -> Iterable[Record]:
    """Writes what is told of places, and gives a row for every time that a place is named or told of."""
    for holding in holdings:
        beside = Beside(holding.findings)
        for item in holding.findings.places:
            yield _row(holding, item, "mentions", item.span)
        for id, layer, where, span, properties in _records(holding, beside):
            layers[layer].add(id, point(where), {**_led(holding), **properties, **_of(where, holding)})
            yield _row(holding, where, layer, span)


def _records(holding: Holding, beside: Beside) -> Iterable[tuple[str, str, Where, Span, Properties]]:
    """Each record that is told of a place: an id, its layer, the place, its words and properties."""
    text = holding.findings.document.text
    for event in holding.findings.events:
        where, time = beside.place(event.place), beside.time(event.time)
        if where is not None:
            yield f"{holding.key}/{event.key}", "events", where, event.trigger, {
                "key": event.key, "type": event.type.value, "mode": event.mode, "context": event.context,
                **_party("actor", event.actor, text), **_party("recipient", event.recipient, text),
                "words": event.trigger.of(text), "time": event.time.of(text) if event.time else None,
                "time_value": time.value if time else None, "status": event.status.value,
                "chain": _chain(event.chain), "confidence": event.confidence,
            }  # fmt: skip
    for forces in holding.findings.deployments:
        where, strength = beside.place(forces.where), beside.quantity(forces.strength)
        if where is not None:
            yield f"{holding.key}/{forces.key}", "deployments", where, forces.forces, {
                "key": forces.key, **_party("whose", forces.whose, text), "words": forces.forces.of(text),
                "strength_low": strength.low if strength else None,
                "strength_high": strength.high if strength else None,
                "strength_approximation": strength.approximation if strength else None,
                "purpose": forces.purpose.of(text) if forces.purpose else None, "status": forces.status.value,
                "chain": _chain(forces.chain), "confidence": forces.confidence,
            }  # fmt: skip
    for said in holding.findings.attributions:
        named = {(item.name, item.code): item for span in said.content for item in beside.places(span)}
        for number, where in enumerate(named.values(), 1):
            yield f"{holding.key}/{said.key}/{number}", "statements", where, said.content[0], {
                "key": said.key, "speaker": said.speaker, "act": said.act.value, "form": said.form.value,
                "words": " … ".join(span.of(text) for span in said.content), "confidence": said.confidence,
            }  # fmt: skip


def _led(holding: Holding) -> Properties:
    document = holding.findings.document
    return {
        "document": holding.key,
        "published": document.date.isoformat() if document.date else None,
        "publisher": document.publisher,
        "title": document.title,
        "url": document.url,
    }


def _of(where: Where, holding: Holding) -> Properties:
    return {
        "place": where.name,
        "place_words": where.span.of(holding.findings.document.text),
        "place_kind": where.kind.value,
        "place_code": where.code,
        "precision_km": _finite(where.precision_km),
    }


def _party(name: str, party: Party | None, text: str) -> Properties:
    span = party.span if party else None
    return {name: party.code if party else None, f"{name}_words": span.of(text) if span else None}


def _chain(chain: tuple[str | None, ...]) -> str | None:
    """Who vouches, the nearest first."""
    return " ← ".join(name or "?" for name in chain) or None


def _finite(number: float | None) -> float | None:
    return number if number is not None and math.isfinite(number) else None


def _row(holding: Holding, place: Where, kind: str, span: Span) -> Record:
    key = json.dumps([place.name, place.kind.value, place.code, point(place)])
    return [key, kind, _finite(place.precision_km), *telling(holding), *span]


def _summed(key: str, rows: Iterable[Record]) -> tuple[str, list[float] | None, Properties]:
    """The feature of one place: its id, point and properties."""
    name, kind, code, where = json.loads(key)
    counts = dict.fromkeys(("mentions", *LAYERS[1:]), 0)
    told, evidence, reach = Told(), list[str](), None
    for _, layer, precision, document, origin, day, start, end in rows:
        counts[layer] += 1
        told.seen(document, origin, day)
        evidence.append(f"{document}#{start}-{end}")
        reach = reach if reach is not None else precision
    return (
        "/".join(part for part in (kind, code, name) if part),
        where,
        {
            "name": name,
            "kind": kind,
            "code": code,
            "precision_km": reach,
            "documents": told.documents,
            "origins": told.origins,
            **counts,
            "first": told.first,
            "last": told.last,
            "evidence": " ".join(evidence),
        },
    )
