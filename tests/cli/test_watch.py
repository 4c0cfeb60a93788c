"""`lagebild watch`, from the outside."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import pytest

import lagebild
from lagebild.cli.main import DONE, WRONG_USE, main
from lagebild.model.codec import encode
from lagebild.model.document import Document

FIRST = ("2031-03-03", "Seepost", "Kasachstan hat nach Angaben des usbekischen Geheimdienstes 800 Soldaten nach "
         "Tadschikistan geschickt.")  # fmt: skip
DENIED = ("2031-03-04", "Bote", "Die Regierung in Astana bestritt, Soldaten nach Tadschikistan geschickt zu haben.")
ELSEWHERE = ("2031-03-04", "Kurier", "In Oslo streiken die Bäcker der Stadt gegen den Brotpreis der Regierung.")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A base with one report in the folder where the command is called."""
    monkeypatch.chdir(tmp_path)
    put(FIRST)


def put(*reports: tuple[str, str, str], update: bool = False) -> None:
    with lagebild.open("lagebild.db") as opened:
        for day, publisher, text in reports:
            document = Document(
                id=publisher, text=text, language="de", date=date.fromisoformat(day), publisher=publisher
            )
            opened.store.add(encode(lagebild.read_document(document)), engine="test", update=update)


def run(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["watch", "run", *words, "--format", "json"]) == DONE
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def test_news_of_reports_that_came_in_are_shown_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", "add", "truppen", "Soldaten", "Tadschikistan"]) == DONE
    assert run(capsys) == []
    put(DENIED, ELSEWHERE)
    found = run(capsys)
    assert found[0]["kind"] == "denial"
    assert {item["outlet"] for item in found} == {"Bote"}
    assert all(item["words"] in DENIED[2] for item in found)
    assert run(capsys) == []
    assert main(["watch", "show", "truppen", "--format", "json"]) == DONE
    assert len(json.loads(capsys.readouterr().out)) == len(found)


def test_the_page_says_what_is_new_with_the_exact_words(capsys: pytest.CaptureFixture[str]) -> None:
    main(["watch", "add", "truppen", "Soldaten", "Tadschikistan"])
    put(DENIED)
    capsys.readouterr()
    assert main(["watch", "run", "truppen", "--keep"]) == DONE
    page = capsys.readouterr().out
    assert page.startswith("truppen: ")
    assert "denial" in page
    assert "(Bote, 2031-03-04)" in page
    assert run(capsys, "truppen") != []


def test_a_feed_file_is_written_for_each_watch(capsys: pytest.CaptureFixture[str]) -> None:
    main(["watch", "add", "truppen/heute", "Soldaten"])
    main(["watch", "add", "leer", "Vulkan"])
    put(DENIED)
    assert main(["watch", "run", "--format", "atom", "--out", "feeds"]) == DONE
    assert sorted(file.name for file in Path("feeds").iterdir()) == ["leer.xml", "truppen-heute.xml"]
    assert feedparser.parse(Path("feeds/truppen-heute.xml").read_bytes()).entries
    assert run(capsys) != []  # a file is nobody who has read them


def test_a_new_version_of_a_known_report_is_no_news(capsys: pytest.CaptureFixture[str]) -> None:
    with lagebild.open("lagebild.db") as opened:
        document = Document(id="x", text=DENIED[2], language="de", url="https://example.org/x", publisher="Bote")
        opened.store.add(encode(lagebild.read_document(document)), engine="test")
    main(["watch", "add", "truppen", "Soldaten"])
    with lagebild.open("lagebild.db") as opened:
        newer = Document(
            id="x", text=f"{DENIED[2]} Es regnet.", language="de", url="https://example.org/x", publisher="Bote"
        )
        opened.store.add(encode(lagebild.read_document(newer)), engine="test", update=True)
    assert run(capsys) == []


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("add", "truppen", "Vulkan"), "is called 'truppen' already"),
        (("add", "neu", "…"), "needs a name and the words"),
        (("show", "anders"), "no watch is called 'anders'; there are truppen"),
        (("run", "anders"), "no watch is called 'anders'"),
        (("remove", "anders"), "no watch is called 'anders'"),
        (("run", "--format", "atom"), "go together"),
    ],
)
def test_wrong_use_is_said_with_what_to_do(
    words: tuple[str, ...], problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["watch", "add", "truppen", "Soldaten"])
    assert main(["watch", *words]) == WRONG_USE
    assert problem in capsys.readouterr().err


def test_a_watch_is_listed_and_removed(capsys: pytest.CaptureFixture[str]) -> None:
    main(["watch", "add", "truppen", "Soldaten"])
    capsys.readouterr()
    assert main(["watch", "list", "--format", "json"]) == DONE
    (listed,) = json.loads(capsys.readouterr().out)
    assert (listed["name"], listed["words"], listed["unread"]) == ("truppen", "Soldaten", 0)
    assert main(["watch", "remove", "truppen"]) == DONE
    with lagebild.open("lagebild.db") as opened:
        assert opened.watches() == []
