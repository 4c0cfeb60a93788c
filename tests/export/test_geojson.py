"""GeoJSON, checked against a schema of RFC 7946."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from lagebild.export import export
from lagebild.export.geojson import LAYERS
from lagebild.model.holding import Holding
from tests.export.holdings import any_holding, both, first

SCHEMA = {
    "type": "object",
    "required": ["type", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "name": {"type": "string"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "geometry", "properties"],
                "additionalProperties": False,
                "properties": {
                    "type": {"const": "Feature"},
                    "id": {"type": ["string", "number"]},
                    "properties": {
                        "type": "object",
                        "additionalProperties": {"type": ["string", "number", "boolean", "null"]},
                    },
                    "geometry": {
                        "oneOf": [
                            {"type": "null"},
                            {
                                "type": "object",
                                "required": ["type", "coordinates"],
                                "additionalProperties": False,
                                "properties": {
                                    "type": {"const": "Point"},
                                    "coordinates": {
                                        "type": "array",
                                        "prefixItems": [
                                            {"type": "number", "minimum": -180, "maximum": 180},
                                            {"type": "number", "minimum": -90, "maximum": 90},
                                        ],
                                        "minItems": 2,
                                        "maxItems": 2,
                                    },
                                },
                            },
                        ]
                    },
                },
            },
        },
    },
    "additionalProperties": False,
}


def _refused(constant: str) -> float:
    raise ValueError(f"{constant} is no JSON")


def _layers(folder: Path, *holdings: Holding) -> dict[str, list[dict[str, Any]]]:
    export(holdings, format="geojson", out=folder / "out")
    found = {}
    for name in LAYERS:
        layer = json.loads((folder / "out" / f"{name}.geojson").read_text("utf-8"), parse_constant=_refused)
        Draft202012Validator(SCHEMA).validate(layer)
        found[name] = layer["features"]
    return found


def test_an_event_stands_at_its_place_longitude_first(tmp_path: Path) -> None:
    (meeting,) = _layers(tmp_path, *both())["events"]
    assert meeting["geometry"]["coordinates"] == [13.0, 55.6]
    told = meeting["properties"]
    assert (told["type"], told["actor"], told["recipient"], told["time_value"]) == (
        "CONSULT",
        "DNK",
        "NOR",
        "2031-05-03",
    )
    assert (told["place"], told["precision_km"]) == ("Malmö", 10.0)


def test_a_place_without_a_point_is_told_of_and_stands_nowhere(tmp_path: Path) -> None:
    forces = _layers(tmp_path, first())["deployments"]
    assert [item["properties"]["place"] for item in forces] == ["Sund", "Sund"]
    assert {item["geometry"] for item in forces} == {None}


def test_a_place_is_one_feature_with_what_happens_there_counted(tmp_path: Path) -> None:
    places = _layers(tmp_path, first(), replace(first(), key="d3"))["places"]
    (malmo,) = [item["properties"] for item in places if item["properties"]["name"] == "Malmö"]
    assert (malmo["documents"], malmo["mentions"], malmo["events"]) == (2, 2, 2)
    assert malmo["first"] == "2031-05-06"


@given(any_holding())
@settings(max_examples=25)
def test_any_findings_give_valid_layers(tmp_path_factory: pytest.TempPathFactory, holding: Holding) -> None:
    layers = _layers(tmp_path_factory.mktemp("map"), holding)
    named = {json.dumps([item.name, item.kind, item.code]) for item in holding.findings.places}
    assert len(layers["places"]) >= len(named)
