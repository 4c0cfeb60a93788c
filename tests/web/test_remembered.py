"""Answers are worked out once for each state of the base; what failed leaves nothing behind."""

import time
from collections.abc import Callable
from threading import Event
from typing import Any

import pytest

from lagebild.web.remembered import Remembered


def test_an_answer_holds_for_one_state() -> None:
    memory = Remembered()
    assert memory.get("a", (1,), lambda: "first") == "first"
    assert memory.get("a", (1,), lambda: "second") == "first"
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
    for number in range(500):
        memory.get(number, (1,), lambda: "made")
    assert memory.get(499, (1,), lambda: "again") == "made"
    assert memory.get(0, (1,), lambda: "again") == "again"
    assert len(memory._busy) < 210


def test_what_took_long_may_be_a_little_old() -> None:
    memory = Remembered()
    assert memory.get("a", (1,), worked) == "made"
    assert memory.get("a", (2,), lambda: "again") == "made"


def test_nobody_waits_for_what_is_made_beside() -> None:
    memory, begin = Remembered(), Event()

    def make() -> str:
        begin.wait(5)
        return "made"

    assert memory.lately("a", (1,), make) is None
    assert memory.lately("a", (1,), make) is None
    begin.set()
    told = until(lambda: memory.lately("a", (1,), make))
    assert (told.state, told.value) == ((1,), "made")


def test_what_fails_beside_is_told_once_and_tried_again() -> None:
    memory = Remembered()
    memory.lately("a", (1,), lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        until(lambda: memory.lately("a", (1,), lambda: 1 // 0))


def worked() -> str:
    begun = time.thread_time()
    while time.thread_time() - begun < 0.03:
        pass
    return "made"


def until(ask: Callable[[], Any]) -> Any:
    for _ in range(500):
        if (told := ask()) is not None:
            return told
        time.sleep(0.01)
    raise AssertionError("nothing came")
