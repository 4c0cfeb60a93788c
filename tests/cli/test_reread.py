"""`lagebild reread`, from the outside: a newer version reads what an older one read."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

import lagebild
from lagebild.cli.main import DONE, main
from lagebild.knowledge.adding import engine_name
from lagebild.knowledge.rereading import changes
from lagebild.model.codec import encode
from lagebild.model.document import Document
from lagebild.model.findings import Findings
from lagebild.store import open_store

TEXT = "Die Hafenmeisterin Ada Kroll sagte am Montag: „Wir öffnen nicht.“ Rund 40 Boote warteten."


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A base with a document in which an older version saw no statement and a figure that is none; its key."""
    found = lagebild.read_document(Document(id="hafen", text=TEXT, language="de", publisher="Deichbote"))
    wrong = replace(found.quantities[0], low=400.0, high=400.0)
    with open_store(tmp_path / "lagebild.db") as store:
        fewer = replace(found, attributions=(), quantities=(wrong, *found.quantities[1:]))
        key = store.add(encode(fewer), engine="lagebild 0.0.1").key
    monkeypatch.chdir(tmp_path)
    return key


def changed(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str, str]]:
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return [(row["what"], row["kind"], row["words"]) for row in rows]


def test_what_an_older_version_read_is_read_again_and_changes_are_told(
    older: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["reread", "--format", "jsonl", "--workers", "1"]) == DONE
    told = changed(capsys)
    assert ("new", "attributions", "Wir öffnen nicht") in told
    assert ("changed", "quantities", "Rund 40") in told
    with lagebild.open("lagebild.db") as base:
        holding = base.document(older)
        assert holding.engine == engine_name(None)
        assert holding.findings.attributions[0].speaker == "Ada Kroll"
        assert list(base.check()) == []


@pytest.mark.usefixtures("older")
def test_what_this_version_read_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reread", "--quiet", "--workers", "1"]) == DONE
    assert main(["reread"]) == DONE
    assert "0 read again" in capsys.readouterr().err


def test_a_dry_run_says_what_would_change_and_changes_nothing(older: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reread", "--dry", "--format", "jsonl", "--workers", "1"]) == DONE
    assert changed(capsys)
    with lagebild.open("lagebild.db") as base:
        assert base.document(older).engine == "lagebild 0.0.1"


def test_the_same_findings_have_no_changes(findings: Findings) -> None:
    assert list(changes(findings, findings, document="d")) == []


def test_a_confidence_alone_is_no_change(findings: Findings) -> None:
    surer = replace(findings, timexes=tuple(replace(item, confidence=0.1) for item in findings.timexes))
    assert list(changes(findings, surer, document="d")) == []


def test_what_is_gone_is_told_with_its_words(findings: Findings) -> None:
    (change,) = changes(findings, replace(findings, timexes=()), document="d")
    words = findings.timexes[0].span.of(findings.document.text)
    assert (change.what, change.kind, change.words) == ("gone", "timexes", words)
