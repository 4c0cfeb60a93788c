"""Blocks: which tellings are worth comparing."""

import pytest

from lagebild.comparison.claims.blocks import REACH, STRONG, candidates, worth


@pytest.mark.parametrize("size", [10, 100, 1000])
def test_a_block_of_any_size_costs_no_more_than_its_number_times_its_reach(size: int) -> None:
    found = list(candidates([[f"{STRONG}SEND RUS"]] * size))
    assert len(found) <= size * REACH
    assert all(0 < other - one <= REACH for one, other in found)


def test_two_that_meet_once_in_a_weak_block_are_not_compared() -> None:
    assert list(candidates([["RUS Staudamm"], ["RUS Staudamm"]])) == []
    assert list(candidates([["RUS Staudamm", "RUS Strom"], ["RUS Staudamm", "RUS Strom"]])) == [(0, 1)]
    assert worth("RUS Staudamm") < worth(f"{STRONG}SEND RUS")
