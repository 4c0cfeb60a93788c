"""Long work is done by a process beside the server, which can be ended and is not missed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lagebild.errors import StoreError
from lagebild.intake.options import Options
from lagebild.knowledge import KnowledgeBase
from lagebild.situation.narrowing import Focus
from lagebild.web.beside.beside import Beside, EndedError
from lagebild.web.runs import Runs
from tests.web.conftest import REPORTS, filled


@pytest.fixture
def beside(copy: Path) -> Iterator[Beside]:
    made = Beside(copy)
    yield made
    made.close()


def reports(folder: Path, count: int) -> str:
    for number in range(count):
        text = f"Die Hafenwächterin Ada Kroll sagte am Montag, Boot {number} fahre um {number} Uhr. " * 40
        (folder / f"{number}.txt").write_text(text, "utf-8")
    return str(folder)


def test_it_tells_what_happens_and_returns_the_outcome(beside: Beside, tmp_path: Path) -> None:
    heard: list[Any] = []
    (tmp_path / "neu").mkdir()
    tally = beside.ask(
        "add", [reports(tmp_path / "neu", 3)], Options(offline=True), hear=lambda *told: heard.append(told)
    )
    assert tally.added == 3
    assert [happened.outcome.value for happened, _ in heard] == ["added"] * 3


def test_one_process_does_one_task_after_the_other(beside: Beside) -> None:
    assert beside.ask("compare") == len(REPORTS)
    assert beside.ask("compare") == 0
    assert beside.ask("briefing", "Kroll", (), (None, None, None), Focus(), 10, "de")["sections"]


def test_what_goes_wrong_there_goes_wrong_here(tmp_path: Path) -> None:
    beside = Beside(tmp_path / "nirgends.db")
    with pytest.raises(StoreError, match="no such base"):
        beside.ask("compare")
    with pytest.raises(RuntimeError, match="KeyError"):
        beside.ask("juggle")
    beside.close()


def test_a_process_that_somebody_ended_is_begun_anew(beside: Beside) -> None:
    beside.ask("compare")
    assert beside._process is not None
    beside._process.kill()
    beside._process.wait()
    assert beside.ask("compare") == 0


def test_after_the_end_nothing_is_begun(beside: Beside) -> None:
    beside.close()
    with pytest.raises(EndedError):
        beside.ask("compare")


def test_an_addition_that_is_cut_off_keeps_what_it_has_and_says_what_is_left(tmp_path: Path) -> None:
    path, folder = filled(tmp_path / "base.db"), tmp_path / "neu"
    folder.mkdir()
    reports(folder, 400)
    runs = Runs(path)
    first = runs.add([str(folder)], "viele", Options(offline=True, publisher="Hafen blatt"))
    runs.add(["spaeter.txt"], "später", Options())
    while not (runs.get(first.id) or {})["counts"].get("added"):
        pass
    left = runs.close()
    assert [one.what for one in left] == ["viele", "später"]
    assert left[0].sources == (str(folder), "--offline", "--publisher", "Hafen blatt")
    run = runs.get(first.id)
    assert run is not None
    assert run["state"] == "stopped"
    with KnowledgeBase(path, write=False) as base:
        added = base.store.count() - len(REPORTS)
    assert 0 < added < 400
    assert run["counts"]["added"] == added
