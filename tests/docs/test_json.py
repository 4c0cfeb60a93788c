"""docs/json.md, the schema and the output tell the same story."""

import dataclasses
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from lagebild.model.attribution import Act, Attribution, Form
from lagebild.model.breach import Breach
from lagebild.model.codec import encode
from lagebild.model.deployment import Deployment
from lagebild.model.entity import Entity, EntityKind, Mention
from lagebild.model.event import Event, EventType, Status
from lagebild.model.exchange import Exchange, Side
from lagebild.model.findings import Findings
from lagebild.model.place import Place, PlaceKind
from lagebild.model.quantity import Quantity
from lagebild.model.threat import Threat
from lagebild.model.timex import Timex

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA = json.loads((DOCS / "schema" / "findings.schema.json").read_text("utf-8"))


def section(title: str) -> str:
    """The part of json.md under a heading."""
    text = (DOCS / "json.md").read_text("utf-8")
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", text, re.S | re.M)
    assert found is not None, title
    return found[1]


def fields(schema: dict[str, Any]) -> Iterator[str]:
    yield from schema["properties"]


def test_findings_made_by_hand_fit_the_schema(findings: Findings) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(encode(findings))


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("`attributions`", "attribution"),
        ("`events`", "event"),
        ("`exchanges`", "exchange"),
        ("`exchanges`", "side"),
        ("`breaches`", "breach"),
        ("`threats`", "threat"),
        ("`deployments`", "deployment"),
        ("`entities`", "entity"),
        ("`entities`", "mention"),
        ("`timexes`", "timex"),
        ("`quantities`", "quantity"),
        ("`places`", "place"),
        ("`furniture`", "furniture"),
    ],
)
def test_every_field_of_a_record_is_documented(title: str, kind: str) -> None:
    text = section(title)
    assert [name for name in fields(SCHEMA["$defs"][kind]) if f"`{name}`" not in text] == []


@pytest.mark.parametrize(
    ("record", "kind", "elsewhere"),
    [
        (Attribution, "attribution", set()),
        (Event, "event", set()),
        (Exchange, "exchange", set()),
        (Side, "side", set()),
        (Breach, "breach", set()),
        (Threat, "threat", {"source"}),
        (Deployment, "deployment", set()),
        (Entity, "entity", set()),
        (Mention, "mention", {"entity"}),
        (Timex, "timex", set()),
        (Quantity, "quantity", set()),
        (Place, "place", set()),
    ],
)
def test_every_field_of_a_record_is_on_the_wire(record: type, kind: str, elsewhere: set[str]) -> None:
    assert {field.name for field in dataclasses.fields(record)} - elsewhere <= set(fields(SCHEMA["$defs"][kind]))


def test_every_field_of_the_document_is_documented() -> None:
    assert [name for name in fields(SCHEMA) if f"`{name}`" not in section("The document")] == []


def test_the_schema_and_the_records_know_the_same_acts_forms_and_kinds() -> None:
    attribution = SCHEMA["$defs"]["attribution"]["properties"]
    assert attribution["act"]["enum"] == list(Act)
    assert attribution["form"]["enum"] == list(Form)
    assert SCHEMA["$defs"]["entity"]["properties"]["kind"]["enum"] == list(EntityKind)
    event = SCHEMA["$defs"]["event"]["properties"]
    assert event["type"]["enum"] == list(EventType)
    assert event["status"]["enum"] == list(Status)
    assert SCHEMA["$defs"]["place"]["properties"]["kind"]["enum"] == list(PlaceKind)
