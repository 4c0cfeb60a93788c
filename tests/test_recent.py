"""What is kept of results is bounded."""

import pytest

from lagebild import recent


def test_a_result_is_asked_for_once_until_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recent, "MANY", 2)
    asked: list[str] = []

    def upper(word: str) -> str:
        asked.append(word)
        return word.upper()

    kept = recent.Recent(upper)
    assert [kept[word] for word in ("a", "a", "b", "c", "c", "a")] == ["A", "A", "B", "C", "C", "A"]
    assert asked == ["a", "b", "c", "a"]
    assert len(kept) == 2


def test_a_result_that_cannot_be_got_is_not_kept() -> None:
    def number(word: str) -> int:
        return int(word)

    kept = recent.Recent(number)
    with pytest.raises(ValueError, match="drei"):
        kept["drei"]
    assert len(kept) == 0
