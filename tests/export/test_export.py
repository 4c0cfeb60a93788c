"""What holds for every format: complete or not there at all, the same bytes for the same base, a manifest."""

import gzip
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings

from lagebild.errors import UsageError
from lagebild.export import FORMATS, Options, export, export_to
from lagebild.model.holding import Holding, Standing
from tests.export.holdings import any_holding, both, first

ONE_FILE = [name for name, item in FORMATS.items() if item.file]
FOLDERS = [name for name, item in FORMATS.items() if not item.file]


def _out(folder: Path, name: str) -> Path:
    file = FORMATS[name].file
    return folder / (f"{name}{Path(file).suffix}" if file else name)


def _bytes(path: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in ([path] if path.is_file() else sorted(path.iterdir()))}


def _manifest(path: Path) -> dict[str, object]:
    beside = path / "manifest.json" if path.is_dir() else path.with_name(path.name + ".manifest.json")
    found: dict[str, object] = json.loads(beside.read_text("utf-8"))
    return found


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_base_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    for place in ("one", "two"):
        export(both(), format=name, out=_out(tmp_path / place, name))
    assert _bytes(_out(tmp_path / "one", name)) == _bytes(_out(tmp_path / "two", name))
    assert _manifest(_out(tmp_path / "one", name)) == _manifest(_out(tmp_path / "two", name))


@pytest.mark.parametrize("name", FORMATS)
def test_the_manifest_counts_what_went_in_and_has_the_hash_of_each_file(tmp_path: Path, name: str) -> None:
    out = _out(tmp_path, name)
    export(both(), format=name, out=out, filters={"speaker": "Ada Kroll"})
    manifest = _manifest(out)
    assert manifest["filters"] == {"speaker": "Ada Kroll"}
    assert manifest["as_of"] == "2031-05-07T08:30:00+00:00"
    assert "exported" not in manifest
    counts, files = manifest["counts"], manifest["files"]
    assert isinstance(counts, dict)
    assert isinstance(files, list)
    assert (counts["documents"], counts["attributions"], counts["events"]) == (2, 2, 3)
    written = _bytes(out)
    for item in files:
        assert item["sha256"] == sha256(written[item["name"]]).hexdigest()
        assert item["bytes"] == len(written[item["name"]])


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_base_gives_a_valid_export_of_nothing(tmp_path: Path, name: str) -> None:
    done = export([], format=name, out=_out(tmp_path, name))
    assert done.counts["documents"] == 0
    assert set(done.written.values()) <= {0}


@pytest.mark.parametrize("name", FORMATS)
def test_a_broken_stream_leaves_nothing_behind(tmp_path: Path, name: str) -> None:
    def breaking() -> Iterator[Holding]:
        yield first()
        raise RuntimeError("the disk went away")

    with pytest.raises(RuntimeError, match="went away"):
        export(breaking(), format=name, out=_out(tmp_path, name))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_is_overwritten_unless_forced(tmp_path: Path, name: str) -> None:
    out = _out(tmp_path, name)
    export([first()], format=name, out=out)
    before = _bytes(out)
    with pytest.raises(UsageError, match="--force"):
        export(both(), format=name, out=out)
    assert _bytes(out) == before
    export(both(), format=name, out=out, force=True)
    assert _bytes(out) != before


@pytest.mark.parametrize("name", FOLDERS)
def test_a_name_of_one_file_is_refused_for_several(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="several files"):
        export(both(), format=name, out=tmp_path / f"mine.{name}")
    (tmp_path / "file").write_text("mine", "utf-8")
    with pytest.raises(UsageError, match="writes several"):
        export(both(), format=name, out=tmp_path / "file", force=True)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("name", ONE_FILE)
def test_a_folder_is_no_name_for_a_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="name the file"):
        export(both(), format=name, out=tmp_path, force=True)


@pytest.mark.parametrize("name", FOLDERS)
def test_an_empty_folder_may_be_filled(tmp_path: Path, name: str) -> None:
    (tmp_path / "out").mkdir()
    export(both(), format=name, out=tmp_path / "out")
    assert _manifest(tmp_path / "out")["format"] == name


