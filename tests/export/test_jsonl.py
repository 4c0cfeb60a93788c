"""JSON lines."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from lagebild.export import Options, export
from lagebild.model.codec import decode
from lagebild.model.holding import Holding
from tests.export.holdings import any_holding, both, first


def _lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@given(any_holding())
def test_any_findings_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, holding: Holding) -> None:
    path = tmp_path_factory.mktemp("jsonl") / "out.jsonl"
    export([holding], format="jsonl", out=path)
    (line,) = path.read_text("utf-8").rstrip("\n").split("\n")
    read = json.loads(line)
    assert decode(read) == holding.findings
    assert read["base_entities"] == holding.people


def test_a_line_has_what_the_base_knows_of_the_document(tmp_path: Path) -> None:
    export(both(), format="jsonl", out=tmp_path / "out.jsonl")
    one, two = _lines(tmp_path / "out.jsonl")
    assert (one["key"], one["base_entities"]) == ("d1", {"ada": "p7"})
    assert one["standing"] == [{"kind": "attribution", "record": "said", "standing": "accepted"}]
    assert one["judgements"] == [
        {
            "key": "j1", "verdict": "accept", "kind": "attribution", "record": "said", "field": None, "value": None,
            "author": "Mira Lund", "at": "2031-05-08T00:00:00+00:00",
        }
    ]  # fmt: skip
    assert two["origin"] == "g1"


def test_without_text_the_words_of_records_remain(tmp_path: Path) -> None:
    export([first()], format="jsonl", out=tmp_path / "out.jsonl", options=Options(text=False))
    (line,) = _lines(tmp_path / "out.jsonl")
    assert line["text"] is None
    assert "zwölf Boote" in json.dumps(line["exchanges"], ensure_ascii=False)


def test_half_a_surrogate_pair_is_itself_again(tmp_path: Path) -> None:
    broken = replace(first().findings, document=replace(first().findings.document, title="Sund \ud83d!"))
    export([replace(first(), findings=broken)], format="jsonl", out=tmp_path / "out.jsonl")
    assert _lines(tmp_path / "out.jsonl")[0]["title"] == "Sund \ud83d!"
