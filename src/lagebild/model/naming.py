"""Naming: the kinds of records with the lists that hold them, and what a single record is called."""

from collections.abc import Mapping
from typing import Any

from lagebild.model.span import Span

LISTS: Mapping[str, str] = {
    "attribution": "attributions",
    "event": "events",
    "exchange": "exchanges",
    "breach": "breaches",
    "threat": "threats",
    "deployment": "deployments",
    "entity": "entities",
    "timex": "timexes",
    "quantity": "quantities",
    "place": "places",
}
"""The kinds of records and the lists of docs/json.md that hold them; mentions stand with their entities there."""
PLACED = ("mention", "timex", "quantity", "place")
"""Records of these kinds have no key and are named by their span."""
KEYED: Mapping[str, str] = {kind: name for kind, name in LISTS.items() if kind not in PLACED}
"""The kinds whose records have a key, with their lists."""


def name_of(record: Any) -> str:
    """What a record of the findings is called: its key, or its span as "start-end" where it has none."""
    return record.key if hasattr(record, "key") else place_name(record.span)


def name_on_wire(record: Mapping[str, Any]) -> str:
    """The same for a record in wire form."""
    return str(record["key"]) if "key" in record else "{}-{}".format(*record["span"])


def place_name(span: Span) -> str:
    """What a record without key is called that stands there."""
    return f"{span.start}-{span.end}"
