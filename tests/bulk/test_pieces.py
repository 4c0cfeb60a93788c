"""A file is cut at places where a part can be read by itself; the parts are the file, and hold what the file holds."""

import gzip
import io
import json
from itertools import pairwise
from pathlib import Path

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from lagebild.bulk.piece import How, Piece
from lagebild.bulk.pieces import parts_of, pieces_of
from lagebild.bulk.reading import Asked, documents
from lagebild.model.document import Document
from lagebild.reading.failure import Failure
from tests.bulk.runs import TODAY


def read(pieces: list[Piece], scratch: Path) -> list[Document | Failure]:
    """What the pieces hold, in their order."""
    asked = Asked(mapping={}, today=TODAY, seconds=30, lost={}, scratch=scratch)
    found = [item for number, piece in enumerate(pieces) for item in documents(number, piece, asked)]
    return [item for item in found if isinstance(item, Document | Failure)]


@given(st.lists(st.text(st.characters(exclude_characters="\n"), max_size=30), max_size=30), st.integers(1, 60))
def test_lines_are_cut_behind_line_ends_and_counted(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], target: int
) -> None:
    path = tmp_path_factory.mktemp("lines") / "berichte.jsonl"
    data = "\n".join(texts).encode("utf-8", "replace")
    path.write_bytes(data)
    pieces = list(pieces_of(str(path), target=target))
    if len(pieces) == 1:
        assert (pieces[0].start, pieces[0].end) == (0, len(data))
        return
    for left, right in pairwise(pieces):
        assert left.end == right.start
        assert data[: left.end].endswith(b"\n")
        assert right.before == data.count(b"\n", 0, right.start)
    assert (pieces[0].start, pieces[-1].end) == (0, len(data))
    assert all(piece.bytes >= target for piece in pieces[:-1])


def test_lines_in_parts_are_the_same_documents_as_in_one(tmp_path: Path) -> None:
    path = tmp_path / "berichte.jsonl"
    records = [{"text": f"Bericht {number} aus Husum"} if number % 3 else {"id": f"b{number}"} for number in range(40)]
    path.write_text("\n\n".join(map(json.dumps, records)), "utf-8")
    (whole,) = pieces_of(str(path), target=10**6)
    parts = list(pieces_of(str(path), target=100))
    assert (whole.how, parts[0].how) == (How.FILE, How.LINES)
    assert len(parts) > 5
    assert read(parts, tmp_path) == read([whole], tmp_path)


@pytest.mark.parametrize("group", [7, 50])
def test_rows_of_a_table_in_parts_are_the_same_documents_as_in_one(tmp_path: Path, group: int) -> None:
    path = tmp_path / "berichte.parquet"
    texts = [f"Bericht {number} aus Husum" for number in range(40)]
    parquet.write_table(pyarrow.table({"text": texts, "nr": list(range(40))}), path, row_group_size=group)
    (whole,) = pieces_of(str(path), target=10**6)
    parts = list(pieces_of(str(path), target=path.stat().st_size // 6))
    assert [part.how for part in parts] == [How.ROWS] * len(parts)
    assert len(parts) > 5
    assert sum(part.bytes for part in parts) == path.stat().st_size
    assert read(parts, tmp_path) == read([whole], tmp_path)


def _archive(*, packed: bool) -> bytes:
    out = io.BytesIO()
    for number in range(20):
        page = f"<html><body><p>Bericht {number}: Die Brücke bleibt zu, sagte Ute Wald.</p></body></html>".encode()
        content = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://www.example.org/{number}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(content)}\r\n\r\n"
        ).encode()
        record = head + content + b"\r\n\r\n"
        out.write(gzip.compress(record, mtime=0) if packed else record)
    return out.getvalue()


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_in_parts_holds_the_same_pages_as_in_one(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
    path.write_bytes(_archive(packed=packed))
    (whole,) = pieces_of(str(path), target=10**6)
    parts = list(pieces_of(str(path), target=700))
    assert {part.how for part in parts} == {How.ARCHIVE}
    assert len(parts) > 3
    assert [left.end for left in parts[:-1]] == [right.start for right in parts[1:]]
    one, other = read([whole], tmp_path), read(parts, tmp_path)
    assert len(one) == 20
    texts = [[(item.text, item.url) for item in found if isinstance(item, Document)] for found in (one, other)]
    assert texts[0] == texts[1]


def test_an_archive_packed_as_a_whole_is_one_piece(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(gzip.compress(_archive(packed=False), compresslevel=0, mtime=0))
    (piece,) = pieces_of(str(path), target=700)
    assert len(read([piece], tmp_path)) == 20


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("tabelle.parquet", b"PAR1 ist keine Tabelle" * 9),
        ("berichte.jsonl", b"%PDF-1.4 ist kein JSON\n" * 9),
        ("crawl.warc.gz", b"kein Archiv\n" * 9),
        ("leer.jsonl", b""),
        ("weit.jsonl", '{"text": "Die Brücke bleibt zu"}\n'.encode("utf-16") * 9),
        ("berichte.csv", b"text\nDie Elbe steigt\n" * 9),
    ],
)
def test_what_is_not_what_its_name_says_is_one_piece_and_nothing_is_raised(
    tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    pieces = list(pieces_of(str(tmp_path / name), target=50))
    assert [piece.how for piece in pieces] == [How.FILE]
    assert Piece.of(pieces[0].wire()) == pieces[0]
    assert read(pieces, tmp_path) or name == "weit.jsonl"


def test_a_file_that_has_changed_since_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "berichte.jsonl"
    path.write_text('{"text": "Die Elbe steigt"}\n' * 20, "utf-8")
    whole, parts = list(pieces_of(str(path), target=10**6)), list(pieces_of(str(path), target=200))
    path.write_text('{"text": "Die Elbe"}\n', "utf-8")
    for pieces in (whole, parts[-1:]):
        (failed,) = read(pieces, tmp_path)
        assert isinstance(failed, Failure)
        assert failed.reason.startswith("has changed since the run was planned")
    path.unlink()
    assert [item.reason for item in read(whole, tmp_path) if isinstance(item, Failure)] == ["is not there"]


@pytest.mark.parametrize("how", ["lines", "rows", "archive", "file"])
def test_a_piece_cut_once_more_is_the_same_piece(tmp_path: Path, how: str) -> None:
    texts = [f"Bericht {number} aus Husum" for number in range(40)]
    if how == "rows":
        path = tmp_path / "berichte.parquet"
        parquet.write_table(pyarrow.table({"text": texts}), path, row_group_size=7)
    elif how == "archive":
        path = tmp_path / "berichte.warc"
        path.write_bytes(_archive(packed=False))
    else:
        path = tmp_path / "berichte.jsonl"
        path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "utf-8")
    size = path.stat().st_size
    coarse = list(pieces_of(str(path), target=size if how == "file" else size // 3))
    fine = [part for piece in coarse for part in parts_of(piece, target=max(1, size // 12))]
    assert len(fine) > len(coarse)
    assert all(left.end == right.start for left, right in pairwise(fine))
    assert (fine[0].start, fine[-1].end) == (0, size)
    if how != "archive":
        assert read(fine, tmp_path) == read(coarse, tmp_path)
    else:
        assert {piece.start for piece in coarse} <= {piece.start for piece in fine}
