"""Work side by side, results in the order asked for."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.reading.fetch.in_order import Task, in_order


@given(st.lists(st.tuples(st.sampled_from([None, "a", "b", "c"]), st.sampled_from([0.0, 0.001])), max_size=25))
def test_results_come_in_the_order_of_the_tasks(plan: list[tuple[str | None, float]]) -> None:
    def work(number: int, seconds: float) -> Callable[[], int]:
        def done() -> int:
            time.sleep(seconds)
            return number

        return done

    tasks = [Task(lane, work(number, seconds)) for number, (lane, seconds) in enumerate(plan)]
    assert list(in_order(tasks, parallel=3)) == list(range(len(plan)))


def test_lanes_run_side_by_side_and_one_lane_never_twice_at_a_time() -> None:
    lock, running, most, together = threading.Lock(), Counter[str](), Counter[str](), [0]

    def work(lane: str) -> Callable[[], str]:
        def done() -> str:
            with lock:
                running[lane] += 1
                most[lane] = max(most[lane], running[lane])
                together[0] = max(together[0], sum(running.values()))
            time.sleep(0.02)
            with lock:
                running[lane] -= 1
            return lane

        return done

    list(in_order([Task(lane, work(lane)) for lane in "aabbccddaa"], parallel=3))
    assert set(most.values()) == {1}
    assert together[0] == 3


def test_only_a_few_tasks_are_taken_ahead() -> None:
    taken = []

    def tasks() -> Iterator[Task[int]]:
        for number in range(1_000):
            taken.append(number)
            yield Task("a", lambda: 1)

    results = in_order(tasks(), parallel=2)
    next(results)
    assert len(taken) <= 4
    results.close()  # type: ignore[attr-defined]


def test_what_a_task_raises_is_raised_in_its_turn() -> None:
    def broken() -> int:
        raise ZeroDivisionError

    results = in_order([Task("a", lambda: 1), Task("b", broken)], parallel=2)
    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        next(results)
