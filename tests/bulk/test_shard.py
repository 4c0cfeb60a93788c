"""A shard's tables hold what an export of the same documents holds, and all of it stands in the text."""

import errno
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from lagebild.bulk import shard
from lagebild.bulk.cutting import shards
from lagebild.bulk.map import APART
from lagebild.bulk.plan import Cutting
from lagebild.bulk.records import SHEETS
from lagebild.bulk.shard import options_of, read
from lagebild.bulk.spool import Spool
from lagebild.errors import BulkError
from lagebild.export import export
from lagebild.intake.frames import Frame
from lagebild.model.codec import decode
from lagebild.model.document import Document
from lagebild.model.holding import Holding
from lagebild.model.keys import document_key
from lagebild.pipeline import read_document
from tests.bulk.runs import TODAY, lines

TEXTS = (
    "Die Brücke von Husum bleibt zu, sagte die Sprecherin Ute Wald am Montag. Rund 40 Boote warteten, erklärte sie.",
    "Russland hat 2.400 Drohnen an den Iran geliefert. Dafür erhält es Öl, wie der Minister Jens Holm mitteilte.",
    "Der Hafen bleibt zu, sagte Jens Holm. „Das Eis ist zu dick“, warnte der Bootsmann Ada Kroll.",
)
OPTIONS: dict[str, Any] = {
    "mapping": {},
    "day": "2031-01-08",
    "language": None,
    "publisher": "Tagesblick",
    "engine": None,
    "resources": None,
}


def header(source: Path, into: Path, **more: Any) -> dict[str, Any]:
    """What the unit is asked with."""
    into.mkdir(exist_ok=True)
    (planned,) = shards([str(source)], cutting=Cutting())
    asked = {
        "shard": planned.wire(),
        "into": str(into),
        "lost": {},
        "flat": 10**10,
        "seconds": 30.0,
        "options": OPTIONS,
    }
    return {**asked, "made_by": "lagebild 0", "today": TODAY.isoformat(), "apart": APART, **more}


def frames(asked: dict[str, Any]) -> list[Frame]:
    """All that the unit yields."""
    return list(read(asked, b""))


def test_the_tables_are_those_of_an_export(tmp_path: Path) -> None:
    source = lines(tmp_path / "berichte.jsonl", [*TEXTS, "This is a text in English, and nobody here reads it."])
    *_, counts = frames(header(source, tmp_path / "out"))
    told = counts.header["counts"]
    assert (told["documents"], told["failed"], told["broken"]) == (3, 1, 0)
    assert told["rows"] == {table.name: _rows(tmp_path / "out", table.name) for table in SHEETS}

    holdings = []
    for number, text in enumerate(TEXTS, 1):
        document = Document(id=f"berichte-{number}", text=text, origin=f"{source}, line {number}")
        document = options_of(OPTIONS).given(document)
        findings = read_document(document)
        holdings.append(Holding(document_key(document), findings, datetime(2031, 1, 8, tzinfo=UTC), "lagebild 0"))
    export(holdings, format="parquet", out=tmp_path / "export")
    for table in SHEETS:
        if table.name in ("findings", "failures"):
            continue
        ours = parquet.ParquetFile(tmp_path / "out" / f"{table.name}.parquet").read()
        theirs = parquet.ParquetFile(tmp_path / "export" / f"{table.name}.parquet").read()
        if table.name == "documents":
            assert ours.column("added").null_count == 3
            ours, theirs = ours.drop(["added"]), theirs.drop(["added"])
        assert ours.schema.equals(theirs.schema, check_metadata=True)
        assert ours.to_pylist() == theirs.to_pylist()

    found = parquet.ParquetFile(tmp_path / "out" / "findings.parquet").read().to_pylist()
    again = [decode({**json.loads(row["found"]), "text": text}) for row, text in zip(found, TEXTS, strict=True)]
    assert [item.attributions for item in again] == [holding.findings.attributions for holding in holdings]


def test_a_document_that_comes_again_is_counted_and_left_out(tmp_path: Path) -> None:
    path = tmp_path / "berichte.jsonl"
    path.write_text(f"{json.dumps({'id': 'a', 'text': TEXTS[0]})}\n" * 3, "utf-8")
    *_, counts = frames(header(path, tmp_path / "out"))
    assert (counts.header["counts"]["documents"], counts.header["counts"]["repeated"]) == (1, 2)


def test_half_a_surrogate_pair_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "berichte.jsonl"
    path.write_text('{"text": "Die Elbe \\ud83d steigt, sagte Ute Wald."}\n', "ascii")
    *_, counts = frames(header(path, tmp_path / "out"))
    (failed,) = counts.header["counts"]["failures"]
    assert failed["reason"] == "holds half of a surrogate pair ('\\ud83d'), which is no text"


def test_steps_that_are_lost_are_left_out_with_the_reason(tmp_path: Path) -> None:
    source = lines(tmp_path / "berichte.jsonl", TEXTS)
    whole = frames(header(source, tmp_path / "whole"))
    steps = [frame.header["step"] for frame in whole if frame.kind == "step"]
    assert [step for step in steps if step.startswith("document")] == ["document 0", "document 1", "document 2"]
    *_, counts = frames(header(source, tmp_path / "one", lost={"document 1": "was too much"}))
    assert counts.header["counts"]["failures"] == [
        {"origin": f"{source}, line 2", "reason": "was too much", "outcome": "failed"}
    ]
    *_, counts = frames(header(source, tmp_path / "two", lost={"parse 0 0 1": "was too much"}))
    assert counts.header["counts"]["documents"] == 1
    assert [item["reason"] for item in counts.header["counts"]["failures"]] == ["was too much (after 1 report)"]


def test_what_an_earlier_attempt_found_is_not_looked_for_again(tmp_path: Path) -> None:
    source = lines(tmp_path / "berichte.jsonl", TEXTS)
    asked = header(source, tmp_path / "out")
    once = read(asked, b"")
    for frame in once:
        if frame.header["step"] == "document 2":
            break
    once.close()
    *_, counts = frames({**asked, "apart": "tests.bulk.acts:apart"})
    assert counts.header["counts"]["rows"]["attributions"] > 0
    frames(header(source, tmp_path / "whole"))
    found = [parquet.ParquetFile(tmp_path / name / "findings.parquet").read().to_pylist() for name in ("out", "whole")]
    assert found[0][:2] == found[1][:2]
    assert found[0][2] != found[1][2]


def test_a_process_that_has_grown_too_large_makes_room_and_the_next_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = lines(tmp_path / "berichte.jsonl", TEXTS)
    monkeypatch.setattr(shard, "_GROWTH", -(10**10))
    asked = header(source, tmp_path / "out", flat=1)
    ended = 0
    while (last := frames(asked)[-1]).kind != "counts":
        ended += 1
        assert last.header["step"] == f"document {ended - 1}"
    assert ended == 3
    whole = frames(header(source, tmp_path / "whole"))[-1]
    assert last.header == whole.header
    for table in SHEETS:
        name = f"{table.name}.parquet"
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()


def test_a_full_disk_ends_the_run_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Spool, frame: Frame) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Spool, "keep", full)
    with pytest.raises(BulkError, match="the disk is full; free some space and run the same command again"):
        frames(header(lines(tmp_path / "berichte.jsonl", TEXTS), tmp_path / "out"))


def _rows(folder: Path, table: str) -> int:
    number: int = parquet.ParquetFile(folder / f"{table}.parquet").metadata.num_rows
    return number
