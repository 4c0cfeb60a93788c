"""Backups while the base is in use."""

from pathlib import Path

import pytest

from lagebild.errors import StoreError
from lagebild.model.codec import encode
from lagebild.model.findings import Findings
from lagebild.store import open_store


def test_a_backup_is_the_base_and_needs_no_second_file(tmp_path: Path, findings: Findings) -> None:
    with open_store(tmp_path / "lage.db") as store, open_store(tmp_path / "lage.db") as other:
        key = store.add(encode(findings), engine="test").key
        told: list[tuple[int, int]] = []
        other.back_up(tmp_path / "copy.db", progress=lambda left, all: told.append((left, all)))
    assert told[-1][0] == 0
    assert {file.name for file in tmp_path.iterdir()} == {"lage.db", "copy.db"}
    with open_store(tmp_path / "copy.db") as copy:
        assert copy.holding(key).findings.document.text == findings.document.text
        assert list(copy.check()) == []


def test_a_backup_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("mine", "utf-8")
    with open_store(tmp_path / "lage.db") as store:
        with pytest.raises(StoreError, match="is there already"):
            store.back_up(tmp_path / "copy.db")
        with pytest.raises(StoreError, match="does not exist"):
            store.back_up(tmp_path / "nowhere" / "copy.db")
    assert (tmp_path / "copy.db").read_text("utf-8") == "mine"
