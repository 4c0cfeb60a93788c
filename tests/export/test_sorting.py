"""Sorting more than memory holds."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.export import sorting
from lagebild.export.sorting import grouped, in_order


def _first(row: list[Any]) -> str:
    return str(row[0])


@given(st.lists(st.tuples(st.text(max_size=2), st.integers()), max_size=40))
def test_rows_come_in_order_and_equal_ones_as_they_came(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("sort")
    found = list(in_order([list(row) for row in rows], scratch=folder, at_once=3))
    assert found == sorted(map(list, rows), key=_first)
    assert list(folder.iterdir()) == []


def test_more_runs_than_may_be_open_are_merged_in_rounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sorting, "FAN", 3)
    rows = [[str(number % 7), number] for number in range(100)]
    assert list(in_order(rows, scratch=tmp_path, at_once=4)) == sorted(rows, key=_first)


def test_rows_are_grouped_by_their_first_value(tmp_path: Path) -> None:
    rows = [["b", 1], ["a", 2], ["b", 3]]
    assert [(key, [row[1] for row in group]) for key, group in grouped(rows, scratch=tmp_path)] == [
        ("a", [2]),
        ("b", [1, 3]),
    ]
