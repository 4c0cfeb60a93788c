"""Places in the calendar, counted from a day."""

from datetime import date

import pytest

from lagebild.extraction.times.anchor import Anchor, Direction, anchored, easter, holiday


@pytest.mark.parametrize(
    ("year", "day"),
    [(1995, date(1995, 4, 16)), (2019, date(2019, 4, 21)), (2024, date(2024, 3, 31)), (2038, date(2038, 4, 25))],
)
def test_easter_falls_where_the_calendar_has_it(year: int, day: date) -> None:
    assert easter(year) == day


def test_days_of_mourning_count_from_the_first_of_advent() -> None:
    assert holiday("ADVENT-7", 2024) == date(2024, 11, 24)
    assert holiday("ADVENT-11", 2024) == date(2024, 11, 20)
    assert holiday("ADVENT+0", 2023) == date(2023, 12, 3)


@pytest.mark.parametrize(
    ("steps", "direction", "value"),
    [
        ("weekday 3", Direction.PAST, "2024-12-04"),
        ("weekday 3", Direction.FUTURE, "2024-12-04"),
        ("weekday 4", Direction.PAST, "2024-11-28"),
        ("weekday 4", Direction.FUTURE, "2024-12-05"),
        ("weekday 3 -1", Direction.UNKNOWN, "2024-11-27"),
        ("weekday 3 1", Direction.UNKNOWN, "2024-12-11"),
        ("weekday 7 0", Direction.UNKNOWN, "2024-12-08"),
        ("month 12", Direction.PAST, "2024-12"),
        ("month 01", Direction.PAST, "2024-01"),
        ("month 01", Direction.FUTURE, "2025-01"),
        ("month 01", Direction.UNKNOWN, "2025-01"),
        ("season WI", Direction.PAST, "2024-WI"),
        ("season SU", Direction.FUTURE, "2025-SU"),
        ("quarter 3", Direction.PAST, "2024-Q3"),
        ("shift W -1", Direction.UNKNOWN, "2024-W48"),
        ("shift M 1", Direction.UNKNOWN, "2025-01"),
        ("monthday 02 29", Direction.PAST, "2024-02-29"),
        ("weekend", Direction.PAST, "2024-W48-WE"),
        ("weekend", Direction.FUTURE, "2024-W49-WE"),
    ],
)
def test_a_place_is_found_from_the_day_of_publication(steps: str, direction: Direction, value: str) -> None:
    assert anchored(steps, Anchor(date(2024, 12, 4), direction)) == (value, True)


def test_winter_in_january_began_the_year_before() -> None:
    assert anchored("season WI", Anchor(date(2025, 1, 20), Direction.PAST)).value == "2024-WI"


def test_a_day_that_does_not_exist_stays_unanchored() -> None:
    assert anchored("monthday 02 31", Anchor(date(2024, 12, 4))) == ("XXXX-02-31", False)


@pytest.mark.parametrize("step", ["DE -1", "CE -1", "Y -6"])
def test_what_lies_before_the_first_year_stays_unanchored(step: str) -> None:
    assert not anchored(f"shift {step}", Anchor(date(5, 1, 1))).sure


def test_a_feast_before_the_first_year_or_behind_the_last_stays_unanchored() -> None:
    assert not anchored("holiday 12-25 -1", Anchor(date(1, 1, 1))).sure
    assert not anchored("holiday 12-25 1", Anchor(date(9999, 12, 31))).sure
