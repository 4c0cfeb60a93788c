"""`lagebild positions`, from the outside."""

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
    ("2031-03-01", "Seepost", "Peru hat keine Soldaten nach Chile geschickt, sagte Perus Minister Jan Holm."),
    ("2031-03-02", "Kurier", "Ada Kroll sagte, Peru habe 800 Soldaten nach Chile geschickt."),
    ("2031-03-09", "Hafenblatt", "Peru hat Soldaten nach Chile geschickt, sagte Perus Minister Jan Holm."),
)  # fmt: skip


@pytest.fixture(autouse=True)
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A base in the folder where the command is called."""
    monkeypatch.chdir(tmp_path)
    with lagebild.open(tmp_path / "lagebild.db") as opened:
        for day, publisher, text in REPORTS:
            document = Document(
                id=publisher, text=text, language="de", date=date.fromisoformat(day), publisher=publisher
            )
            opened.store.add(encode(lagebild.read_document(document)), engine="test")
        opened.compare_claims()


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    assert main(["positions", *words, "--format", "json"]) == DONE
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def test_a_page_has_each_statement_and_under_it_what_changed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["positions", "Jan Holm"]) == DONE
    page = capsys.readouterr().out.splitlines()
    assert page[0].startswith("Jan Holm · ")
    assert [line.split("  ")[1][:10] for line in page[1:3]] == ["2031-03-01", "2031-03-09"]
    assert "→ Jan Holm now says that it is so, after denying it (2031-03-01 to 2031-03-09)" in page[3]


def test_a_state_is_whoever_speaks_for_it_by_any_name_or_code(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("Peru", "PER", "Lima"):
        (position,) = answer(capsys, name, "--changed")
        assert (position["name"], [change["turn"] for change in position["changes"]]) == ("PER", ["admits"])
        assert {statement["speaker"] for statement in position["statements"]} == {"Jan Holm"}


def test_json_has_the_exact_words_with_their_place_and_csv_a_row_for_each(capsys: pytest.CaptureFixture[str]) -> None:
    (position,) = answer(capsys, "Holm")
    with lagebild.open("lagebild.db") as opened:
        texts = {item.key: item.findings.document.text for item in opened.documents()}
    for statement in position["statements"]:
        text = texts[statement["document"]]
        assert " … ".join(text[start:end] for start, end in statement["spans"]) == statement["words"]
    assert main(["positions", "Holm", "--format", "csv"]) == DONE
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["day"], row["side"], row["turn"]) for row in rows] == [
        ("2031-03-01", "against", ""), ("2031-03-09", "for", "admits"),
    ]  # fmt: skip


def test_as_known_on_a_day_nothing_later_counts(capsys: pytest.CaptureFixture[str]) -> None:
    (position,) = answer(capsys, "Holm", "--as-of", "2031-03-05")
    assert [statement["day"] for statement in position["statements"]] == ["2031-03-01"]
    assert position["changes"] == []


def test_words_choose_the_matter(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "Holm", "--about", "Soldaten") != []
    assert answer(capsys, "Holm", "--about", "Weizen") == []


def test_who_never_speaks_or_never_changes_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["positions", "Nobody"]) == DONE
    assert "nobody of the name Nobody speaks" in capsys.readouterr().err
    assert main(["positions", "Kroll", "--changed"]) == DONE
    assert "nobody of that name changed" in capsys.readouterr().err
