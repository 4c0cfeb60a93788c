"""Files elsewhere are read like those here, and one that cannot be read is told with the words of its place."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from lagebild.bulk.beginning import begun
from lagebild.bulk.carrying import carry_out
from lagebild.bulk.cutting import shards
from lagebild.bulk.engines import engine_named
from lagebild.bulk.files import named
from lagebild.bulk.plan import Cutting, Shard
from lagebild.bulk.reading import Asked, Fault, documents
from lagebild.errors import BulkError, UsageError
from lagebild.intake.options import Options
from lagebild.model.document import Document
from lagebild.reading.failure import Failure
from lagebild.reading.passed import Passed
from tests.bulk.acts import APART
from tests.bulk.runs import LIMITS, TODAY, lines, rows

TEXTS = [f"Bericht Nummer {number} aus Husum, sagte Ute Wald." for number in range(20)]


class RefusedError(Exception):
    """What another place raises, of which nobody here knows."""


@pytest.fixture
def bucket() -> Iterator[Any]:
    """A place in memory with two files of JSON lines, a text, and a picture."""
    fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed: pip install 'lagebild[remote]'")
    memory = fsspec.filesystem("memory")
    for name, texts in (("a", TEXTS[:10]), ("b", TEXTS[10:])):
        memory.pipe(f"/news/{name}.jsonl", "".join(json.dumps({"text": text}) + "\n" for text in texts).encode())
    memory.pipe("/news/c.txt", b"Die Elbe steigt, sagte Ute Wald.")
    memory.pipe("/news/d.png", b"")
    yield memory
    memory.rm("/news", recursive=True)


def planned(source: str, size: int = 200) -> list[Shard]:
    """The shards of a source."""
    return list(shards([source], cutting=Cutting(bytes=size)))


def read(plan: list[Shard], scratch: Path) -> list[Document | Failure | Fault]:
    """What its pieces hold."""
    asked = Asked(mapping={}, today=TODAY, seconds=30, lost={}, scratch=scratch)
    pieces = [piece for shard in plan for piece in shard.pieces]
    found = [item for number, piece in enumerate(pieces) for item in documents(number, piece, asked)]
    return [item for item in found if isinstance(item, Document | Failure | Fault)]


def test_a_folder_elsewhere_is_read_in_parts_and_whole(bucket: Any, tmp_path: Path) -> None:
    plan = planned("memory://news")
    assert sum(len(shard.pieces) for shard in plan) > 5
    found = [item for item in read(plan, tmp_path) if isinstance(item, Document)]
    assert [item.text for item in found] == [*TEXTS, "Die Elbe steigt, sagte Ute Wald."]
    assert [found[0].origin, found[12].origin] == ["memory://news/a.jsonl, line 1", "memory://news/b.jsonl, line 3"]
    assert [item.count for shard in plan for item in shard.passed] == [1]


def test_patterns_elsewhere_are_sorted(bucket: Any) -> None:
    assert list(named("memory://news/*.jsonl")) == ["memory://news/a.jsonl", "memory://news/b.jsonl"]
    assert list(named("memory://news/*.pdf")) == [Failure("memory://news/*.pdf", "has no files that can be read")]
    assert list(named("memory://leer/")) == [Failure("memory://leer/", "is not there")]
    assert [type(item) for item in named("memory://news/")][-1] is Passed


@pytest.mark.parametrize("size", [200, 10**6])
def test_an_object_that_cannot_be_read_costs_only_itself(
    bucket: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    plan = planned("memory://news", size)
    ours = type(bucket).open

    def refusing(self: Any, path: str, *given: Any, **how: Any) -> Any:
        if path.endswith("b.jsonl"):
            raise RefusedError("access denied, request 4711")
        return ours(self, path, *given, **how)

    monkeypatch.setattr(type(bucket), "open", refusing)
    found = read(plan, tmp_path)
    failed = [item for item in found if not isinstance(item, Document)]
    assert {type(item) for item in failed} == {Failure}
    assert {str(item) for item in failed} == {
        str(Failure("memory://news/b.jsonl", "cannot be read: RefusedError: access denied, request 4711"))
    }
    assert len([item for item in found if isinstance(item, Document)]) == 11
    unread = [failure for shard in planned("memory://news", size) for failure in shard.unread]
    assert [failure.origin for failure in unread] == ["memory://news/b.jsonl"]


def test_an_object_that_is_gone_or_has_changed_since_the_plan_is_a_failure(bucket: Any, tmp_path: Path) -> None:
    plan = planned("memory://news", 10**6)
    bucket.rm("/news/a.jsonl")
    bucket.pipe("/news/b.jsonl", b"{}")
    failed = [item for item in read(plan, tmp_path) if isinstance(item, Failure)]
    assert [(item.origin, item.reason[:16]) for item in failed] == [
        ("memory://news/a.jsonl", "is not there"),
        ("memory://news/b.jsonl", "has changed since"[:16]),
    ]


def test_a_place_that_nobody_knows_or_reaches_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed: pip install 'lagebild[remote]'")
    with pytest.raises(UsageError, match="gibtesnicht"):
        list(named("gibtesnicht://news/"))

    def refusing(*given: Any, **how: Any) -> Any:
        raise RefusedError("no route")

    monkeypatch.setattr(type(fsspec.filesystem("memory")), "isdir", refusing)
    with pytest.raises(BulkError, match="cannot be reached: no route"):
        list(named("memory://news/"))


def test_a_whole_run_reads_files_elsewhere_as_those_here(tmp_path: Path) -> None:
    pytest.importorskip("fsspec", reason="fsspec is not installed: pip install 'lagebild[remote]'")
    (tmp_path / "in").mkdir()
    source = lines(tmp_path / "in" / "berichte.jsonl", TEXTS)
    with closing(engine_named("local", workers=1, limits=LIMITS)) as engine:
        for name, address in (("here", str(source)), ("there", f"file://{tmp_path / 'in'}")):
            run = begun(tmp_path / name, [address], options=Options(offline=True), cutting=Cutting(bytes=400))
            carry_out(run, engine, limits=LIMITS, apart=APART)
    here, there = rows(tmp_path / "here", "documents"), rows(tmp_path / "there", "documents")
    assert [row["text"] for row in here] == [row["text"] for row in there] == TEXTS
