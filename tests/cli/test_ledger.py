"""`lagebild ledger`, from the outside."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import lagebild
from lagebild.cli.main import DONE, main
from lagebild.model.codec import encode
from lagebild.model.document import Document

REPORTS = (
    ("2031-03-01", "Seepost", "Nach Angaben von Präsidentin Ada Kroll sind 800 chilenische Soldaten in Arica."),
    ("2031-03-02", "Hafenblatt", "„In Arica stehen rund 1.200 Kämpfer aus Chile“, sagte Minister Jan Holm."),
    ("2031-03-04", "Kurier", "Präsidentin Ada Kroll sagte, es seien mindestens 1.300 Chilenen in Arica."),
    (None, "Bote", "Der Förster zählte 40 chilenische Soldaten."),
)


@pytest.fixture(autouse=True)
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A base in the folder where the command is called."""
    monkeypatch.chdir(tmp_path)
    with lagebild.open(tmp_path / "lagebild.db") as opened:
        for day, publisher, text in REPORTS:
            published = date.fromisoformat(day) if day else None
            document = Document(id=publisher, text=text, language="de", date=published, publisher=publisher)
            opened.store.add(encode(lagebild.read_document(document)), engine="test")


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    assert main(["ledger", *words, "--format", "json"]) == DONE
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def test_a_page_shows_what_stands_and_what_was_revised(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ledger", "chilenische", "Soldaten", "--place", "Arica"]) == DONE
    page = capsys.readouterr().out.splitlines()
    assert page[0] == "chilenische Soldaten · Chile · Arica   now 1,200–1,300 · 2 origins"
    assert [line.split("  ")[0] for line in page[2:5]] == ["2031-03-01", "2031-03-02", "2031-03-04"]
    assert page[5] == "  → Ada Kroll revises it: at least 1,300 is not 800"


def test_json_has_accounts_and_csv_a_row_for_each_value(capsys: pytest.CaptureFixture[str]) -> None:
    accounts = answer(capsys, "Soldaten", "Chile")
    told = [value for account in accounts for value in account["values"]]
    assert [value["standing"] for value in accounts[0]["values"]] == ["revised", "current", "current"]
    assert main(["ledger", "Soldaten", "Chile", "--format", "csv"]) == DONE
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["words"] for row in rows] == [value["words"] for value in told]
    assert {row["source"] for row in rows} == {"Ada Kroll", "Jan Holm", "Bote"}


def test_as_known_on_a_day_nothing_later_and_nothing_without_a_day_counts(capsys: pytest.CaptureFixture[str]) -> None:
    (account,) = answer(capsys, "Soldaten", "--as-of", "2031-03-03")
    assert [(value["day"], value["standing"]) for value in account["values"]] == [
        ("2031-03-01", "current"), ("2031-03-02", "current"),
    ]  # fmt: skip


def test_nothing_found_is_said_with_what_words_have_to_be(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ledger", "Raketen"]) == DONE
    told = capsys.readouterr()
    assert (told.out, told.err.split(";")[0]) == ("", "lagebild: no figures found")
    assert answer(capsys, "Raketen") == []
