"""What is kept of results is bounded."""

import pytest

from lagebild.recent import Recent


def test_a_result_is_asked_for_once_until_there_are_too_many() -> None:
    asked: list[str] = []

    def upper(word: str) -> str:
        asked.append(word)
        return word.upper()

    recent = Recent(upper, many=2)
    assert [recent[word] for word in ("a", "a", "b", "c", "c", "a")] == ["A", "A", "B", "C", "C", "A"]
    assert asked == ["a", "b", "c", "a"]
    assert len(recent) == 2


def test_a_result_that_cannot_be_got_is_not_kept() -> None:
    def number(word: str) -> int:
        return int(word)

    recent = Recent(number)
    with pytest.raises(ValueError, match="drei"):
        recent["drei"]
    assert len(recent) == 0
