"""Units of work that children do ahead of whoever wants them."""

import time
from collections.abc import Iterator
from contextlib import closing

import pytest

from lagebild.intake.answers import Answer, Crew, answers
from lagebild.intake.frames import Frame
from lagebild.intake.limits import Limits

UNIT = "tests.intake.acts:extract"


def asked(*texts: str) -> Iterator[tuple[int, Frame]]:
    for number, text in enumerate(texts):
        yield number, Frame({"unit": UNIT, "seconds": 5.0, "document": {"text": text}})


def is_done(answer: Answer[int]) -> bool:
    return answer.frame is not None and answer.ended.why == "done"


@pytest.mark.parametrize(("workers", "ahead"), [(1, 1), (2, 7), (3, 100)])
def test_answers_come_in_the_order_asked(workers: int, ahead: int) -> None:
    found = list(answers(asked(*map(str, range(20))), workers=workers, ahead=ahead))
    assert [answer.name for answer in found] == list(range(20))
    assert all(map(is_done, found))


def test_nothing_asked_gives_nothing() -> None:
    assert list(answers(asked(), workers=2, ahead=5)) == []


def test_a_unit_that_costs_its_child_the_life_is_told_and_the_others_go_on() -> None:
    found = list(answers(asked("Eins", "!abort", "Drei"), workers=1, ahead=3, limits=Limits(seconds=5)))
    assert [is_done(answer) for answer in found] == [True, False, True]
    assert found[1].ended.why == "crashed"


def test_children_work_on_while_nobody_asks() -> None:
    with closing(answers(asked(*map(str, range(8))), workers=1, ahead=8)) as found:
        next(found)
        time.sleep(1)
        begun = time.monotonic()
        rest = list(found)
    assert len(rest) == 7
    assert time.monotonic() - begun < 0.5


def test_closing_it_early_ends_the_children() -> None:
    begun = time.monotonic()
    with closing(answers(asked(*["!hang"] * 3), workers=2, ahead=3)) as found:
        time.sleep(0.1)
        found.close()
    assert time.monotonic() - begun < 20


def test_a_crew_answers_again_and_again_in_the_order_asked() -> None:
    with closing(Crew(workers=2)) as crew:
        for count in (3, 0, 5):
            found = crew.answers(list(asked(*map(str, range(count)))))
            assert [answer.name for answer in found] == list(range(count))
            assert all(map(is_done, found))
        assert [is_done(answer) for answer in crew.answers(list(asked("!abort", "Zwei")))] == [False, True]
