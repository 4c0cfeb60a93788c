"""CSV, read back by the csv module and by DuckDB."""

import csv
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.export import Options, export
from lagebild.export.csv_files import guarded
from lagebild.model.holding import Holding
from lagebild.tables import TABLES
from tests.export.holdings import any_holding, both, first, second


def _read(path: Path, *, delimiter: str = ",", encoding: str = "utf-8") -> list[dict[str, str]]:
    csv.field_size_limit(10_000_000)
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter, strict=True))


def test_there_is_a_file_for_each_table_and_a_row_for_each_record(tmp_path: Path) -> None:
    done = export(both(), format="csv", out=tmp_path / "out")
    for table in TABLES:
        assert len(_read(tmp_path / "out" / f"{table.name}.csv")) == done.written[table.name]
    assert done.written["sides"] == 2


def test_a_row_can_be_read_by_itself(tmp_path: Path) -> None:
    export(both(), format="csv", out=tmp_path / "out")
    said = _read(tmp_path / "out" / "attributions.csv")[1]
    assert said["publisher"] == "Deichbote"
    assert said["published"] == "2031-05-09"
    assert (said["speaker"], said["speaker_office"], said["act"]) == ("Ada Kroll", "Hafenchefin", "warn")
    assert said["content_words"] == "Der Sund bleibt offen."
    start, end = map(int, said["content_spans"].split("-"))
    assert second().findings.document.text[start:end] == "Der Sund bleibt offen."


def test_an_event_has_the_value_of_its_time_and_the_name_of_its_place(tmp_path: Path) -> None:
    export(both(), format="csv", out=tmp_path / "out")
    meeting = next(row for row in _read(tmp_path / "out" / "events.csv") if row["key"] == "meeting")
    assert (meeting["time_value"], meeting["place_name"], meeting["place_code"]) == ("2031-05-03", "Malmö", "SWE")


def test_no_cell_begins_like_a_formula(tmp_path: Path) -> None:
    export([second()], format="csv", out=tmp_path / "out")
    assert _read(tmp_path / "out" / "documents.csv")[0]["title"] == "'=Sund"
    export([second()], format="csv", out=tmp_path / "raw", options=Options(guard=False))
    assert _read(tmp_path / "raw" / "documents.csv")[0]["title"] == "=Sund"


@given(st.text())
def test_the_guard_is_undone_by_taking_one_apostrophe_away(text: str) -> None:
    cell = guarded(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell.removeprefix("'") == text


def test_a_german_excel_finds_columns_umlauts_and_numbers(tmp_path: Path) -> None:
    export(both(), format="csv", out=tmp_path / "out", options=Options(excel=True))
    path = tmp_path / "out" / "places.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbfdocument;")
    row = _read(path, delimiter=";", encoding="utf-8-sig")[0]
    assert (row["name"], row["latitude"], row["longitude"]) == ("Malmö", "55,6", "13")


def test_duckdb_reads_what_was_written(tmp_path: Path) -> None:
    export(both(), format="csv", out=tmp_path / "out")
    with duckdb.connect() as connection:
        found = connection.execute(
            f"select document, speaker, act, published from '{tmp_path}/out/attributions.csv' order by document"
        ).fetchall()
    assert [(row[0], row[1], row[2], row[3].isoformat()) for row in found] == [
        ("d1", "Ada Kroll", "say", "2031-05-06"),
        ("d2", "Ada Kroll", "warn", "2031-05-09"),
    ]


@given(any_holding())
def test_any_findings_have_as_many_rows_as_records(tmp_path_factory: pytest.TempPathFactory, holding: Holding) -> None:
    folder = tmp_path_factory.mktemp("csv") / "out"
    export([holding], format="csv", out=folder)
    assert len(_read(folder / "mentions.csv")) == len(holding.findings.mentions)
    assert len(_read(folder / "events.csv")) == len(holding.findings.events)


def test_half_a_surrogate_pair_costs_one_sign_and_nothing_else(tmp_path: Path) -> None:
    broken = replace(first().findings, document=replace(first().findings.document, title="Sund \ud83d!"))
    export([replace(first(), findings=broken)], format="csv", out=tmp_path / "out")
    assert _read(tmp_path / "out" / "documents.csv")[0]["title"] == "Sund \ufffd!"
