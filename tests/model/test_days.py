"""The days that a time expression covers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.model.days import days_of, days_of_value
from lagebild.model.span import Span
from lagebild.model.timex import Timex


def timex(value: str | None, *, type: str = "DATE", anchored: bool = True, begin: str | None = None) -> Timex:
    return Timex(Span(0, 1), type, value, "day", anchored, None, "rule", 0.9, begin=begin)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2031-03-12", "2031-03-12", "2031-03-12"),
        ("2031-03-12TMO", "2031-03-12", "2031-03-12"),
        ("2031-W11", "2031-03-10", "2031-03-16"),
        ("2031-W11-WE", "2031-03-15", "2031-03-16"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("2031-Q4", "2031-10-01", "2031-12-31"),
        ("2031-H2", "2031-07-01", "2031-12-31"),
        ("2031-WI", "2031-12-01", "2032-02-29"),
        ("2031-SU", "2031-06-01", "2031-08-31"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("203", "2030-01-01", "2039-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
    ],
)
def test_a_value_covers_its_days_at_its_own_precision(value: str, first: str, last: str) -> None:
    assert days_of_value(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", [None, "PAST_REF", "P2Y", "XXXX-WXX-3", "2031-02-30", "2031-W60", "0000", "T10:00"])
def test_what_names_no_days_has_none(value: str | None) -> None:
    assert days_of_value(value) is None


def test_a_stretch_reaches_from_its_begin_to_its_end() -> None:
    since = timex("P2Y", type="DURATION", begin="2029-03")
    assert days_of(since) == (date(2029, 3, 1), date(2029, 3, 31))


def test_what_is_not_anchored_or_comes_again_has_no_days() -> None:
    assert days_of(timex("2031", anchored=False)) is None
    assert days_of(timex("2031-03", type="SET")) is None


@given(st.text(alphabet="0123456789-TWQHSPUFAIXE", max_size=12))
def test_any_value_gives_days_in_order_or_none(value: str) -> None:
    days = days_of_value(value)
    assert days is None or days[0] <= days[1]
