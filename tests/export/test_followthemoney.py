"""FollowTheMoney: our own table of its schemata, and its own library where that is installed."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from lagebild.export import Options, export
from lagebild.model.holding import Holding
from tests.export.holdings import any_holding, both, second

_THING = {
    "name",
    "alias",
    "country",
    "summary",
    "description",
    "sourceUrl",
    "publisher",
    "topics",
    "proof",
    "createdAt",
}
PROPERTIES = {
    "Article": _THING | {
        "title", "author", "publishedAt", "language", "bodyText", "peopleMentioned", "locationMentioned",
        "processingAgent",
    },
    "Person": _THING | {"position", "gender"},
    "Organization": _THING,
    "PublicBody": _THING,
    "Mention": {"document", "resolved", "name", "detectedSchema", "contextCountry"},
    "Note": _THING | {"entity"},
    "Event": _THING | {"date", "location", "involved"},
    "UnknownLink": {"subject", "object", "role", "date", "summary", "proof"},
}  # fmt: skip
"""The properties of FollowTheMoney 4.11 that we use, by schema; 3.8 lacks one of them, the proof of a link."""


def _entities(folder: Path, *holdings: Holding, options: Options | None = None) -> list[dict[str, Any]]:
    export(holdings, format="ftm", out=folder / "out.json", options=options)
    return [json.loads(line) for line in (folder / "out.json").read_text("utf-8").splitlines()]


def _one(found: list[dict[str, Any]], schema: str, **properties: str) -> dict[str, Any]:
    (item,) = [
        item
        for item in found
        if item["schema"] == schema and all(item["properties"].get(key) == [value] for key, value in properties.items())
    ]
    return item


def test_a_person_of_two_reports_is_one_entity_that_both_mention(tmp_path: Path) -> None:
    found = _entities(tmp_path, *both())
    ada = _one(found, "Person", name="Ada Kroll")
    assert ada["properties"]["country"] == ["dk"]
    assert ada["properties"]["position"] == ["Hafenchefin"]
    mentions = [item for item in found if item["schema"] == "Mention"]
    assert sum(item["properties"]["resolved"] == [ada["id"]] for item in mentions) == 2


def test_a_statement_is_a_note_on_its_speaker_and_a_link_to_whom_it_is_said(tmp_path: Path) -> None:
    found = _entities(tmp_path, second())
    ada, norway = _one(found, "Person"), _one(found, "PublicBody", name="Norwegen")
    note = _one(found, "Note", description="Der Sund bleibt offen.")
    assert note["properties"]["entity"] == [ada["id"]]
    assert note["properties"]["proof"] == [_one(found, "Article")["id"]]
    link = _one(found, "UnknownLink", role="warn (statement)")
    assert (link["properties"]["subject"], link["properties"]["object"]) == ([ada["id"]], [norway["id"]])


def test_an_event_names_its_sides_its_place_and_how_real_it_is(tmp_path: Path) -> None:
    found = _entities(tmp_path, *both())
    meeting = _one(found, "Event", name="CONSULT: trafen")
    assert (meeting["properties"]["date"], meeting["properties"]["location"]) == (["2031-05-03"], ["Malmö"])
    assert meeting["properties"]["country"] == ["se"]
    assert "fact" in meeting["properties"]["summary"][0]


def test_without_text_an_article_has_no_body(tmp_path: Path) -> None:
    found = _entities(tmp_path, second(), options=Options(text=False))
    assert "bodyText" not in _one(found, "Article")["properties"]


def test_every_reference_is_to_an_entity_that_is_there(tmp_path: Path) -> None:
    found = _entities(tmp_path, *both())
    ids = [item["id"] for item in found]
    assert len(ids) == len(set(ids))
    for item in found:
        for name in ("document", "resolved", "entity", "proof", "involved", "subject", "object"):
            assert set(item["properties"].get(name, [])) <= set(ids)


@given(any_holding())
@settings(max_examples=25)
def test_only_properties_that_a_schema_has_are_used(tmp_path_factory: pytest.TempPathFactory, holding: Holding) -> None:
    for item in _entities(tmp_path_factory.mktemp("ftm"), holding):
        assert set(item["properties"]) <= PROPERTIES[item["schema"]]
        assert all(value and isinstance(value, str) for values in item["properties"].values() for value in values)


def test_its_own_library_accepts_every_entity(tmp_path: Path) -> None:
    model = pytest.importorskip("followthemoney", reason="followthemoney is not installed").model
    for item in _entities(tmp_path, *both()):
        proxy = model.get_proxy(item)
        model.get(item["schema"]).validate(proxy.to_dict())
        for prop, value in proxy.itervalues():
            assert prop.type.validate(value), (item["schema"], prop.name, value)
