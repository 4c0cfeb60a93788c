"""A folder belongs to one run, and says so to every other."""

import errno
import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from lagebild.bulk.beginning import begun
from lagebild.bulk.carrying import carry_out
from lagebild.bulk.engine import Engine
from lagebild.bulk.engines import engine_named
from lagebild.bulk.folder import Folder, is_run
from lagebild.bulk.plan import Cutting
from lagebild.bulk.run import Run, opened
from lagebild.errors import BulkError, UsageError
from lagebild.intake.options import Options
from lagebild.version import VERSION
from tests.bulk.acts import APART
from tests.bulk.runs import LIMITS, done, files, lines

TEXTS = [f"Bericht Nummer {number} aus Husum, sagte Ute Wald." for number in range(8)]
OPTIONS = Options(offline=True)


@pytest.fixture
def engine() -> Iterator[Engine]:
    with closing(engine_named("local", workers=1, limits=LIMITS)) as made:
        yield made


def test_the_manifest_has_the_sums_and_a_line_for_each_shard(tmp_path: Path, engine: Engine) -> None:
    out = tmp_path / "out"
    sums = done(out, lines(tmp_path / "berichte.jsonl", [*TEXTS, ""]), engine)
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    told = [json.loads(line) for line in (out / "manifest.jsonl").read_text("utf-8").splitlines()]
    assert [line["shard"] for line in told] == list(range(sums.shards))
    assert manifest["counts"]["documents"] == sum(line["documents"] for line in told) == 8
    assert [failure["origin"].rpartition(", ")[2] for line in told for failure in line["failures"]] == ["line 9"]
    for line in told:
        for table, file in line["files"].items():
            path = Folder(out).table(table, line["shard"])
            assert path.stat().st_size == file["bytes"]
    assert is_run(out)
    assert not (out / "work").exists()


def test_a_finished_run_is_left_as_it_is(tmp_path: Path, engine: Engine) -> None:
    source = lines(tmp_path / "berichte.jsonl", TEXTS)
    done(tmp_path / "out", source, engine)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.*") if path.name != ".lock"}
    assert done(tmp_path / "out", source, engine).complete
    assert {path: path.stat().st_mtime_ns for path in before} == before


SENTENCE = "Die Brücke von Husum bleibt zu, sagte die Sprecherin Ute Wald am Montag in Kiel. "
LARGE = 50_000_000


