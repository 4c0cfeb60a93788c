"""A raw input gives its bytes, whether it holds them or names their file."""

from pathlib import Path

import pytest

from lagebild.reading.raw import Raw


def test_bytes_at_hand_and_bytes_of_a_file_are_read_alike(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"Das Eis")
    for raw in (Raw("a", "a", b"Das Eis"), Raw("a", "a", path=file)):
        with raw.opened() as stream:
            assert (stream.read(3), raw.content()) == (b"Das", b"Das Eis")


def test_a_file_that_went_away_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Raw("a", "a", path=tmp_path / "gone").content()
