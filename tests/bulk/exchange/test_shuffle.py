"""Rows come to the part that they belong to, all of them and sorted, from whatever job."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.bulk.exchange import shuffle
from lagebild.bulk.exchange.shuffle import columns, part_of

numbers = st.integers(-(2**63), 2**63 - 1)


@given(st.lists(st.lists(st.tuples(numbers, numbers), max_size=20), max_size=4), st.integers(1, 5))
def test_no_row_is_lost_or_doubled(
    tmp_path_factory: pytest.TempPathFactory, jobs: list[list[tuple[int, int]]], parts: int
) -> None:
    folder = tmp_path_factory.mktemp("shuffle")
    for number, rows in enumerate(jobs):
        held = columns([row[0] for row in rows], [row[1] for row in rows])
        shuffle.write(folder, number, held, part_of(held[:, 0], parts), parts)
    read = [shuffle.read(folder, part, width=2) for part in range(parts)]
    for part, found in enumerate(read):
        assert found.tolist() == sorted(found.tolist())
        assert set(part_of(found[:, 0], parts).tolist()) <= {part}
    assert sorted(np.concatenate(read).tolist()) == sorted([*row] for rows in jobs for row in rows)