def _with_large_ones(folder: Path) -> Path:
    """A text of 50 MB, and one as a line of JSON between two usual ones."""
    folder.mkdir()
    large = SENTENCE * (LARGE // len(SENTENCE.encode()) + 1)
    (folder / "gross.txt").write_text(large, "utf-8")
    lines(folder / "zeile.jsonl", [f"{SENTENCE}Eins.", large, f"{SENTENCE}Zwei."])
    return folder


def test_documents_of_fifty_megabytes_cost_only_themselves(tmp_path: Path, engine: Engine) -> None:
    sums = done(tmp_path / "out", _with_large_ones(tmp_path / "in"), engine, shard=10**7)
    assert (sums.counts["documents"], sums.failed) == (2, 2)
    assert {failure["origin"].rpartition("/")[2]: failure["reason"] for failure in sums.failures} == {
        "gross.txt": "needed more than 600 MB of memory and was stopped",
        "zeile.jsonl, line 2": "is longer than 32,000,000 bytes, which no report is",
    }


def test_what_failed_is_read_again_on_demand(tmp_path: Path, engine: Engine) -> None:
    source = lines(tmp_path / "berichte.jsonl", [*TEXTS, f"!once:{tmp_path / 'mark'}"])
    (tmp_path / "mark").touch()
    whole = done(tmp_path / "whole", source, engine)
    assert whole.failed == 0
    source.write_text(source.read_text("utf-8").replace("Nummer 7", "Nummer 8"), "utf-8")
    done(tmp_path / "out", source, engine)
    line = Folder(tmp_path / "out").mark(1)
    line.write_text(line.read_text("utf-8").replace('"failed":0', '"failed":1'), "utf-8")
    kept = Folder(tmp_path / "out").mark(0).stat().st_mtime_ns
    assert done(tmp_path / "out", source, engine, retry=True).failed == 0
    assert Folder(tmp_path / "out").mark(0).stat().st_mtime_ns == kept


@pytest.mark.parametrize("found", ["copies", "claims"])
def test_what_was_found_among_all_documents_is_forgotten_when_shards_are_read_again(
    tmp_path: Path, engine: Engine, found: str
) -> None:
    source, out = lines(tmp_path / "berichte.jsonl", TEXTS), tmp_path / "out"
    done(out, source, engine)
    (out / found).mkdir()
    (out / f"{found}-work").mkdir()
    (out / f"{found}.json").write_text("{}", "utf-8")
    assert done(out, source, engine, retry=True).complete
    assert (out / f"{found}.json").exists(), "nothing failed, so nothing is read again"
    line = Folder(out).mark(1)
    line.write_text(line.read_text("utf-8").replace('"failed":0', '"failed":1'), "utf-8")
    assert done(out, source, engine, retry=True).complete
    assert not [name for name in (found, f"{found}-work", f"{found}.json") if (out / name).exists()]


def test_a_file_that_has_grown_since_the_plan_is_no_input_of_it(tmp_path: Path, engine: Engine) -> None:
    source = lines(tmp_path / "berichte.jsonl", TEXTS)
    run = begun(tmp_path / "out", [str(source)], options=OPTIONS, cutting=Cutting(bytes=200))
    assert run.shards > 1
    source.write_text('{"text": "Neu."}\n' + source.read_text("utf-8"), "utf-8")
    sums = carry_out(run, engine, limits=LIMITS, apart=APART)
    assert (sums.counts["documents"], sums.failed) == (0, run.shards)
    assert "has changed since" in sums.failures[0]["reason"]


def test_a_run_whose_inputs_are_named_from_a_folder_goes_on_from_any_other(
    tmp_path: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, other = tmp_path / "home", tmp_path / "other"
    for folder in (home, other):
        folder.mkdir()
    lines(home / "berichte.jsonl", TEXTS)
    monkeypatch.chdir(home)
    begun(tmp_path / "out", ["berichte.jsonl"], options=OPTIONS)
    monkeypatch.chdir(other)
    with pytest.raises(BulkError, match=r"was begun in .*home"):
        begun(tmp_path / "out", ["berichte.jsonl"], options=OPTIONS)
    sums = carry_out(opened(tmp_path / "out"), engine, limits=LIMITS, apart=APART)
    assert (sums.counts["documents"], sums.failed) == (len(TEXTS), 0)


def test_a_folder_of_another_run_is_refused_with_what_differs(tmp_path: Path) -> None:
    source, out = lines(tmp_path / "berichte.jsonl", TEXTS), tmp_path / "out"
    run = begun(out, [str(source)], options=OPTIONS)
    assert begun(out, [str(source)], options=OPTIONS) == run == opened(out)
    with pytest.raises(BulkError, match=r"other inputs \(\S*berichte.jsonl, and not \S*jsonl, \S*jsonl\)"):
        begun(out, [str(source), str(source)], options=OPTIONS)
    with pytest.raises(BulkError, match=r"holds a run with another --publisher \(none, and not Tagesblick\)"):
        begun(out, [str(source)], options=replace(OPTIONS, publisher="Tagesblick"))
    with pytest.raises(BulkError, match=r"with another --map \(none, and not text=satz, day=tag\)"):
        begun(out, [str(source)], options=replace(OPTIONS, mapping={"text": "satz", "day": "tag"}))
    with pytest.raises(BulkError, match=r"shards of another size \(8 MB, and not 2.5 MB\)"):
        begun(out, [str(source)], options=OPTIONS, cutting=Cutting(bytes=2_500_000))
    about = json.loads((out / "run.json").read_text("utf-8"))
    about["asked"]["version"] = "0.0.1"
    (out / "run.json").write_text(json.dumps(about), "utf-8")
    with pytest.raises(BulkError, match=r"was begun by lagebild 0\.0\.1"):
        begun(out, [str(source)], options=OPTIONS)


def test_another_version_goes_on_with_no_run_that_is_not_finished(tmp_path: Path, engine: Engine) -> None:
    out = tmp_path / "out"
    begun(out, [str(lines(tmp_path / "berichte.jsonl", ["", *TEXTS]))], options=OPTIONS)
    run = older(out)
    with pytest.raises(BulkError, match=r"was begun by lagebild 0\.0\.1, and this is"):
        carry_out(run, engine, limits=LIMITS, apart=APART)
    run = newer(out)
    sums = carry_out(run, engine, limits=LIMITS, apart=APART)
    assert sums.complete
    before = files(out)
    run = older(out)
    with pytest.raises(BulkError, match=r"was begun by lagebild 0\.0\.1, and this is"):
        carry_out(run, engine, limits=LIMITS, apart=APART, retry=True)
    newer(out)
    assert files(out) == before, "nothing is forgotten"


def test_tables_of_ones_own_that_have_changed_go_on_with_no_run(tmp_path: Path, engine: Engine) -> None:
    (tmp_path / "own").mkdir()
    table = tmp_path / "own" / "states.tsv"
    table.write_text("Lavonien", "utf-8")
    source = lines(tmp_path / "berichte.jsonl", TEXTS)
    run = begun(tmp_path / "out", [str(source)], options=replace(OPTIONS, resources=tmp_path / "own"))
    table.write_text("Norrland", "utf-8")
    with pytest.raises(BulkError, match="holds a run with other tables of yours"):
        carry_out(run, engine, limits=LIMITS, apart=APART)


def older(out: Path) -> Run:
    """The run as if an older version had begun it."""
    return _of_version(out, "0.0.1")


def newer(out: Path) -> Run:
    """The run as this version has begun it."""
    return _of_version(out, VERSION)


def _of_version(out: Path, version: str) -> Run:
    about = json.loads((out / "run.json").read_text("utf-8"))
    about["asked"]["version"] = version
    (out / "run.json").write_text(json.dumps(about), "utf-8")
    return opened(out)


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    source = lines(tmp_path / "berichte.jsonl", TEXTS)
    with pytest.raises(BulkError, match="is a file"):
        begun(source, [str(source)], options=OPTIONS)
    with pytest.raises(BulkError, match=r"holds files that are no bulk run's \(berichte.jsonl\)"):
        begun(tmp_path, [str(source)], options=OPTIONS)
    with pytest.raises(BulkError, match="holds no bulk run"):
        opened(tmp_path)
    with pytest.raises(UsageError, match="name an INPUT"):
        begun(tmp_path / "out", [], options=OPTIONS)


def test_a_plan_that_was_cut_off_is_made_anew(tmp_path: Path, engine: Engine) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "plan.jsonl").write_text("{", "utf-8")
    (out / ".plan.17.part").write_text("{", "utf-8")
    assert done(out, lines(tmp_path / "berichte.jsonl", TEXTS), engine).complete


def test_what_a_killed_run_left_half_written_is_not_taken_for_done(tmp_path: Path, engine: Engine) -> None:
    source = lines(tmp_path / "berichte.jsonl", TEXTS)
    done(tmp_path / "whole", source, engine)
    done(tmp_path / "out", source, engine)
    folder = Folder(tmp_path / "out")
    folder.mark(1).unlink()
    folder.manifest.unlink()
    folder.table("documents", 1).write_bytes(b"PAR1")
    folder.work.mkdir()
    (folder.work / "documents.parquet").write_bytes(b"PAR1")
    done(tmp_path / "out", source, engine)
    assert files(tmp_path / "out") == files(tmp_path / "whole")


def test_two_calls_do_not_work_at_one_run(tmp_path: Path, engine: Engine) -> None:
    fcntl = pytest.importorskip("fcntl", reason="this system cannot lock the folder")
    out, source = tmp_path / "out", lines(tmp_path / "berichte.jsonl", TEXTS)
    begun(out, [str(source)], options=OPTIONS, cutting=Cutting(bytes=200))
    with Folder(out).lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(BulkError, match="another call is at work on this run"):
            done(out, source, engine)


def test_two_calls_do_not_begin_runs_in_one_folder(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl", reason="this system cannot lock the folder")
    out, source = tmp_path / "out", lines(tmp_path / "berichte.jsonl", TEXTS)
    out.mkdir()
    with Folder(out).lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(BulkError, match="another call is at work on this run"):
            begun(out, [str(source)], options=OPTIONS)
    assert not Folder(out).plan.exists()


def test_a_file_system_without_locks_is_worked_on_all_the_same(
    tmp_path: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("fcntl", reason="this system cannot lock the folder")

    def refused(file: object, how: int) -> None:
        raise OSError(errno.ENOSYS, "Function not implemented")

    monkeypatch.setattr("fcntl.flock", refused)
    assert done(tmp_path / "out", lines(tmp_path / "berichte.jsonl", TEXTS), engine).complete


def test_a_disk_that_is_full_when_a_run_begins_or_ends_leaves_nothing_in_the_way(
    tmp_path: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, source = tmp_path / "out", lines(tmp_path / "berichte.jsonl", TEXTS)

    def full(file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("lagebild.bulk.places.os.fsync", full)
        with pytest.raises(BulkError, match="the disk is full"):
            begun(out, [str(source)], options=OPTIONS)
    assert sorted(path.name for path in out.iterdir()) == [".lock", "plan.jsonl"]
    done(out, source, engine, shard=8_000_000)
    whole = files(out)
    Folder(out).manifest.unlink()
    with monkeypatch.context() as patch:
        patch.setattr("lagebild.bulk.places.os.fsync", full)
        with pytest.raises(BulkError, match="the disk is full"):
            done(out, source, engine, shard=8_000_000)
    assert files(out).keys() == whole.keys() - {Folder(out).manifest.name}
    done(out, source, engine, shard=8_000_000)
    assert files(out) == whole


def test_a_source_that_cannot_be_looked_through_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(source: str) -> Iterator[str]:
        raise OSError(errno.EIO, "Input/output error")
        yield source

    monkeypatch.setattr("lagebild.bulk.files.spread", lost)
    with pytest.raises(BulkError, match=r"^berichte: cannot be read: Input/output error$"):
        begun(tmp_path / "out", ["berichte"], options=OPTIONS)
