"""docs/bulk.md knows every option, every field of the manifest and every file of a result."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from lagebild.bulk.claims.tables import TABLES as CLAIMS
from lagebild.bulk.copies.tables import TABLES as COPIES
from lagebild.bulk.engines import ENGINES, engine_named
from lagebild.bulk.records import FAILURES
from lagebild.cli.bulk import read
from lagebild.tables import Table
from tests.bulk.runs import LIMITS, done, lines

PAGE = (Path(__file__).parents[2] / "docs" / "bulk.md").read_text("utf-8")


@pytest.mark.parametrize("option", sorted(name for item in read.params for name in item.opts if name.startswith("--")))
def test_every_option_is_documented(option: str) -> None:
    assert f"`{option}" in PAGE


@pytest.mark.parametrize("table", [*COPIES, *CLAIMS], ids=lambda table: table.name)
def test_every_table_of_copies_and_claims_is_documented_with_its_columns(table: Table) -> None:
    (line,) = [line for line in PAGE.splitlines() if line.startswith(f"| `{table.name}/` |")]
    assert [column.name for column in table.columns if f"`{column.name}`" not in line] == []


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_is_documented(engine: str) -> None:
    assert f"`--engine {engine}`" in PAGE


def test_every_file_of_a_result_and_every_field_of_its_manifest_is_documented(tmp_path: Path) -> None:
    with closing(engine_named("local", workers=1, limits=LIMITS)) as engine:
        done(tmp_path / "out", lines(tmp_path / "berichte.jsonl", ["Die Elbe steigt.", ""]), engine)
    (line,) = (tmp_path / "out" / "manifest.jsonl").read_text("utf-8").splitlines()
    tables = set(line_files := json.loads(line)["files"])
    assert {"documents", "findings", "failures"} <= tables
    others = {path.name for path in (tmp_path / "out").iterdir() if not path.name.startswith(".")} - tables
    named = {f"{name}/" if (tmp_path / "out" / name).is_dir() else name for name in others}
    assert [name for name in named if f"`{name}`" not in PAGE] == []
    assert [field for field in json.loads(line) if f"`{field}`" not in PAGE] == []
    assert [field for field in line_files["documents"] if f"`{field}`" not in PAGE] == []
    assert [column.name for column in FAILURES.columns if f"`{column.name}`" not in PAGE] == []
