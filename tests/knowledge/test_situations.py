"""Which documents of a base a situation is about."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import lagebild
from lagebild.errors import UsageError
from lagebild.knowledge import KnowledgeBase
from lagebild.model.situation import Situation
from lagebild.situation import situation_on_wire
from tests.situation.reports import REPORTS


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    folder = tmp_path_factory.mktemp("base")
    told = REPORTS | {"hauptstadt": ("2031-03-07", "Inselblatt", "Astana schweigt, sagte Dana Akhat in Oslo.")}
    lines = [
        json.dumps({"id": name, "date": day, "publisher": publisher, "text": text})
        for name, (day, publisher, text) in told.items()
    ]
    (folder / "reports.jsonl").write_text("\n".join(lines), "utf-8")
    with lagebild.open(folder / "base.db") as opened:
        opened.add(folder / "reports.jsonl")
        yield opened


def _ids(found: Situation) -> int:
    return found.counts.documents


def test_a_state_is_found_by_its_capital_and_a_word_by_its_forms(base: KnowledgeBase) -> None:
    assert _ids(base.situation("Kasachstan")) == len(REPORTS) + 1
    assert _ids(base.situation("Soldat")) == 4


def test_all_words_have_to_be_there(base: KnowledgeBase) -> None:
    assert _ids(base.situation("Kasachstan Strom")) == 2
    assert _ids(base.situation("Strom Grenze")) == 0


def test_phrases_and_words_that_must_not_be_there_count(base: KnowledgeBase) -> None:
    assert _ids(base.situation('"Weizen und Kohle"')) == 1
    assert _ids(base.situation("Strom -Kohle")) == 1


def test_one_of_the_entities_is_enough(base: KnowledgeBase) -> None:
    assert _ids(base.situation(entities=("UZB",))) == 2
    assert _ids(base.situation(entities=("UZB", "Dana Akhat"))) == 3


def test_without_words_it_is_about_everything(base: KnowledgeBase) -> None:
    assert _ids(base.situation()) == len(REPORTS) + 1


def test_what_was_known_on_a_day_is_what_an_older_base_would_tell(base: KnowledgeBase, tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": name, "date": day, "publisher": publisher, "text": text})
        for name, (day, publisher, text) in REPORTS.items()
        if day is not None and day <= "2031-03-04"
    ]
    (tmp_path / "early.jsonl").write_text("\n".join(lines), "utf-8")
    with lagebild.open(tmp_path / "early.db") as early:
        early.add(tmp_path / "early.jsonl")
        then = situation_on_wire(early.situation("Kasachstan"))
    now = situation_on_wire(base.situation("Kasachstan", as_of=date(2031, 3, 4)))
    for name in ("key_points", "exchanges", "deployments", "threats", "contradictions", "figures", "events"):
        assert [item["words"] for item in now[name] if "words" in item] == [
            item["words"] for item in then[name] if "words" in item
        ]
        assert len(now[name]) == len(then[name])


def test_days_that_leave_no_time_are_told(base: KnowledgeBase) -> None:
    with pytest.raises(UsageError, match="turn the two around"):
        base.situation("Strom", since=date(2031, 4, 1), as_of=date(2031, 3, 1))
