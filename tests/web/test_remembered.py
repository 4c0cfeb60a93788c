"""Answers are worked out once for each state of the base; what failed leaves nothing behind."""

import pytest

from lagebild.web.remembered import Remembered


def test_an_answer_holds_for_one_state() -> None:
    memory = Remembered()
    assert memory.get("a", (1,), lambda: "first") == "first"
    assert memory.get("a", (1,), lambda: "second") == "first"
    assert memory.has("a", (1,))
    assert not memory.has("a", (2,))
    assert memory.get("a", (2,), lambda: "second") == "second"


def test_what_could_not_be_answered_leaves_nothing_behind() -> None:
    memory = Remembered()
    for number in range(50):
        with pytest.raises(ZeroDivisionError):
            memory.get(number, (1,), lambda: 1 // 0)
    assert not memory._busy
    assert memory.get(1, (1,), lambda: "made") == "made"


def test_only_the_latest_are_kept() -> None:
    memory = Remembered()
    for number in range(100):
        memory.get(number, (1,), lambda: "made")
    assert not memory.has(0, (1,))
    assert memory.has(99, (1,))
    assert len(memory._busy) < 30
