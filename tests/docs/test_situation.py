"""docs/situation.md describes every field, mark, note and option."""

import json
import re
from pathlib import Path
from typing import Any

import click
import jsonschema

from lagebild.cli.situation import situation as command
from lagebild.model.situation import Certainty
from lagebild.situation import situation_on_wire
from scripts.situation_schema import schema
from tests.situation.reports import situation

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "situation.md").read_text("utf-8")
WORDS = set(re.findall(r"`([a-z_]+)`", PAGE))


def _fields(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {name for item in value.values() for name in _fields(item)}
    return {name for item in value for name in _fields(item)} if isinstance(value, list) else set()


def test_every_field_of_the_json_is_described() -> None:
    wire = situation_on_wire(situation())
    wire["tellings"] = list(wire["tellings"].values())
    wire["names"] = {}
    assert {name for name in _fields(wire) if name not in WORDS} == set()


def test_every_mark_is_described() -> None:
    assert all(re.search(rf"^\| `{kind.value}` \|", PAGE, re.M) for kind in Certainty)


def test_every_option_is_described() -> None:
    options = [option for item in command.params if isinstance(item, click.Option) for option in item.opts]
    assert [option for option in options if option not in {"--db", "--color"} and f"`{option}" not in PAGE] == []


def test_the_schema_is_that_of_the_records_and_holds_for_situations() -> None:
    written = json.loads((ROOT / "docs" / "schema" / "situation.schema.json").read_text("utf-8"))
    assert written == schema(), "python -m scripts.situation_schema writes it"
    checker = jsonschema.Draft202012Validator(written)
    for found in (situation(), situation(claims=False), situation(["tausch"], as_of="2031-03-01")):
        checker.validate(json.loads(json.dumps(situation_on_wire(found))))
