"""JSON lines: all that is known of a document on one line, as `lagebild read --jsonl` prints it and more."""

import json
from collections.abc import Iterable
from typing import Any

from lagebild.export.characters import json_line
from lagebild.export.destination import Destination
from lagebild.export.options import Options
from lagebild.model.codec import encode
from lagebild.model.holding import Holding
from lagebild.model.judgement import Judgement

NAME = "documents.jsonl"


def write(holdings: Iterable[Holding], to: Destination, options: Options) -> dict[str, int]:
    """One object on a line for each document."""
    count = 0
    with to.text(NAME) as file:
        for holding in holdings:
            file.write(json_line(line(holding, options)) + "\n")
            count += 1
    return {"documents": count}


def line(holding: Holding, options: Options) -> dict[str, Any]:
    """The object for one document: its key first, then docs/json.md, then what the base knows around it."""
    wire = encode(holding.findings)
    if not options.text:
        wire["text"] = None
    return {
        "key": holding.key,
        **wire,
        "origin": holding.origin,
        "base_entities": dict(sorted(holding.people.items())),
        "standing": [
            {"kind": kind, "record": record, "standing": value.value}
            for (kind, record), value in sorted(holding.standing.items())
        ],
        "judgements": [_judgement(item) for item in holding.judgements],
        "added": holding.added.isoformat(),
        "engine": holding.engine,
        "newer": holding.newer,
    }


def _judgement(item: Judgement) -> dict[str, Any]:
    return {
        "key": item.key,
        "verdict": item.verdict.value,
        "kind": item.kind,
        "record": item.record,
        "field": item.field,
        "value": None if item.value is None else json.loads(item.value),
        "author": item.author,
        "at": item.at.isoformat(),
    }
