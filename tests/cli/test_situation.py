"""`lagebild situation` on a small base."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import lagebild
from lagebild.cli.main import DONE, WRONG_USE, main
from tests.situation.reports import REPORTS


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base with the small reports."""
    folder = tmp_path_factory.mktemp("base")
    lines = [
        json.dumps({"id": name, "date": day, "publisher": publisher, "text": text})
        for name, (day, publisher, text) in REPORTS.items()
    ]
    (folder / "reports.jsonl").write_text("\n".join(lines), "utf-8")
    with lagebild.open(folder / "base.db") as opened:
        opened.add(folder / "reports.jsonl")
    return folder / "base.db"


@pytest.fixture
def asked(base: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    def ask(*words: str, code: int = DONE) -> str:
        assert main(["situation", "--db", str(base), *words]) == code
        printed = capsys.readouterr()
        return printed.out if code == DONE else printed.err

    return ask


def test_a_page_for_the_terminal_is_what_comes_without_a_format(asked: Callable[..., str]) -> None:
    page = asked("Kasachstan", "Tadschikistan")
    assert page.startswith("Lage: Kasachstan Tadschikistan\n")
    assert "Wer gibt wem was" in page


def test_the_json_is_the_situation_and_always_the_same(asked: Callable[..., str]) -> None:
    found = asked("Kasachstan Tadschikistan", "--format", "json")
    assert json.loads(found)["scope"]["words"] == "Kasachstan Tadschikistan"
    assert found == asked("Kasachstan Tadschikistan", "--format", "json")


def test_a_word_finds_reports_on_whom_it_names(asked: Callable[..., str]) -> None:
    found = json.loads(asked("Kasachstan", "--format", "json"))
    titles = {telling["document"] for telling in found["tellings"].values()}
    assert len(titles) >= 5


def test_months_and_years_are_whole_ones(asked: Callable[..., str]) -> None:
    found = json.loads(asked("Kasachstan", "--since", "2031", "--until", "2031-03", "--format", "json"))
    assert (found["scope"]["since"], found["scope"]["until"]) == ("2031-01-01", "2031-03-31")
    assert found["counts"]["undated"] == 1


def test_as_known_on_a_day_is_told_on_the_page(asked: Callable[..., str]) -> None:
    assert "Stand: 4. März 2031" in asked("Kasachstan", "--as-of", "2031-03-04")


def test_the_ending_of_a_file_says_its_format(asked: Callable[..., str], tmp_path: Path) -> None:
    asked("Kasachstan", "--out", str(tmp_path / "lage.md"), "--language", "en")
    assert (tmp_path / "lage.md").read_text("utf-8").startswith("# Situation: Kasachstan\n")


def test_a_file_that_is_there_is_replaced_only_when_asked(asked: Callable[..., str], tmp_path: Path) -> None:
    target = tmp_path / "lage.html"
    target.write_text("mine", "utf-8")
    assert "--force" in asked("Kasachstan", "--out", str(target), code=WRONG_USE)
    assert target.read_text("utf-8") == "mine"
    asked("Kasachstan", "--out", str(target), "--force")
    assert target.read_text("utf-8").lstrip().startswith("<!doctype html>")
    assert "no folder" in asked("Kasachstan", "--out", str(tmp_path / "nowhere" / "lage.md"), code=WRONG_USE)


def test_somebody_whom_no_report_mentions_gets_an_answer(asked: Callable[..., str]) -> None:
    page = asked("Grönland")
    assert "Kein Bericht passt" in page
    assert "„Grönland“" in page
    assert json.loads(asked("--entity", "Grönland", "--format", "json"))["missing"] == ["Grönland"]


def test_words_that_only_together_are_in_no_report_are_not_missing(asked: Callable[..., str]) -> None:
    found = json.loads(asked("Oslo", "Grenze", "--format", "json"))
    assert (found["missing"], found["notes"]) == ([], ["no_documents"])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "say what it is about"),
        (("Oslo", "--since", "2031-13"), "2031-11"),
        (("Oslo", "--since", "2031-05", "--until", "2031-04"), "turn the two around"),
    ],
)
def test_wrong_use_says_what_to_do(asked: Callable[..., str], words: tuple[str, ...], told: str) -> None:
    assert told.replace("2031-11", "like 2024-11-15") in asked(*words, code=WRONG_USE)
