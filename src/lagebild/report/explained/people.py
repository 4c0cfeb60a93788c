"""How a speaker or a side was found, step by step: its words, what they refer to, and by which earlier names."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from lagebild.model.entity import Mention
from lagebild.model.event import Party
from lagebild.model.findings import Findings
from lagebild.model.span import Span
from lagebild.report.explained.records import Record
from lagebild.report.extracts import extract
from lagebild.report.sides import Sides

Labels = dict[str, Any]

_STEPS = 4
"""Earlier mentions told of whom a word refers to."""


class Step(NamedTuple):
    """A mention on the way: its words, what sort of mention it is, and why it is this somebody."""

    offset: int
    words: str
    form: str
    reason: str


class Found(NamedTuple):
    """Somebody who has a part in a record; `words` is None where the rest of the report tells who it is."""

    part: str
    span: Span | None
    words: str | None
    name: str | None
    code: str | None
    entity: str | None
    reason: str | None
    steps: tuple[Step, ...]


def people(record: Record, findings: Findings, labels: Labels) -> tuple[Found, ...]:
    """The speaker of an attribution, the sides of another record, whom a mention refers to."""
    if record.kind == "attribution":
        return (_speaker(record.item, findings, labels),)
    if record.kind == "mention":
        return (_mentioned(record.item, findings),)
    sides = Sides(findings, labels)
    return tuple(_side(part, party, findings, sides) for part, party in _parties(record))


def _speaker(said: Any, findings: Findings, labels: Labels) -> Found:
    words = extract(findings.document.text, [said.source]) if said.source else None
    end = said.source.end if said.source else said.content[0].start
    steps = tuple(_steps(said.entity, end, findings)) if said.entity else ()
    code = next((entity.code for entity in findings.entities if entity.key == said.entity), None)
    return Found("speaker", said.source, words, said.speaker, code, said.entity, _reason(said, labels), steps)


def _reason(said: Any, labels: Labels) -> str | None:
    """How the speaker was found; the record's own word for it where no plainer one is known."""
    reason = said.speaker_reason
    return labels["speaker_reasons"].get(reason, reason) or None


def _mentioned(mention: Mention, findings: Findings) -> Found:
    entity = next((item for item in findings.entities if item.key == mention.entity), None)
    words = extract(findings.document.text, [mention.span])
    steps = tuple(_steps(mention.entity, mention.span.start, findings))
    name, code = (entity.known or entity.name, entity.code) if entity else (None, None)
    return Found("refers to", mention.span, words, name, code, mention.entity, mention.reason, steps)


def _side(part: str, party: Party, findings: Findings, sides: Sides) -> Found:
    if party.span is None:
        return Found(part, None, None, sides.of_code(party.code), party.code, party.entity, None, ())
    inside = [item for item in findings.mentions if party.span.contains(item.span)]
    words = extract(findings.document.text, [party.span])
    steps = tuple(_step(item, findings) for item in inside)
    return Found(part, party.span, words, sides.name(party), party.code, party.entity, None, steps)


def _parties(record: Record) -> Iterator[tuple[str, Party]]:
    item = record.item
    if record.kind == "exchange":
        yield from (("side", side.party) for side in item.sides if side.party)
        return
    for name in ("actor", "recipient", "who", "whose", "source"):
        party = getattr(item, name, None)
        if isinstance(party, Party):
            yield name, party
    if record.kind == "threat":
        yield from (("to", party) for party in item.to)


def _steps(entity: str, end: int, findings: Findings) -> Iterator[Step]:
    """The first mention of the entity and the last ones up to the place."""
    before = [item for item in findings.mentions if item.entity == entity and item.span.start < end]
    told = before if len(before) <= _STEPS else [before[0], *before[1 - _STEPS :]]
    yield from islice((_step(item, findings) for item in told), _STEPS)


def _step(mention: Mention, findings: Findings) -> Step:
    span: Span = mention.span
    return Step(span.start, extract(findings.document.text, [span]), mention.form, mention.reason)
