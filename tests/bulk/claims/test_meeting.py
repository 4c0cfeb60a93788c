"""Pairs of tellings meet as they do when all are compared at once, however the rows are cut."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.bulk.claims import meeting
from lagebild.comparison.claims.blocks import REACH


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5), st.integers(0, 40)), unique=True, max_size=60),
    st.integers(1, 70),
)
def test_whoever_is_near_in_a_block_meets(blocks: list[tuple[int, int, int]], at_once: int) -> None:
    rows = np.array(sorted(blocks), dtype=np.int64).reshape(-1, 3)
    expected: set[tuple[int, int]] = set()
    for at, (mark, _, telling) in enumerate(sorted(blocks)):
        for other_mark, _, other in sorted(blocks)[at + 1 : at + 1 + REACH]:
            if mark == other_mark:
                expected.add((telling, other))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(meeting, "AT_ONCE", at_once)
        found = meeting.met(rows).tolist()
    assert found == sorted(map(list, expected))
