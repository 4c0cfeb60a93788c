"""Scales and ticks."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from lagebild.report.briefing.drawing.scales import Scale, day_scale, day_ticks, round_ticks


@given(st.floats(0, 1e12))
def test_round_ticks_begin_at_nothing_and_reach_the_largest_value(most: float) -> None:
    ticks = round_ticks(most)
    assert ticks[0] == 0
    assert ticks[-1] >= most * 0.999999
    assert 2 <= len(ticks) <= 8


@given(st.dates(), st.dates())
def test_there_are_few_day_ticks_and_all_lie_between(one: date, other: date) -> None:
    first, last = sorted((one, other))
    ticks = day_ticks(first, last)
    assert 1 <= len(ticks) <= 10
    assert all(first <= tick <= last for tick in ticks)
    assert list(ticks) == sorted(set(ticks))


@given(st.dates(), st.dates(), st.dates())
def test_a_day_stands_inside_the_picture(one: date, other: date, day: date) -> None:
    first, last = sorted((one, other))
    assert 10 <= day_scale(first, last, 10, 90).at(day.toordinal()) <= 90


def test_a_scale_of_one_value_puts_it_in_the_middle() -> None:
    assert Scale(5, 5, 0, 100).at(5) == 50
