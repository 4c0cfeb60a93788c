"""Who came first."""

from datetime import date

import pytest

from lagebild.comparison.copies.precedence import Because, First, Release, first_of

MONDAY, TUESDAY = date(2031, 1, 6), date(2031, 1, 7)


@pytest.mark.parametrize(
    ("releases", "first"),
    [
        ([Release("a", TUESDAY), Release("b", MONDAY)], First(("b",), Because.DATE, 0)),
        ([Release("a", MONDAY), Release("b", MONDAY, by_agency=True)], First(("b",), Because.AGENCY, 0)),
        ([Release("a", MONDAY), Release("b", TUESDAY, by_agency=True)], First(("a",), Because.DATE, 0)),
        ([Release("b", MONDAY), Release("a", MONDAY)], First(("a", "b"), Because.TIE, 0)),
        ([Release("b", None), Release("a", TUESDAY)], First(("a",), Because.DATE, 1)),
        ([Release("b", None), Release("a", None)], First(("a", "b"), Because.TIE, 0)),
        ([Release("b", None, by_agency=True), Release("a", None)], First(("b",), Because.AGENCY, 0)),
        (
            [Release("c", MONDAY, by_agency=True), Release("a", MONDAY), Release("b", MONDAY, by_agency=True)],
            First(("b", "c"), Because.TIE, 0),
        ),
    ],
)
def test_the_earliest_day_comes_first_then_the_agency_and_ties_are_told(releases: list[Release], first: First) -> None:
    assert first_of(releases) == first_of(reversed(releases)) == first
