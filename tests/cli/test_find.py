"""`lagebild find` and `lagebild show`, from the outside."""

import json
from pathlib import Path

import pytest

import lagebild
from lagebild.cli.main import DONE, WRONG_USE, main
from lagebild.model.codec import encode
from lagebild.model.findings import Findings
from tests.conftest import TEXT


@pytest.fixture(autouse=True)
def base(tmp_path: Path, findings: Findings, monkeypatch: pytest.MonkeyPatch) -> str:
    """A base with one document in the folder of the call; the document's key."""
    with lagebild.open(tmp_path / "lagebild.db") as opened:
        key = opened.store.add(encode(findings), engine="test").key
    monkeypatch.chdir(tmp_path)
    return key


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_words_find_documents_and_filters_find_records(base: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "Schleuse", "--format", "jsonl"]) == DONE
    assert [row["id"] for row in lines(capsys)] == [base]
    assert main(["find", "--speaker", "kroll", "--format", "jsonl"]) == DONE
    assert {row["speaker"] for row in lines(capsys)} == {"Ada Kroll"}
    assert main(["find", "--kind", "figures", "Boote", "--format", "jsonl"]) == DONE
    assert [row["words"] for row in lines(capsys)] == ["Rund 40 Boote"]


def test_figures_are_listed_by_what_they_count(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "Boot", "--about", "Schleuse", "--format", "jsonl"]) == DONE
    assert [(row["low"], row["counted"]) for row in lines(capsys)] == [(40, "Boote")]
    assert main(["figures", "Zeppelin"]) == DONE
    assert "nothing found" in capsys.readouterr().err


def test_a_table_shows_ids_that_show_takes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "--speaker", "kroll"]) == DONE
    row = capsys.readouterr().out.splitlines()[1]
    assert main(["show", row.split()[-1]]) == DONE
    assert "Wir öffnen nicht" in capsys.readouterr().out


def test_a_document_may_be_named_by_the_beginning_of_its_id(base: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "--document", base[:8], "--format", "jsonl"]) == DONE
    assert [row["id"] for row in lines(capsys)] == [base]


def test_more_than_the_limit_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "--kind", "statements", "--limit", "1"]) == DONE
    assert "more than 1" in capsys.readouterr().err
    assert main(["find", "--kind", "statements", "--all"]) == DONE
    assert capsys.readouterr().err == ""


def test_nothing_found_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "Zeppelin", '"', "AND (", "--format", "json"]) == DONE
    assert json.loads(capsys.readouterr().out) == []
    assert main(["find", "Zeppelin"]) == DONE
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "lagebild: nothing found\n")


def test_a_filter_that_does_not_fit_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "--kind", "places", "--act", "say"]) == WRONG_USE
    assert "places have no filter" in capsys.readouterr().err


def test_a_document_is_shown_as_a_page_with_where_it_came_from(base: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", base[:6]]) == DONE
    page = capsys.readouterr().out
    assert "Ada Kroll" in page
    assert base in page.split("Source")[1]


def test_a_document_is_shown_as_text_and_json(base: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", base, "--text"]) == DONE
    assert capsys.readouterr().out == TEXT + "\n"
    assert main(["show", base, "--json"]) == DONE
    assert json.loads(capsys.readouterr().out)["key"] == base


def test_a_record_is_shown_with_its_words(base: str, findings: Findings, capsys: pytest.CaptureFixture[str]) -> None:
    said = findings.attributions[0]
    assert main(["show", f"{base}/{said.key}", "--json"]) == DONE
    record = json.loads(capsys.readouterr().out)
    assert (record["kind"], record["standing"], record["speaker"]) == ("attribution", "found", "Ada Kroll")
    time = findings.timexes[0].span
    assert main(["show", f"{base}/{time.start}-{time.end}"]) == DONE
    assert "timex" in capsys.readouterr().out


def test_what_is_not_there_is_wrong_use(base: str, capsys: pytest.CaptureFixture[str]) -> None:
    for id in ("d000000", "x", f"{base}/nothing"):
        assert main(["show", id]) == WRONG_USE
        assert "lagebild" in capsys.readouterr().err
