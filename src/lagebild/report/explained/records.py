"""Every record of a document in one shape: its kind, key and the places it stands on."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple

from lagebild.model.event import Party
from lagebild.model.findings import Findings
from lagebild.model.span import Span

_LIKE = 4
"""Keys named when one is unknown."""


_SETTING = ("strength", "part_of", "where", "since", "purpose")
"""What is told around forces, by the names of its fields."""


class Part(NamedTuple):
    """A place that a record stands on, and what it is there: trigger, actor, content …"""

    name: str
    span: Span


class Record(NamedTuple):
    """`key` is None for kinds that have none: times, quantities, places, furniture; a mention has its entity's."""

    kind: str
    key: str | None
    parts: tuple[Part, ...]
    item: Any

    @property
    def words(self) -> Span:
        """Where it stands first of all: its trigger, its content, its own words."""
        return self.parts[0].span


def records(findings: Findings) -> Iterator[Record]:
    """All records that stand somewhere in the text, kind by kind."""
    parts: list[tuple[str, Span | tuple[Span, ...] | None]]
    for said in findings.attributions:
        parts = [("content", said.content), ("cue", said.cue), ("source", said.source), ("to", said.to)]
        yield Record("attribution", said.key, _parts(parts), said)
    for event in findings.events:
        parts = [
            ("trigger", event.trigger), *_sides(actor=event.actor, recipient=event.recipient),
            *((role.name, role.span) for role in event.roles), ("place", event.place), ("time", event.time),
            ("quantity", event.quantities), ("also told", event.also),
        ]  # fmt: skip
        yield Record("event", event.key, _parts(parts), event)
    for deal in findings.exchanges:
        gifts = [("gives", gift) for side in deal.sides for gift in side.gives]
        sides = [place for side in deal.sides for place in _sides(side=side.party)]
        yield Record("exchange", deal.key, _parts([("tie", deal.tie), *gifts, *sides]), deal)
    for breach in findings.breaches:
        parts = [("trigger", breach.trigger), *_sides(who=breach.who), ("violates", breach.violates)]
        yield Record("breach", breach.key, _parts([*parts, ("act", breach.act)]), breach)
    for threat in findings.threats:
        harmed = [place for to in threat.to for place in _sides(to=to)]
        parts = [("trigger", threat.trigger), *_sides(source=threat.source), *harmed, ("means", threat.means)]
        yield Record("threat", threat.key, _parts([*parts, ("condition", threat.condition)]), threat)
    for forces in findings.deployments:
        parts = [("trigger", forces.trigger), ("forces", forces.forces), *_sides(whose=forces.whose)]
        parts += [(name, getattr(forces, name)) for name in _SETTING]
        yield Record("deployment", forces.key, _parts(parts), forces)
    for mention in findings.mentions:
        yield Record("mention", mention.entity, (Part("words", mention.span),), mention)
    plain: tuple[tuple[str, Iterable[Any]], ...] = (
        ("time", findings.timexes), ("quantity", findings.quantities), ("place", findings.places),
        ("furniture", findings.furniture),
    )  # fmt: skip
    for kind, items in plain:
        for item in items:
            places = [("words", item.span), ("counted", getattr(item, "counted", None))]
            yield Record(kind, None, _parts(places), item)


def at(findings: Findings, offset: int) -> list[Record]:
    """The records that stand at that place, the innermost first."""
    here = [(min(_lengths(record, offset)), record) for record in records(findings) if any(_lengths(record, offset))]
    return [record for _, record in sorted(here, key=lambda pair: (pair[0], pair[1].kind, pair[1].key or ""))]


def with_key(findings: Findings, key: str) -> list[Record]:
    """The record with that key, or one whose key begins so; of an entity every mention. Empty where there is none."""
    keyed = [record for record in records(findings) if record.key]
    exact = [record for record in keyed if record.key == key]
    begun = {record.key for record in keyed if record.key and record.key.startswith(key)}
    return exact or ([record for record in keyed if record.key in begun] if len(begun) == 1 else [])


def keys_like(findings: Findings, key: str) -> list[str]:
    """Keys of this document that a slip may have meant: those that begin alike, else the most similar."""
    keys = sorted({record.key for record in records(findings) if record.key})
    begun = [known for known in keys if key and known.startswith(key[:3])]
    return (begun or get_close_matches(key, keys, n=_LIKE, cutoff=0.3))[:_LIKE]


def _lengths(record: Record, offset: int) -> list[int]:
    return [part.span.end - part.span.start for part in record.parts if part.span.start <= offset < part.span.end]


def _sides(**parties: Party | None) -> list[tuple[str, Span | None]]:
    return [(name, party.span) for name, party in parties.items() if party is not None]


def _parts(places: Iterable[tuple[str, Span | tuple[Span, ...] | None]]) -> tuple[Part, ...]:
    """The places that are there, each span with its name, none twice under one name."""
    found: dict[Part, None] = {}
    for name, place in places:
        spans = () if place is None else (place,) if isinstance(place, Span) else place
        found.update((Part(name, span), None) for span in spans)
    return tuple(found)
