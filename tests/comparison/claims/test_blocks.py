"""Blocks: which tellings are worth comparing."""

import pytest

from lagebild.comparison.claims.blocks import REACH, candidates


@pytest.mark.parametrize("size", [10, 100, 1000])
def test_a_block_of_any_size_costs_no_more_than_its_number_times_its_reach(size: int) -> None:
    found = list(candidates([["SEND RUS"]] * size))
    assert len(found) <= size * REACH
    assert all(0 < other - one <= REACH for one, other in found)


def test_whoever_meets_in_several_blocks_is_compared_once() -> None:
    assert list(candidates([["SEND RUS", "RUS Strom"], ["Staudamm"], ["SEND RUS", "RUS Strom"]])) == [(0, 2)]
