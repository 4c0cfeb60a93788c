"""Annotations without text find their texts, and only the very texts that they were made for."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from quality import own

TEXT = "Karl Tann schwieg. Limas Rat tagte."


def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, **changed: Any) -> Path:
    said = {"source": None, "speaker": [[0, 9]], "cue": [], "content": [[19, 34]], "form": "indirect", "act": "say"}
    line = {"id": "a", "corpus": "c", "sha256": hashlib.sha256(TEXT.encode()).hexdigest()[:16], "part": "held"}
    (tmp_path / "statements.jsonl").write_text(json.dumps({**line, "attributions": [said], "events": [], **changed}))
    (tmp_path / "corpora").mkdir()
    (tmp_path / "corpora" / "c.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}))
    monkeypatch.setattr(own, "FOLDER", tmp_path)
    return tmp_path


def test_a_speaker_is_spelled_from_the_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (article,) = own.statements(folder(tmp_path, monkeypatch), "held")
    assert article["text"] == TEXT
    assert article["attributions"][0]["speaker"] == "Karl Tann"


def test_a_word_that_the_article_lacks_stands_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = {"speaker": ["Limaer", [25, 28]]}
    (article,) = own.statements(folder(tmp_path, monkeypatch, attributions=[said]), "held")
    assert article["attributions"][0]["speaker"] == "Limaer Rat"


def test_a_changed_text_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert own.statements(folder(tmp_path, monkeypatch, sha256="0" * 16), "held") == []


def test_a_part_holds_its_own_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert own.statements(folder(tmp_path, monkeypatch), "studied") == []


def test_without_corpora_there_is_nothing(tmp_path: Path) -> None:
    assert own.statements(tmp_path, "held") == own.records(tmp_path) == own.places(tmp_path) == []


@pytest.mark.parametrize("name", ["statements", "records", "places"])
def test_the_files_hold_offsets_and_no_text(name: str) -> None:
    for line in (own.FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        assert "text" not in article
        assert len(article["sha256"]) == own.DIGITS
        assert all(len(word) <= LONGEST_WORD for word in words(article))


LONGEST_WORD = 40


def words(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [word for one in inner for word in words(one)]
