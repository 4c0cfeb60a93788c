"""`lagebild copies`, from the outside."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import lagebild
from lagebild.cli.main import DONE, WRONG_USE, main
from lagebild.model.codec import encode
from lagebild.model.document import Document
from lagebild.model.findings import Findings
from tests.comparison.copies.texts import BODY, OTHER, REPORT, SENTENCES, notice

FIRST = Document(
    id="first", text=f"{REPORT} (dpa)", language="de", title="Schleuse zu", date=date(2031, 1, 6), publisher="Deichbote"
)
COPY = Document(id="copy", text=f"Frost am Fluss. {BODY}", language="de", date=date(2031, 1, 7), publisher="Werftblatt")
ITEM = Document(id="item", text=" ".join(SENTENCES[1:4]), language="de")
LONG = Document(
    id="long", text=f"{OTHER} {ITEM.text} {OTHER.replace('Abend', 'Morgen')}", language="de", publisher="Bernauer Post"
)


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A base in the folder where the command is called: the keys of its documents by their ids."""
    monkeypatch.chdir(tmp_path)
    with lagebild.open(tmp_path / "lagebild.db") as opened:
        added = [FIRST, COPY, LONG, Document(id="alone", text=notice(1), language="de")]
        return {one.id: opened.store.add(encode(Findings(one)), engine="test").key for one in added}


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    assert main(["copies", *words, "--format", "json"]) == DONE
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def test_groups_are_listed_with_who_was_first_and_why_the_others_are_there(
    keys: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    first, copy = answer(capsys)
    assert [first[name] for name in ("origin", "document", "day", "publisher", "role", "of", "agencies", "title")] == [
        keys["first"], keys["first"], "2031-01-06", "Deichbote", "first", None, "dpa", "Schleuse zu",
    ]  # fmt: skip
    assert (copy["origin"], copy["document"], copy["role"], copy["of"]) == (
        keys["first"], keys["copy"], "copy", keys["first"],
    )  # fmt: skip
    assert 0.9 < copy["share"] <= 1
    assert answer(capsys, keys["copy"]) == answer(capsys, keys["copy"][:10]) == [first, copy]


def test_the_passages_of_a_document_are_given_with_their_places(
    keys: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    (passage,) = answer(capsys, keys["copy"], "--passages")
    assert passage["text"] == COPY.text[passage["start"] : passage["stop"]] == BODY.removesuffix(".")
    assert FIRST.text[passage["other_start"] : passage["other_stop"]] == passage["text"]


@pytest.mark.usefixtures("keys")
def test_a_document_that_is_alone_is_said_to_be(keys: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["copies", keys["alone"]]) == DONE
    assert f"none found for {keys['alone']}" in capsys.readouterr().err


def test_excerpts_and_citations_are_listed_apart(keys: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    with lagebild.open("lagebild.db") as opened:
        item = opened.store.add(encode(Findings(ITEM)), engine="test").key
    edges = {(row["document"], row["within"]) for row in answer(capsys, "--excerpts")}
    assert (item, keys["long"]) in edges
    assert answer(capsys, "--citations") == []


@pytest.mark.usefixtures("keys")
def test_comparing_again_says_how_many_and_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    before = answer(capsys)
    assert main(["copies", "--again", "--format", "json"]) == DONE
    said = capsys.readouterr()
    assert json.loads(said.out) == before
    assert "4 documents compared" in said.err


@pytest.mark.usefixtures("keys")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--passages"], "needs the ID"),
        (["--excerpts", "--citations"], "give one of them"),
        (["d000"], "there is no document"),
    ],
)
def test_wrong_use_is_explained(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["copies", *words]) == WRONG_USE
    assert said in capsys.readouterr().err
