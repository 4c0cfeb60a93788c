"""An article: its text with marks, who says what in it, and where it came from."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from lagebild.model.attribution import Attribution
from lagebild.model.findings import Findings
from lagebild.model.holding import Holding, Standing
from lagebild.model.span import Span
from lagebild.report.extracts import extract
from lagebild.report.sides import Sides
from lagebild.web.views.marks import Mark, colours, depths, layered, marked, paragraphs
from lagebild.web.views.titles import first_words

Values = dict[str, Any]
Labels = Mapping[str, Any]

SHOWN_AT_FIRST = (
    "statements",
    "events",
    "deals",
    "breaches",
    "threats",
    "deployments",
    "figures",
    "times",
    "furniture",
)
"""Layers that are on where nobody chose; names and places stand in every line."""


def facts(holding: Holding) -> Values:
    """What is known of the document itself."""
    document = holding.findings.document
    return {
        "key": holding.key,
        "id": document.id,
        "title": document.title,
        "called": document.title or first_words(document.text) or document.id,
        "day": document.date.isoformat() if document.date else None,
        "publisher": document.publisher,
        "author": document.author,
        "url": document.url,
        "language": document.language,
        "words": len(document.text.split()),
        "read_from": document.origin,
        "known_from": dict(document.known_from),
        "added": holding.added.isoformat(),
        "engine": holding.engine,
        "newer": holding.newer,
        "notes": list(holding.findings.notes),
    }


def chosen_layers(asked: str | None) -> tuple[str, ...]:
    """The layers that an address names; "none" for no layer at all."""
    if asked is None:
        return SHOWN_AT_FIRST
    return tuple(name for name in asked.split(",") if name)


def legend(over: Iterable[Mark], on: Sequence[str]) -> list[Values]:
    """The layers that this text has, how many records of each, and whether they are shown."""
    return [{"name": name, "count": count, "on": name in on} for name, count in layered(over).items()]


def text_of(findings: Findings, over: Sequence[Mark]) -> list[tuple[int, Markup]]:
    """The paragraphs with where they begin."""
    text = findings.document.text
    return [(part.start, marked(text, part, over)) for part in paragraphs(text)]


def statements(holding: Holding) -> list[Values]:
    """Who says what, in the order of the text."""
    findings = holding.findings
    depth, colour = depths(findings), colours(findings)
    return [
        {
            **said(item, findings),
            "colour": colour[item.entity or item.speaker],
            "depth": depth[item.key],
            "person": holding.people.get(item.entity or ""),
            "standing": _standing(holding, "attribution", item.key),
        }
        for item in findings.attributions
    ]


def said(item: Attribution, findings: Findings) -> Values:
    """One statement with its words."""
    text = findings.document.text
    return {
        "ref": f"attribution:{item.key}",
        "speaker": item.speaker,
        "act": item.act.value,
        "form": item.form.value,
        "words": extract(text, item.content),
        "to": item.to.of(text) if item.to else None,
        "confidence": item.confidence,
    }


def happenings(holding: Holding, labels: Labels) -> dict[str, list[Values]]:
    """Events, deals, breaches, threats and deployments as short lines, by layer."""
    findings = holding.findings
    text, sides = findings.document.text, Sides(findings, dict(labels))

    def name(party: Any) -> str | None:
        return sides.name(party) if party is not None else None

    def line(kind: str, item: Any, what: str, words: Sequence[Span], who: Any = None, whom: Any = None) -> Values:
        return {
            "ref": f"{kind}:{item.key}",
            "what": what,
            "words": extract(text, words),
            "who": name(who),
            "whom": name(whom),
            "status": item.status.value,
            "confidence": item.confidence,
            "standing": _standing(holding, kind, item.key),
        }

    found = {
        "events": [
            line("event", item, _event_name(item, labels), [item.trigger], item.actor, item.recipient)
            for item in findings.events
        ],
        "deals": [
            line("exchange", item, "", [*item.tie, *(gift for side in item.sides for gift in side.gives)],
                 item.sides[0].party, item.sides[1].party if len(item.sides) > 1 else None)
            for item in findings.exchanges
        ],
        "breaches": [
            line("breach", item, "", [item.act or item.trigger, item.violates], item.who) for item in findings.breaches
        ],
        "threats": [
            line("threat", item, "", [item.means or item.trigger], item.source, item.to[0] if item.to else None)
            for item in findings.threats
        ],
        "deployments": [
            line("deployment", item, "", [item.forces, *([item.where] if item.where else [])], item.whose)
            for item in findings.deployments
        ],
    }  # fmt: skip
    return {layer: lines for layer, lines in found.items() if lines}


def _event_name(event: Any, labels: Labels) -> str:
    return str(labels["modes"].get(event.mode or "") or labels["event_types"][event.type.value])


def _standing(holding: Holding, kind: str, name: str) -> str:
    return holding.standing.get((kind, name), Standing.FOUND).value
