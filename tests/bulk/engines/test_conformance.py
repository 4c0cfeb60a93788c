"""Every engine does the jobs of a run, whatever becomes of its workers, and the result is the same bytes."""

import os
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from lagebild.bulk.claims.finding import find_claims
from lagebild.bulk.copies.finding import find_copies
from lagebild.bulk.engines import engine_named
from lagebild.bulk.engines.local import Local
from lagebild.bulk.jobs import Job
from lagebild.bulk.map import APART
from lagebild.bulk.run import Sums, opened
from lagebild.errors import UsageError
from tests.bulk.engines.conftest import Made
from tests.bulk.runs import HASTY, LIMITS, done, files, lines, rows

TEXTS = [f"Bericht Nummer {number} aus Husum, sagte Ute Wald." for number in range(20)]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the tests end processes by signals")


def test_each_job_is_done_once_and_says_so(made: Made) -> None:
    jobs = [Job(number, "tests.bulk.acts:squared", {"number": number}) for number in range(9)]
    outcomes = [outcome for outcome in made().run(jobs, lambda number, documents: None) if outcome]
    assert sorted((outcome.job.number, outcome.result["squared"]) for outcome in outcomes) == [
        (number, number**2) for number in range(9)
    ]


def test_workers_let_others_go_first_no_more_than_the_driver_does(made: Made) -> None:
    jobs = [Job(number, "tests.bulk.acts:niced", {}) for number in range(3)]
    outcomes = [outcome for outcome in made().run(jobs, lambda number, documents: None) if outcome]
    assert {outcome.result["nice"] for outcome in outcomes} == {os.getpriority(os.PRIO_PROCESS, 0)}


def test_only_a_few_jobs_are_taken_ahead(made: Made) -> None:
    taken = 0

    def jobs() -> Iterator[Job]:
        nonlocal taken
        for number in range(50):
            taken += 1
            yield Job(number, "tests.bulk.acts:squared", {"number": number})

    over = 0
    with closing(made().run(jobs(), lambda number, documents: None)) as outcomes:
        for outcome in outcomes:
            over += outcome is not None
            assert taken <= over + 4
    assert over == 50


def test_the_result_is_the_same_bytes_whatever_the_engine_and_the_number_of_workers(made: Made, tmp_path: Path) -> None:
    source = lines(tmp_path / "berichte.jsonl", [*TEXTS, "", "!fault", TEXTS[0]])
    with closing(engine_named("local", workers=1, limits=LIMITS)) as one:
        expected = done(tmp_path / "one", source, one)
    sums = done(tmp_path / "other", source, made())
    assert files(tmp_path / "other") == files(tmp_path / "one")
    assert (sums.counts, sums.rows, sums.shards) == (expected.counts, expected.rows, expected.shards)
    assert sums.shards > 5
    assert sums.counts["documents"] + sums.counts["repeated"] == 21


def test_copies_and_claims_are_the_same_bytes_whatever_the_engine_and_the_number_of_workers(
    made: Made, tmp_path: Path
) -> None:
    told = "Nordkorea hat {} Soldaten nach Russland geschickt, sagte die Ministerin Ute Wald am Montag in Kiel. "
    source = lines(tmp_path / "berichte.jsonl", [told.format(12_000) * (1 + number % 2) for number in range(6)])
    with closing(engine_named("local", workers=1, limits=LIMITS)) as one:
        done(tmp_path / "one", source, one, shard=300, apart=APART)
        shutil.copytree(tmp_path / "one", tmp_path / "other")
        expected = find_copies(opened(tmp_path / "one"), one), find_claims(opened(tmp_path / "one"), one)
    engine = made()
    run = opened(tmp_path / "other")
    assert (find_copies(run, engine), find_claims(run, engine)) == expected
    assert expected[1]["tellings"] > 0
    assert files(tmp_path / "other") == files(tmp_path / "one")


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        ("!abort", "made the program that reads it crash (SIGABRT)"),
        ("!exit", "made the program that reads it crash (exit code 3)"),
        ("!spin", "took more than 2 s and was stopped"),
        ("!out", "needed more than 600 MB of memory and was stopped"),
        ("!fault", "our fault, please report this: KeyError: 'gibt es nicht' (acts.py, line"),
        ("!unreadable", "is not German"),
    ],
)
def test_a_document_that_costs_a_worker_its_life_costs_only_itself(
    made: Made, tmp_path: Path, act: str, reason: str
) -> None:
    source = lines(tmp_path / "berichte.jsonl", [*TEXTS[:3], act, *TEXTS[3:6]])
    sums = done(tmp_path / "out", source, made(1, HASTY if "took" in reason else LIMITS), shard=10_000)
    (failed,) = rows(tmp_path / "out", "failures")
    assert failed["origin"] == f"{source}, line 4"
    assert failed["reason"].startswith(reason)
    assert [row["text"] for row in rows(tmp_path / "out", "documents")] == TEXTS[:6]
    assert (sums.failed, sums.counts["documents"]) == (1, 6)


def test_a_worker_that_somebody_kills_costs_nothing(made: Made, tmp_path: Path) -> None:
    source = lines(tmp_path / "berichte.jsonl", [*TEXTS[:3], f"!once:{tmp_path / 'mark'}", *TEXTS[3:6]])
    sums = done(tmp_path / "out", source, made(1), shard=10_000)
    assert (tmp_path / "mark").exists()
    assert (sums.failed, sums.counts["documents"]) == (0, 7)


def test_what_a_job_raises_on_purpose_is_raised(made: Made, tmp_path: Path) -> None:
    source = lines(tmp_path / "berichte.jsonl", ["!usage"])
    with pytest.raises(UsageError, match="there is no such engine"):
        done(tmp_path / "out", source, made(1))


def test_a_run_that_was_cut_off_goes_on_without_reading_a_finished_shard_again(made: Made, tmp_path: Path) -> None:
    source = lines(tmp_path / "berichte.jsonl", TEXTS)
    undisturbed = done(tmp_path / "whole", source, made())

    def cut(sums: Sums) -> None:
        if sums.shards == 2:
            raise KeyboardInterrupt

    sums = done(tmp_path / "out", source, made(), watch=cut)
    assert sums.interrupted
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out" / "shards").rglob("*.json")}
    assert 2 <= len(before) < undisturbed.shards
    again = done(tmp_path / "out", source, made())
    assert again.complete
    assert not again.interrupted
    assert files(tmp_path / "out") == files(tmp_path / "whole")
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_closing_ends_what_is_under_way(made: Made, tmp_path: Path) -> None:
    source = lines(tmp_path / "berichte.jsonl", ["!hang"])
    timer = threading.Timer(3, lambda: None)
    timer.start()

    def cut(sums: Sums) -> None:
        if not timer.is_alive():
            raise KeyboardInterrupt

    assert done(tmp_path / "out", source, made(1), watch=cut).interrupted


def test_a_job_whose_worker_is_lost_is_done_again(made: Made, tmp_path: Path) -> None:
    engine = made()
    if isinstance(engine, Local):
        pytest.skip("here jobs are done by threads of the driver, which is lost with them")
    job = Job(0, "tests.bulk.acts:killed_once", {"mark": str(tmp_path / "mark")})
    (outcome,) = [outcome for outcome in engine.run([job], lambda number, documents: None) if outcome]
    assert (tmp_path / "mark").exists()
    assert outcome.result["process"] > 0
