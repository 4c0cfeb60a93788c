"""Memory does not grow with the number of documents."""

import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lagebild.export import FORMATS, export, parquet, sorting
from lagebild.model.holding import Holding
from tests.export.holdings import first


def _many(number: int) -> Iterator[Holding]:
    for place in range(number):
        yield replace(first(), key=f"d{place:016x}")


def _peak(name: str, number: int, out: Path) -> int:
    tracemalloc.start()
    export(_many(number), format=name, out=out)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMATS)
def test_ten_times_as_many_documents_take_no_more(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "GROUP", 100)
    monkeypatch.setattr(sorting.in_order, "__kwdefaults__", {"at_once": 100})
    _peak(name, 10, tmp_path / "warm")
    few, many = _peak(name, 300, tmp_path / "few"), _peak(name, 3000, tmp_path / "many")
    # Each file being written holds back up to 64 kB, and a place on the map a reference to each place that tells it.
    assert many < few + 3_000_000
