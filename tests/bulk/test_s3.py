"""A run reads from a real S3 server, in parts and whole, on both sides of a process; what cannot be read is told."""

import importlib.util
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from lagebild.bulk.beginning import begun
from lagebild.bulk.carrying import carry_out
from lagebild.bulk.engines import engine_named
from lagebild.bulk.files import named
from lagebild.bulk.plan import Cutting
from lagebild.bulk.run import Sums
from lagebild.errors import BulkError
from lagebild.intake.options import Options
from lagebild.reading.failure import Failure
from tests.bulk.acts import APART
from tests.bulk.runs import LIMITS, files, lines, rows

TEXTS = [f"Bericht Nummer {number} aus Husum, sagte Ute Wald." for number in range(20)]
for module, install in (("s3fs", "lagebild[s3]"), ("moto", "lagebild[stand-ins]")):
    if importlib.util.find_spec(module) is None:
        pytest.skip(f"{module} is not installed: pip install '{install}'", allow_module_level=True)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """An S3 server on this machine; returns its address."""
    from moto.server import ThreadedMotoServer

    running = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    yield f"http://{host}:{port}"
    running.stop()


@pytest.fixture
def bucket(server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A bucket with two files of JSON lines, a page that is packed, and a picture."""
    import s3fs

    monkeypatch.setenv("AWS_ENDPOINT_URL", server)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    s3fs.S3FileSystem.clear_instance_cache()
    s3 = s3fs.S3FileSystem()
    s3.mkdir("news")
    for name, texts in (("a", TEXTS[:10]), ("b", TEXTS[10:])):
        s3.pipe(f"news/2031-01/{name}.jsonl", "".join(json.dumps({"text": text}) + "\n" for text in texts).encode())
    s3.pipe("news/2031-02/c.txt", b"Die Elbe steigt, sagte Ute Wald.")
    s3.pipe("news/2031-02/d.png", b"")
    yield s3
    s3.rm("news", recursive=True)
    s3fs.S3FileSystem.clear_instance_cache()


def done(out: Path, source: str, size: int = 300) -> Sums:
    """A run over the source, by processes of its own."""
    run = begun(out, [source], options=Options(offline=True), cutting=Cutting(bytes=size))
    with closing(engine_named("local", workers=2, limits=LIMITS)) as engine:
        return carry_out(run, engine, limits=LIMITS, apart=APART)


@pytest.mark.parametrize("size", [300, 10**6])
def test_a_bucket_is_read_as_a_folder_here_is(bucket: Any, tmp_path: Path, size: int) -> None:
    sums = done(tmp_path / "there", "s3://news/", size)
    (tmp_path / "in").mkdir()
    lines(tmp_path / "in" / "a.jsonl", TEXTS[:10])
    lines(tmp_path / "in" / "b.jsonl", TEXTS[10:])
    (tmp_path / "in" / "c.txt").write_text("Die Elbe steigt, sagte Ute Wald.", "utf-8")
    (tmp_path / "in" / "d.png").touch()
    here = done(tmp_path / "here", str(tmp_path / "in"), size)
    assert (sums.counts, sums.passed, sums.shards) == (here.counts, here.passed, here.shards)
    told = [row["text"] for row in rows(tmp_path / "there", "documents")]
    assert told == [row["text"] for row in rows(tmp_path / "here", "documents")]
    assert len(told) == 21
    assert rows(tmp_path / "there", "findings")[11]["origin"] == "s3://news/2031-01/b.jsonl, line 2"


def test_the_same_objects_give_the_same_bytes_again(bucket: Any, tmp_path: Path) -> None:
    for name in ("one", "other"):
        done(tmp_path / name, "s3://news/*/*.jsonl")
    one, other = (files(tmp_path / name) for name in ("one", "other"))
    assert {name: data for name, data in one.items() if name.endswith(".parquet")} == {
        name: data for name, data in other.items() if name.endswith(".parquet")
    }


def test_patterns_reach_into_a_bucket(bucket: Any) -> None:
    assert list(named("s3://news/*/b.*")) == ["s3://news/2031-01/b.jsonl"]
    assert [str(item) for item in named("s3://news/**/*.jsonl")] == [
        "s3://news/2031-01/a.jsonl", "s3://news/2031-01/b.jsonl",
    ]  # fmt: skip


def test_an_object_that_is_gone_costs_only_itself_and_is_counted(bucket: Any, tmp_path: Path) -> None:
    run = begun(tmp_path / "out", ["s3://news/"], options=Options(offline=True), cutting=Cutting(bytes=300))
    bucket.rm("news/2031-01/b.jsonl")
    with closing(engine_named("local", workers=1, limits=LIMITS)) as engine:
        sums = carry_out(run, engine, limits=LIMITS, apart=APART)
    failed = rows(tmp_path / "out", "failures")
    assert {(row["origin"], row["reason"], row["outcome"]) for row in failed} == {
        ("s3://news/2031-01/b.jsonl", "is not there", "failed")
    }
    assert (sums.failed, sums.counts["documents"]) == (len(failed), 11)


def test_a_bucket_that_is_not_there_is_told(bucket: Any) -> None:
    assert list(named("s3://gibt-es-nicht/news/")) == [Failure("s3://gibt-es-nicht/news/", "is not there")]


def test_a_server_that_does_not_answer_is_told(bucket: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import s3fs

    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    s3fs.S3FileSystem.clear_instance_cache()
    with pytest.raises(BulkError, match=r"s3://news/: cannot be reached: .*127\.0\.0\.1:9"):
        list(named("s3://news/"))
