"""A file of a shard is there whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lagebild.bulk.folder import Folder
from lagebild.bulk.records import FAILURES
from lagebild.bulk.sheets import written
from lagebild.tables import Row


def test_a_table_that_fails_half_way_leaves_no_file(tmp_path: Path) -> None:
    def rows() -> Iterator[Row]:
        yield ("a.jsonl, line 1", "is no report", "failed", "", "a.jsonl")
        raise OSError("no space")

    folder = Folder(tmp_path)
    with pytest.raises(OSError, match="no space"):
        written(FAILURES, folder, 0, rows())
    assert list(folder.table(FAILURES.name, 0).parent.iterdir()) == []
