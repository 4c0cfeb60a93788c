"""Files, folders, records and odd bytes into documents."""

import datetime
import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.errors import InputError
from lagebild.model.document import Document
from lagebild.reading import Failure, read_inputs
from lagebild.reading.decode import decoded

TEXT = "Der Wärter ließ „alle“ Boote vorüber – für fünf Euro.\r\nDanach schloss er das Tor.\r\n"


def only(path: Path) -> Document | Failure:
    """The one thing that comes out of a file."""
    (item,) = read_inputs([str(path)])
    return item


def document(path: Path) -> Document:
    item = only(path)
    assert isinstance(item, Document), item
    return item


def failure(path: Path) -> str:
    item = only(path)
    assert isinstance(item, Failure), item
    assert str(path) in item.origin
    return item.reason


def test_a_text_file_is_a_document_named_by_its_stem_and_nothing_is_changed(tmp_path: Path) -> None:
    file = tmp_path / "tor.txt"
    file.write_bytes(TEXT.encode())
    read = document(file)
    assert (read.id, read.text, read.origin, read.language) == ("tor", TEXT, str(file), "und")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_usual_encodings_are_told(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "tor.txt"
    file.write_bytes((TEXT * 5).encode(encoding))
    assert document(file).text == TEXT * 5


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (bytes(range(256)) * 50, "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(300), "picture"),
        (b"\xff\xfea", "mark of utf-16"),
        (TEXT.encode() + b"\xff" + TEXT.encode(), f"byte {len(TEXT.encode()) + 1} is 0xff"),
        (b"\n <!DOCTYPE html><html><body></body>", "web page"),
    ],
)
def test_what_is_no_text_is_named_with_the_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / "x.txt"
    file.write_bytes(content)
    assert reason in failure(file)


def test_a_stray_nul_does_not_make_a_report_binary(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_bytes((TEXT + "\x00").encode())
    assert document(file).text.endswith("\x00")


def test_a_record_brings_its_own_facts(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    record = {
        "id": 7,
        "text": TEXT,
        "title": "Tor",
        "date": "2031-01-08T10:00:00Z",
        "publisher": "Deichbote",
        "more": 1,
    }
    file.write_text(json.dumps(record), "utf-8")
    read = document(file)
    assert (read.id, read.title, read.publisher) == ("7", "Tor", "Deichbote")
    assert read.date == datetime.date(2031, 1, 8)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "not JSON"),
        ("3", "not an object"),
        ('{"id": "a"}', "no field 'text'"),
        ('{"text": ""}', "empty"),
        ('{"text": "x", "date": "gestern"}', "gestern"),
        ('{"text": "x", "title": 3}', "'title'"),
        ('{"text": 3}', "no field 'text'"),
        ('{"text": null}', "it holds null"),
        ('{"text": NaN}', "no field 'text'"),
        ('{"text": "x", "id": ["a"]}', "'id'"),
        ('{"text": "x", "id": true}', "'id'"),
        ('{"text": "x", "date": 20241204}', "20241204"),
        ("null", "holds null"),
        ("[]", "no reports"),
        ('{"text": "x",\n"id": }', "line 2, column 7"),
        ("[" * 100_000, "JSON"),
    ],
)
def test_a_record_that_cannot_be_read_is_named_with_the_reason(tmp_path: Path, content: str, reason: str) -> None:
    file = tmp_path / "x.json"
    file.write_text(content, "utf-8")
    assert reason in failure(file) or "nested" in failure(file)


def test_one_bad_line_costs_only_itself(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    file.write_text(f"{json.dumps({'text': TEXT})}\n\nnonsense\n{json.dumps({'id': 'z', 'text': TEXT})}\n", "utf-8")
    first, second, third = read_inputs([str(file)])
    assert isinstance(first, Document)
    assert first.id == "x-1"
    assert isinstance(second, Failure)
    assert second.origin.endswith("x.jsonl, line 3")
    assert isinstance(third, Document)
    assert third.id == "z"


def test_json_lines_with_the_name_of_a_json_file_are_read(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text("\n".join(json.dumps({"id": name, "text": TEXT}) for name in "ab"), "utf-8")
    assert [item.id for item in read_inputs([str(file)]) if isinstance(item, Document)] == ["a", "b"]


@pytest.mark.parametrize(("told", "code"), [("de-AT", "de"), ("DE", "de"), ("de_CH", "de"), ("", "und"), (None, "und")])
def test_a_language_is_told_by_its_code_with_or_without_a_country(tmp_path: Path, told: str | None, code: str) -> None:
    file = tmp_path / "x.json"
    file.write_text(json.dumps({"text": TEXT, "language": told}), "utf-8")
    assert document(file).language == code


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.log"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    assert [item.id for item in read_inputs([str(tmp_path)]) if isinstance(item, Document)] == ["a", "b"]


def test_missing_files_and_empty_folders_are_named(tmp_path: Path) -> None:
    assert failure(tmp_path / "fehlt.txt")
    (tmp_path / "leer").mkdir()
    assert failure(tmp_path / "leer")


@pytest.mark.parametrize(
    ("piped", "ids"),
    [
        (TEXT, ["stdin"]),
        (json.dumps({"id": "a", "text": TEXT}), ["a"]),
        ("\n".join(json.dumps({"id": name, "text": TEXT}) for name in "ab"), ["a", "b"]),
        (json.dumps([{"id": name, "text": TEXT} for name in "ab"]), ["a", "b"]),
        ("{Klammern} am Anfang\nmachen kein JSON.", ["stdin"]),
    ],
)
def test_a_pipe_may_hold_text_or_records(monkeypatch: pytest.MonkeyPatch, piped: str, ids: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped.encode())))
    assert [item.id for item in read_inputs(["-"]) if isinstance(item, Document)] == ids


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        assert isinstance(decoded(data), str)
    except InputError as problem:
        assert len(problem.args) == 1  # noqa: PT017


@given(st.text(max_size=200))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    try:
        assert decoded(text.encode()) == text.removeprefix("\ufeff")
    except InputError:
        assert any(ord(sign) < 32 for sign in text) or text.encode()[:2] in (b"\xff\xfe", b"\xfe\xff")
