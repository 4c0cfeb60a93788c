"""A spool gives back what was kept, also where the last frame was torn."""

from pathlib import Path

import pytest

from lagebild.bulk.spool import Spool
from lagebild.intake.frames import Frame


def _kept(path: Path, *numbers: int) -> None:
    with Spool(path) as spool:
        for number in numbers:
            spool.keep(Frame({"number": number, "kind": "found"}, f"Fund {number}".encode()))


def test_what_was_kept_is_given_back_in_its_order(tmp_path: Path) -> None:
    _kept(tmp_path / "spool", 0, 1, 3)
    with Spool(tmp_path / "spool") as spool:
        known = [spool.of(number) for number in range(5)]
    assert [frame and frame.payload for frame in known] == [b"Fund 0", b"Fund 1", None, b"Fund 3", None]


@pytest.mark.parametrize("torn", [1, 7, 20])
def test_a_torn_end_is_dropped_and_the_next_stands_in_its_place(tmp_path: Path, torn: int) -> None:
    path = tmp_path / "spool"
    _kept(path, 0, 1, 2)
    path.write_bytes(path.read_bytes()[:-torn])
    with Spool(path) as spool:
        assert spool.of(0)
        assert spool.of(1)
        assert spool.of(2) is None
        spool.keep(Frame({"number": 2, "kind": "found"}, b"neu"))
    with Spool(path) as spool:
        last = [spool.of(number) for number in range(3)][2]
    assert last is not None
    assert last.payload == b"neu"
