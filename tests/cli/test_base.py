"""`lagebild sql`, `check` and `backup`, from the outside."""

import csv
import json
from pathlib import Path

import apsw
import pytest

import lagebild
from lagebild.cli.main import DONE, SOME_FAILED, WRONG_USE, main
from lagebild.model.codec import encode
from lagebild.model.findings import Findings


@pytest.fixture
def base(tmp_path: Path, findings: Findings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A base with one document, in the folder where the command is called."""
    with lagebild.open(tmp_path / "lagebild.db") as opened:
        opened.store.add(encode(findings), engine="test")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "lagebild.db"


@pytest.mark.usefixtures("base")
@pytest.mark.parametrize("shape", ["json", "jsonl", "csv", "table"])
def test_sql_answers_in_every_shape(shape: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sql", "select speaker, start from statements order by start", "--format", shape]) == DONE
    out = capsys.readouterr().out
    if shape == "json":
        assert json.loads(out)[0]["speaker"] == "Ada Kroll"
    elif shape == "jsonl":
        assert json.loads(out.splitlines()[0])["speaker"] == "Ada Kroll"
    elif shape == "csv":
        assert next(csv.DictReader(out.splitlines()))["speaker"] == "Ada Kroll"
    else:
        assert out.splitlines()[0].split() == ["speaker", "start"]


@pytest.mark.usefixtures("base")
def test_sql_that_would_change_something_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sql", "delete from documents"]) == WRONG_USE
    assert "only questions are allowed" in capsys.readouterr().err


@pytest.mark.usefixtures("base")
def test_sql_stops_at_its_limit(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sql", "select words from statements", "--limit", "1", "--format", "jsonl"]) == DONE
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_a_base_that_is_not_there_is_named_with_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["sql", "select 1"], ["check"], ["backup", str(tmp_path / "copy.db")]):
        assert main([*command, "--db", str(tmp_path / "none.db")]) == WRONG_USE
        assert "lagebild add" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_sound_base_is_said_to_be_sound(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == DONE
    assert f"{base.name}: 1 documents, all sound" in capsys.readouterr().err


def test_what_is_wrong_is_named_and_costs_exit_code_3(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    connection = apsw.Connection(str(base))
    connection.execute("delete from attributions")
    connection.close()
    assert main(["check", "--format", "jsonl"]) == SOME_FAILED
    assert "attributions" in json.loads(capsys.readouterr().out)["problem"]


@pytest.mark.usefixtures("base")
def test_a_backup_is_made_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", "copy.db"]) == DONE
    assert main(["check", "--db", "copy.db"]) == DONE
    assert main(["backup", "copy.db"]) == WRONG_USE
    assert "is there already" in capsys.readouterr().err
    assert (tmp_path / "copy.db").exists()
