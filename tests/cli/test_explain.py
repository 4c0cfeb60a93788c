"""`lagebild explain`, from the outside."""

import json
from pathlib import Path
from typing import Any

import pytest

from lagebild.cli.main import DONE, WRONG_USE, main

TEXT = "Der Hafen bleibt zu. „Wir öffnen nicht“, sagte die Wächterin Ada Kroll am Montag. Das Eis liegt dick.\n"


class Run:
    def __init__(self, code: int, captured: Any) -> None:
        self.code, self.out, self.err = code, captured.out, captured.err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Any:
    """Runs `lagebild explain` on a small report."""
    file = tmp_path / "hafen.txt"
    file.write_text(TEXT, "utf-8")

    def runner(*arguments: str, path: Path = file) -> Run:
        code = main(["explain", str(path), "--date", "2031-01-08", *arguments])
        return Run(code, capsys.readouterr())

    return runner


def key_of(run: Any, kind: str) -> str:
    found = json.loads(run("--json").out)["records"]
    return next(str(record["key"]) for record in found if record["kind"] == kind)


def test_a_place_gives_every_record_there(run: Any) -> None:
    done = run("--at", str(TEXT.index("öffnen")))
    assert done.code == DONE
    assert done.out.startswith("26: …")
    assert "[öffnen]" in done.out
    assert "Statement: says, quoted" in done.out
    assert "resources/de/cue_verbs.tsv" in done.out


def test_a_key_or_its_beginning_gives_its_record(run: Any) -> None:
    key = key_of(run, "attribution")
    assert run("--id", key).out == run("--id", key[:8]).out != ""


def test_without_a_question_the_records_are_listed(run: Any) -> None:
    done = run()
    assert key_of(run, "attribution") in done.out
    assert "statement" in done.out


def test_json_is_one_object(run: Any) -> None:
    found = json.loads(run("--at", str(TEXT.index("Eis")), "--json").out)
    assert found["id"] == "hafen"
    assert found["records"] == []
    assert len(found["missing"]) == 2


def test_a_wrong_offset_or_key_says_what_there_is(run: Any) -> None:
    done = run("--at", "9999")
    assert done.code == WRONG_USE
    assert f"0 to {len(TEXT) - 1}" in done.err
    key = key_of(run, "attribution")
    done = run("--id", key[:-1] + "x")
    assert done.code == WRONG_USE
    assert key in done.err


def test_two_questions_at_once_and_none_at_all_are_wrong_use(run: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--at", "3", "--id", "a").code == WRONG_USE
    assert main(["explain"]) == WRONG_USE
    assert "name a FILE" in capsys.readouterr().err


def test_of_several_reports_one_has_to_be_chosen(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "zwei.jsonl"
    file.write_text("".join(json.dumps({"id": name, "text": TEXT}) + "\n" for name in ("eins", "zwei")), "utf-8")
    done = run("--at", "30", path=file)
    assert done.code == WRONG_USE
    assert "eins, zwei" in done.err
    assert run("--at", "30", "--report", "zwei", path=file).code == DONE
    assert run("--at", "30", "--report", "drei", path=file).code == WRONG_USE


def test_a_file_that_is_not_there_is_named(run: Any, tmp_path: Path) -> None:
    done = run("--at", "3", path=tmp_path / "nicht.txt")
    assert done.code == WRONG_USE
    assert "nicht.txt" in done.err


def test_the_sample_can_be_tried(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--sample", "--at", "0"]) == DONE
    assert capsys.readouterr().out
