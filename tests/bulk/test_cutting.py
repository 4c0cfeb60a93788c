"""Inputs become shards that depend on nothing else, and no input is lost on the way."""

import io
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from lagebild.bulk import cutting
from lagebild.bulk.cutting import LAST, LEAST, shards
from lagebild.bulk.piece import Piece
from lagebild.bulk.plan import Cutting, Shard, read, written
from lagebild.errors import UsageError
from tests.bulk.runs import lines


def _folder(path: Path) -> Path:
    path.mkdir()
    for number in range(5):
        (path / f"bericht-{number}.txt").write_text("Die Elbe steigt. " * 10, "utf-8")
    lines(path / "viele.jsonl", [f"Bericht {number}" for number in range(60)])
    (path / "bild.png").write_bytes(b"")
    (path / ".versteckt.txt").touch()
    return path


def test_every_input_is_in_one_shard_in_its_order(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "berichte")
    planned = list(shards([str(folder)], cutting=Cutting(bytes=400)))
    assert [shard.number for shard in planned] == list(range(len(planned)))
    names = [Path(piece.name).name for shard in planned for piece in shard.pieces]
    assert list(dict.fromkeys(names)) == [*(f"bericht-{number}.txt" for number in range(5)), "viele.jsonl"]
    assert names.count("viele.jsonl") > 3
    assert sum(shard.bytes for shard in planned) == sum(
        path.stat().st_size for path in folder.iterdir() if not path.name.startswith(".")
    )
    passed = {item.reason: item.count for shard in planned for item in shard.passed}
    assert passed == {"hidden files and folders": 1, "files of kinds that are not read (1 .png)": 1}


def test_a_shard_has_no_more_inputs_than_it_may(tmp_path: Path) -> None:
    *planned, last = shards([str(_folder(tmp_path / "berichte"))], cutting=Cutting(inputs=2))
    assert [len(shard.pieces) for shard in planned] == [2, 2, 2]
    assert (len(last.pieces), len(last.passed)) == (0, 2)


def test_patterns_are_sorted_and_one_that_fits_nothing_is_told(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "berichte")
    (shard,) = shards([f"{folder}/*-[43].txt", f"{folder}/*.pdf", "gibt-es-nicht.txt"], cutting=Cutting())
    assert [Path(piece.name).name for piece in shard.pieces] == ["bericht-3.txt", "bericht-4.txt"]
    assert [failure.reason for failure in shard.unread] == ["is a pattern that no file here fits", "is not there"]


@pytest.mark.parametrize("source", ["-", "https://www.example.org/feed.xml", "@adressen.txt"])
def test_what_cannot_be_read_again_the_same_way_is_refused(source: str) -> None:
    with pytest.raises(UsageError, match="a bulk run reads files"):
        list(shards([source], cutting=Cutting()))


def test_a_plan_is_read_as_it_was_written(tmp_path: Path) -> None:
    planned = list(shards([str(_folder(tmp_path / "berichte")), "fehlt"], cutting=Cutting(bytes=400)))
    file = io.StringIO()
    counts = written(file, planned)
    file.seek(0)
    assert list(read(file)) == planned
    assert counts == {"shards": len(planned), "bytes": sum(shard.bytes for shard in planned)}
    assert Shard.of(planned[0].wire()) == planned[0]


def test_files_elsewhere_are_listed_and_cut_like_those_here(tmp_path: Path) -> None:
    pytest.importorskip("fsspec", reason="fsspec is not installed: pip install 'lagebild[remote]'")
    folder = _folder(tmp_path / "berichte")
    here = [piece for shard in shards([str(folder)], cutting=Cutting(bytes=400)) for piece in shard.pieces]
    outside = [piece for shard in shards([f"file://{folder}"], cutting=Cutting(bytes=400)) for piece in shard.pieces]
    outside = [piece for piece in outside if ".versteckt" not in piece.name]
    assert [(piece.name.removeprefix("file://"), piece.start, piece.end) for piece in outside] == [
        (piece.name, piece.start, piece.end) for piece in here
    ]


@pytest.mark.parametrize("size", [300_000, 10**6])
def test_shards_at_the_end_are_smaller_and_lose_nothing(tmp_path: Path, size: int) -> None:
    source = lines(tmp_path / "viele.jsonl", [f"Bericht {number}: die Elbe steigt. " * 20 for number in range(6_000)])
    planned = list(shards([str(source)], cutting=Cutting(bytes=size)))
    sizes = [shard.bytes for shard in planned]
    assert sum(sizes) == source.stat().st_size
    assert max(sizes) <= size + 2_000
    assert sizes[-2] < 2 * LEAST
    assert all(one > 0.85 * other for one, other in pairwise(sizes))
    assert all(made * LAST < 1.2 * sum(sizes[at:]) for at, made in enumerate(sizes) if made > 1.2 * LEAST)
    pieces = [piece for shard in planned for piece in shard.pieces]
    assert all(left.end == right.start for left, right in pairwise(pieces))
    data = source.read_bytes()
    assert [piece.before for piece in pieces] == [data.count(b"\n", 0, piece.start) for piece in pieces]


def test_a_file_that_is_gone_before_it_is_cut_once_more_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = lines(tmp_path / "viele.jsonl", [f"Bericht {number}: die Elbe steigt. " * 20 for number in range(600)])

    def gone(piece: Piece, *, target: int) -> Iterator[Piece]:
        raise FileNotFoundError

    monkeypatch.setattr(cutting, "parts_of", gone)
    (shard,) = shards([str(source)], cutting=Cutting())
    assert (shard.pieces, [failure.reason for failure in shard.unread]) == ((), ["is not there"])
    monkeypatch.setattr(cutting, "parts_of", lambda piece, target: iter(()))
    (shard,) = shards([str(source)], cutting=Cutting())
    assert [piece.bytes for piece in shard.pieces] == [source.stat().st_size], "whoever reads it says that it is empty"
