"""`lagebild export`, from the outside."""

import csv
import json
from pathlib import Path

import pytest

import lagebild
from lagebild.cli.main import DONE, WRONG_USE, main
from lagebild.export import FORMATS
from lagebild.model.codec import encode
from lagebild.model.findings import Findings
from lagebild.store.search.wanted import Wanted
from tests.report.situation import situation


@pytest.fixture(autouse=True)
def base(tmp_path: Path, findings: Findings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A base with two documents of different days, in the folder where the command is called."""
    with lagebild.open(tmp_path / "lagebild.db") as opened:
        opened.store.add(encode(findings), engine="test")
        opened.store.add(encode(situation()), engine="test")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "lagebild.db"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_written_from_a_base(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", name, "--out", "out"]) == DONE
    told = capsys.readouterr()
    assert told.out == ""
    assert "2 documents" in told.err
    assert Path("out").exists()


def test_a_format_of_one_file_goes_to_standard_output(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", "jsonl", "--quiet"]) == DONE
    told = capsysbinary.readouterr()
    assert [json.loads(line)["id"] for line in told.out.decode().splitlines()] == ["hafen", "sund"]
    assert told.err == b""


def test_several_files_need_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "csv"]) == WRONG_USE
    assert "--out" in capsys.readouterr().err


def test_only_the_documents_meant_are_written_and_the_manifest_says_which(tmp_path: Path) -> None:
    assert main(["export", "csv", "--out", "out", "--since", "2031-05-01", "--publisher", "Deich"]) == DONE
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert manifest["filters"] == {"since": "2031-05-01", "publishers": ["Deich"]}
    assert manifest["counts"]["documents"] == 0
    assert main(["export", "csv", "--out", "out", "--until", "2031-02-01", "--force"]) == DONE
    with (tmp_path / "out" / "documents.csv").open(encoding="utf-8", newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == ["hafen"]


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (["--speaker", "Kroll"], ["hafen", "sund"]),
        (["--act", "warn"], ["hafen"]),
        (["--type", "CONSULT"], ["sund"]),
        (["--words", "Boote -Schweden"], ["hafen"]),
        (["--kind", "deals", "--actor", "SWE"], ["sund"]),
        (["--publisher", "Deich"], ["hafen"]),
        (["--speaker", "nobody"], []),
    ],
)
def test_documents_that_hold_what_filters_find_go_out_whole(
    filters: list[str], ids: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "jsonl", "--quiet", *filters]) == DONE
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["id"] for line in lines] == ids
    assert all(line["entities"] and line["attributions"] for line in lines)


def test_a_document_is_named_by_the_beginning_of_its_id(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with lagebild.open(base) as opened:
        key = list(opened.documents())[1].key
    assert main(["export", "jsonl", "--quiet", "--document", key[:8]]) == DONE
    assert json.loads(capsys.readouterr().out)["key"] == key


def test_what_is_there_already_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out.jsonl").write_text("mine", "utf-8")
    assert main(["export", "jsonl", "--out", "out.jsonl"]) == WRONG_USE
    assert "--force" in capsys.readouterr().err
    assert (tmp_path / "out.jsonl").read_text("utf-8") == "mine"


def test_a_base_that_is_not_there_is_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "jsonl", "--db", "none.db"]) == WRONG_USE
    assert "none.db" in capsys.readouterr().err
    assert not (tmp_path / "none.db").exists()


def test_options_of_other_formats_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "jsonl", "--excel"]) == WRONG_USE
    assert "csv" in capsys.readouterr().err


def test_the_page_of_help_says_what_each_format_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--help"]) == DONE
    page = " ".join(capsys.readouterr().out.split())
    for name, item in FORMATS.items():
        assert f"{name} {item.purpose}" in page


def test_the_python_verb_does_the_same(base: Path, tmp_path: Path) -> None:
    assert main(["export", "graphml", "--out", "one.graphml"]) == DONE
    with lagebild.open(base) as opened:
        done = opened.export("graphml", tmp_path / "two.graphml")
        some = opened.export("jsonl", tmp_path / "some.jsonl", wanted=Wanted(acts=("warn",)))
    assert (tmp_path / "one.graphml").read_bytes() == (tmp_path / "two.graphml").read_bytes()
    assert done.counts["documents"] == 2
    assert some.counts["documents"] == 1
