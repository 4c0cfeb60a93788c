"""docs/judgements.md and docs/entities.md tell all there is to judge, and their Python runs."""

import json
import re
from pathlib import Path

import pytest

import lagebild
from lagebild.judging import accept, judgement_line
from lagebild.judging.fields import FIELDS
from lagebild.model.codec import encode
from lagebild.model.judgement import Verdict
from tests.judging.values import NOON, findings
from tests.store.test_identities import report

DOCS = Path(__file__).parents[2] / "docs"
JUDGEMENTS = (DOCS / "judgements.md").read_text("utf-8")
ENTITIES = (DOCS / "entities.md").read_text("utf-8")


def test_every_kind_verdict_and_field_of_a_line_is_told() -> None:
    line = json.loads(judgement_line(accept(findings(), "event", "e1", author="ada", at=NOON)))
    for word in (*FIELDS, *(verdict.value for verdict in Verdict), *line):
        assert f"`{word}`" in JUDGEMENTS


def test_every_field_of_statements_and_events_that_can_be_corrected_is_told() -> None:
    told = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", JUDGEMENTS.split("## What can be corrected")[1]))))
    plain = {field for kind in ("attribution", "event", "entity", "mention") for field in FIELDS[kind]}
    assert {field for field in plain if not field.endswith(("_span", "_entity"))} <= told


@pytest.mark.parametrize("page", [JUDGEMENTS, ENTITIES], ids=["judgements", "entities"])
def test_the_python_of_the_page_runs(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = json.dumps(encode(findings())).replace('"a1"', '"4f9d9a67"')
    with lagebild.open("lagebild.db") as base:
        base.store.add(json.loads(text), engine="test")
        base.store.add(encode(report(3, "Angela Merkel")), engine="test")
    for code in re.findall(r"```python\n(.*?)```", page, re.S):
        exec(code, {})
