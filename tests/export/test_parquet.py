"""Parquet, read back by DuckDB."""

import json
from dataclasses import replace
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings

from lagebild.export import Options, export, parquet
from lagebild.model.holding import Holding
from lagebild.tables import SCHEMA_VERSION, TABLES
from tests.export.holdings import any_holding, both, first
from tests.export.rebuilt import findings_in, rows


@given(any_holding())
@settings(max_examples=25)
def test_any_findings_come_back_from_the_tables_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, holding: Holding
) -> None:
    folder = tmp_path_factory.mktemp("parquet") / "out"
    export([holding], format="parquet", out=folder)
    # How a field came to be known is told in words, not in a form to be read back.
    document = replace(holding.findings.document, known_from=())
    assert findings_in(folder) == replace(holding.findings, document=document)


def test_what_the_base_knows_around_a_document_stands_in_its_row(tmp_path: Path) -> None:
    export(both(), format="parquet", out=tmp_path / "out")
    one, two = rows(tmp_path / "out", "documents")
    assert (one["key"], one["origin"], one["engine"], two["origin"]) == ("d1", None, "0.1.0", "g1")
    assert one["added"].isoformat().startswith("2031-05-07")
    said = rows(tmp_path / "out", "attributions")
    assert [(row["document"], row["standing"]) for row in said] == [("d1", "accepted"), ("d2", "found")]


def test_the_same_person_is_counted_over_documents_with_plain_sql(tmp_path: Path) -> None:
    export(both(), format="parquet", out=tmp_path / "out")
    with duckdb.connect() as connection:
        found = connection.execute(
            f"""select speaker_base_entity, count(*), max(a.content[1].words)
            from '{tmp_path}/out/attributions.parquet' a join '{tmp_path}/out/documents.parquet' d on d.key = a.document
            group by all"""
        ).fetchall()
    assert [row[:2] for row in found] == [("p7", 2)]


def test_every_file_says_which_version_of_which_table_it_is_and_what_columns_mean(tmp_path: Path) -> None:
    export(both(), format="parquet", out=tmp_path / "out")
    for table in TABLES:
        schema = pq.read_schema(tmp_path / "out" / f"{table.name}.parquet")
        about = json.loads(schema.metadata[b"lagebild"])
        assert (about["version"], about["table"]) == (SCHEMA_VERSION, table.name)
        assert all(schema.field(name).metadata[b"meaning"] for name in schema.names)


def test_without_text_offsets_and_quoted_words_remain(tmp_path: Path) -> None:
    export([first()], format="parquet", out=tmp_path / "out", options=Options(text=False))
    (document,) = rows(tmp_path / "out", "documents")
    assert document["text"] is None
    assert document["characters"] == len(first().findings.document.text)
    assert rows(tmp_path / "out", "events")[0]["trigger_words"] == "liefert"


def test_many_rows_come_in_several_row_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "GROUP", 3)
    export([first()] * 5, format="parquet", out=tmp_path / "out")
    file = pq.ParquetFile(tmp_path / "out" / "events.parquet")
    assert (file.num_row_groups, file.metadata.num_rows) == (4, 10)