@pytest.mark.parametrize("name", FOLDERS)
def test_even_force_leaves_a_folder_alone_that_is_no_export(tmp_path: Path, name: str) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letters.txt").write_text("dear", "utf-8")
    with pytest.raises(UsageError, match="left alone"):
        export(both(), format=name, out=tmp_path / "mine", force=True)
    export([first()], format=name, out=tmp_path / "out")
    (tmp_path / "out" / "notes.txt").write_text("my notes", "utf-8")
    with pytest.raises(UsageError, match="left alone"):
        export(both(), format=name, out=tmp_path / "out", force=True)


@pytest.mark.parametrize("name", FOLDERS)
def test_a_zip_holds_what_the_folder_would_and_is_the_same_each_time(tmp_path: Path, name: str) -> None:
    export(both(), format=name, out=tmp_path / "out")
    for zipped in ("one.zip", "two.zip"):
        export(both(), format=name, out=tmp_path / zipped)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert {item: archive.read(item) for item in archive.namelist()} == _bytes(tmp_path / "out")


@pytest.mark.parametrize("name", ONE_FILE)
def test_a_format_of_one_file_can_go_to_a_stream(tmp_path: Path, name: str) -> None:
    stream = io.BytesIO()
    export_to(stream, both(), format=name)
    export(both(), format=name, out=_out(tmp_path, name))
    assert stream.getvalue() == _out(tmp_path, name).read_bytes()


@pytest.mark.parametrize("name", ONE_FILE)
def test_a_name_that_ends_in_gz_gives_the_same_compressed(tmp_path: Path, name: str) -> None:
    plain = _out(tmp_path, name)
    export(both(), format=name, out=plain)
    for packed in ("one.gz", "two.gz"):
        export(both(), format=name, out=tmp_path / packed)
    assert gzip.decompress((tmp_path / "one.gz").read_bytes()) == plain.read_bytes()
    assert (tmp_path / "one.gz").read_bytes() == (tmp_path / "two.gz").read_bytes()


def test_several_files_cannot_go_to_a_stream() -> None:
    with pytest.raises(UsageError, match="--out"):
        export_to(io.BytesIO(), both(), format="csv")


def test_an_unknown_format_is_answered_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="csv, parquet, jsonl"):
        export([], format="xls", out=tmp_path / "out")


def test_the_time_of_the_export_is_noted_only_when_asked_for(tmp_path: Path) -> None:
    export([], format="jsonl", out=tmp_path / "out.jsonl", stamp=datetime(2031, 6, 1, tzinfo=UTC))
    assert _manifest(tmp_path / "out.jsonl")["exported"] == "2031-06-01T00:00:00+00:00"


def test_records_that_somebody_rejected_are_in_no_export(tmp_path: Path) -> None:
    gone = {("attribution", "said"): Standing.REJECTED, ("entity", "ada"): Standing.REJECTED}
    rejected = replace(first(), standing=gone)
    export([rejected], format="jsonl", out=tmp_path / "out.jsonl")
    line = json.loads((tmp_path / "out.jsonl").read_text("utf-8"))
    assert line["attributions"] == []
    assert line["entities"] == []
    assert line["standing"] == []


def test_progress_is_told_after_each_document(tmp_path: Path) -> None:
    told: list[int] = []
    export(both(), format="jsonl", out=tmp_path / "out.jsonl", progress=told.append)
    assert told == [1, 2]


@pytest.mark.parametrize("name", FORMATS)
def test_without_text_no_format_holds_a_sentence_that_no_record_quotes(tmp_path: Path, name: str) -> None:
    out = _out(tmp_path, name)
    export(both(), format=name, out=out, options=Options(text=False))
    for content in _bytes(out).values():
        assert "unter ihnen 40 Dänen. Kopenhagen".encode() not in content


@given(any_holding())
@settings(max_examples=15)
def test_any_findings_go_into_every_format(tmp_path_factory: pytest.TempPathFactory, holding: Holding) -> None:
    folder = tmp_path_factory.mktemp("any")
    for name in FORMATS:
        export([holding, first()], format=name, out=_out(folder, name))
