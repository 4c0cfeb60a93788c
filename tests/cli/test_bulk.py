"""`lagebild bulk` reads into a folder, says how far it is, and goes on where it stopped."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lagebild.bulk.run import Sums
from lagebild.cli.bulk_progress import BulkProgress
from lagebild.cli.main import main

TEXT = "Die Brücke {} von Husum bleibt zu, sagte die Sprecherin Ute Wald am Montag."


@pytest.fixture
def source(tmp_path: Path) -> Path:
    records = [{"text": TEXT.format(number), "date": "2031-01-08"} for number in range(12)]
    path = tmp_path / "berichte.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in [*records, {"title": "leer"}]), "utf-8")
    return path


def test_a_run_says_what_came_out_and_names_what_failed(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "result"
    assert main(["bulk", str(source), "--out", str(out), "--workers", "1", "--shard-size", "0.001", "--json"]) == 3
    told = capsys.readouterr()
    found = json.loads(told.out)
    assert (found["complete"], found["documents"], found["failed"]) == (True, 12, 1)
    assert found["rows"]["attributions"] == 12
    assert f"{source}, line 13: has no field 'text'" in told.err
    assert f"12 documents in {out}: 12 statements" in told.err

    assert main(["bulk", "status", str(out), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == found
    assert main(["bulk", "status", str(out)]) == 0
    assert "shards done" in capsys.readouterr().out


def test_copies_and_claims_say_what_was_found_and_the_state_has_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = "Nordkorea hat 12.000 Soldaten nach Russland geschickt, sagte die Sprecherin Ute Wald {}."
    texts = [told.format("am Montag"), told.format("der Zeitung"), TEXT.format(1)]
    source, out = tmp_path / "berichte.jsonl", tmp_path / "result"
    source.write_text("".join(json.dumps({"text": text, "date": "2031-01-08"}) + "\n" for text in texts), "utf-8")
    assert main(["bulk", str(source), "--out", str(out), "--workers", "1", "--quiet"]) == 0
    assert main(["bulk", "claims", str(out), "--workers", "1", "--json"]) == 0
    output = capsys.readouterr()
    found = json.loads(output.out)
    assert (found["claims"], found["joined"]) == (1, 2)
    assert "1 claims are told more than once, by 2 of" in output.err
    assert main(["bulk", "copies", str(out), "--workers", "1", "--quiet"]) == 0
    assert main(["bulk", "status", str(out), "--json"]) == 0
    state = json.loads(capsys.readouterr().out)
    assert (state["claims"]["claims"], state["copies"]["documents"]) == (1, 3)
    (out / "claims-work").mkdir()
    (out / "claims-work" / "about.json").write_text('{"shards": 1, "parts": 2}', "utf-8")
    assert main(["bulk", "status", str(out)]) == 0
    assert f"(step `keys`, 0 of 1); `lagebild bulk claims {out}` goes on" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["bulk", "x.jsonl"], "Missing option '--out'"),
        (["bulk", "x.jsonl", "--out", "out", "--engine", "spark"], "there is no engine 'spark'; there are local, ray"),
        (["bulk", "x.jsonl", "--out", "out", "--address", "auto"], "name --engine ray with it"),
        (["bulk", "-", "--out", "out"], "a bulk run reads files"),
        (["bulk", "--out", "out"], "holds no bulk run"),
        (["bulk", "status", "."], "holds no bulk run"),
    ],
)
def test_wrong_use_is_told(
    arguments: list[str],
    problem: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    assert problem in capsys.readouterr().err
    assert not (tmp_path / "out" / "run.json").exists()


def test_help_shows_the_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bulk", "--help"]) == 0
    page = capsys.readouterr().out
    assert "lagebild bulk corpus.jsonl --out result" in page
    assert "Usage: lagebild bulk [OPTIONS] INPUT… --out DIR" in page


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is a signal here")
def test_ctrl_c_leaves_a_run_that_goes_on(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "result"
    records = [{"text": TEXT.format(number) * 9, "date": "2031-01-08"} for number in range(150)]
    bad = source.read_text("utf-8").splitlines(keepends=True)[-1]
    source.write_text("".join(json.dumps(record) + "\n" for record in records) + bad, "utf-8")
    # A shell that starts the tests in the background has its children ignore Ctrl-C; a terminal has not.
    heed = "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    start = [sys.executable, "-c", heed + "runpy.run_module('lagebild', run_name='__main__')"]
    command = [*start, "bulk", "--out", str(out), "--workers", "1", "--json"]
    first = [*command, str(source), "--shard-size", "0.002"]
    running = subprocess.Popen(first, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ)
    until = time.monotonic() + 60
    while not list((out / "shards").rglob("*.json")) and time.monotonic() < until:
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    told, said = running.communicate(timeout=30)
    assert running.returncode == 130, said
    assert "the same command goes on" in said
    assert not json.loads(told)["complete"]
    again = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ)
    assert again.returncode == 3
    assert json.loads(again.stdout)["complete"]


def test_the_line_of_progress_says_rate_and_time_left() -> None:
    now = 0.0
    progress = BulkProgress(clock=lambda: now)
    sums = Sums(all_shards=4, all_bytes=400)
    assert progress.line(sums, 0.0) == "0 documents · 0 of 4 shards (0%)"
    sums.shards, sums.bytes = 1, 100
    sums.counts["documents"] = 90
    sums.under_way[1] = 10
    assert progress.line(sums, 10.0) == "100 documents · 1 of 4 shards (25%) · 10 a second · about 30 s left"
