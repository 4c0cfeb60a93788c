"""Steps are resumed where they were cut off; what goes wrong on the way is told with what to do."""

import errno
import json
from collections.abc import Iterator
from contextlib import closing
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest

from lagebild.bulk.claims import steps
from lagebild.bulk.claims.finding import find_claims
from lagebild.bulk.claims.purpose import FIND
from lagebild.bulk.engine import Engine
from lagebild.bulk.engines import engine_named
from lagebild.bulk.exchange import shuffle
from lagebild.bulk.exchange.stepping import State, state_of
from lagebild.bulk.run import Run, opened
from lagebild.errors import BulkError
from tests.bulk.runs import LIMITS, done, lines


@pytest.fixture
def engine() -> Iterator[Engine]:
    with closing(engine_named("local", workers=1, limits=LIMITS)) as made:
        yield made


@pytest.fixture
def run(tmp_path: Path, engine: Engine) -> Run:
    """Five documents in five shards."""
    texts = [f"Bericht Nummer {number} aus Husum, sagte Ute Wald." for number in range(5)]
    done(tmp_path / "out", lines(tmp_path / "berichte.jsonl", texts), engine, shard=10)
    return opened(tmp_path / "out")


def test_a_full_disk_ends_a_step_with_what_to_do(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shuffle, "put", full)
    asked = {"number": 0, "parts": 1, "before": "", "round": "", "step": "keys", "work": "claims-work"}
    with pytest.raises(BulkError, match="the disk is full; free some space and run the same command again"):
        list(steps.step({**asked, "out": str(run.folder.path)}, b""))


def test_a_folder_that_another_run_has_taken_meanwhile_is_left_alone(run: Run, engine: Engine) -> None:
    def taken(step: str, done: int, of: int) -> None:
        about = json.loads(run.folder.run.read_bytes())
        run.folder.run.write_text(json.dumps({**about, "run": "another"}), "utf-8")

    with pytest.raises(BulkError, match="another run has taken this folder meanwhile"):
        find_claims(run, engine, watch=taken)


def test_tables_of_another_schema_are_not_read(run: Run, engine: Engine) -> None:
    asked = {**run.about["asked"], "schema": 0, "version": "0.0.1"}
    with pytest.raises(BulkError, match=r"was written by lagebild 0\.0\.1, whose tables this version does not read"):
        find_claims(Run(run.folder, {**run.about, "asked": asked}), engine)


def test_a_damaged_table_is_told_with_what_to_do(run: Run, engine: Engine) -> None:
    run.folder.table("documents", 3).write_bytes(b"PAR1")
    with pytest.raises(BulkError, match=r"documents/00000003.parquet: is damaged"):
        find_claims(run, engine)


def test_the_state_tells_the_step_and_its_jobs(run: Run) -> None:
    work = run.folder.path / FIND.work

    def state() -> tuple[Any, ...] | None:
        return state_of(run.folder, FIND)

    assert state() is None
    work.mkdir()
    (work / "about.json").write_text(json.dumps({"shards": 5, "parts": 10}), "utf-8")
    assert state() == State("keys", 0, 5)
    (work / "keys").mkdir()
    (work / "keys" / "00000000.json").touch()
    assert state() == State("keys", 1, 5)
    for step in takewhile(lambda step: step.name != "stars", FIND.steps):
        (work / f"{step.name}.json").touch()
    (work / "shelf").mkdir()
    assert state() == State("stars", 0, 10)
    (work / "stars-000-large.json").touch()
    (work / "stars-001-small").mkdir()
    (work / "stars-001-small" / "00000004.json").touch()
    assert state() == State("stars", 1, 10)
    (work / "stars-001-small.json").touch()
    assert state() == State("members", 0, 10)
