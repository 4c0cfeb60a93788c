"""Opening: new, old, newer, foreign, broken, locked and read-only files."""

import os
import stat
from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from lagebild.errors import StoreError
from lagebild.model.codec import encode
from lagebild.model.findings import Findings
from lagebild.store import database, migrate, open_store
from lagebild.store.migrate import steps
from lagebild.store.search.finding import find
from lagebild.store.search.kinds import DOCUMENTS
from lagebild.store.search.wanted import Wanted


def test_a_base_is_made_where_there_is_none_and_opened_again(tmp_path: Path) -> None:
    for _ in range(2):
        with open_store(tmp_path / "lage.db") as store:
            assert store.connection.pragma("user_version") == steps()[-1][0]
            assert store.connection.pragma("journal_mode") == "wal"


def test_a_base_is_not_made_when_one_wants_to_read(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no such base.*lagebild add"):
        open_store(tmp_path / "lage.db", write=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("content", "words"), [(b"Kein Datenbank", "no Lagebild base"), (b"\0" * 4096, "no Lagebild")])
def test_a_file_that_is_no_base_is_refused_and_left_alone(tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(content)
    with pytest.raises(StoreError, match=words):
        open_store(file)
    assert file.read_bytes() == content


def test_the_base_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    other = apsw.Connection(str(file))
    other.execute("create table songs (name)")
    other.close()
    before = file.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        open_store(file)
    assert file.read_bytes() == before


def test_an_empty_file_becomes_a_base(tmp_path: Path) -> None:
    (tmp_path / "lage.db").touch()
    with open_store(tmp_path / "lage.db") as store:
        assert list(store.holdings()) == []


def test_a_newer_base_is_refused(tmp_path: Path) -> None:
    with open_store(tmp_path / "lage.db") as store:
        store.connection.pragma("user_version", 999)
    with pytest.raises(StoreError, match="newer Lagebild"):
        open_store(tmp_path / "lage.db")


def test_an_older_base_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = steps()[:1]
    with monkeypatch.context() as old:
        old.setattr(migrate, "steps", lambda: first)
        open_store(tmp_path / "lage.db").close()
    with pytest.raises(StoreError, match="older Lagebild"):
        open_store(tmp_path / "lage.db", write=False)
    with open_store(tmp_path / "lage.db") as store:
        assert store.connection.execute("select count(*) from attributions").fetchone() == (0,)


def test_a_step_that_fails_leaves_the_base_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_store(tmp_path / "lage.db").close()
    number = steps()[-1][0]
    broken = (*steps(), (number + 1, "broken.sql", "create table half (a); select * from nowhere;"))
    with monkeypatch.context() as newer:
        newer.setattr(migrate, "steps", lambda: broken)
        with pytest.raises(StoreError):
            open_store(tmp_path / "lage.db")
    with open_store(tmp_path / "lage.db") as store:
        assert store.connection.pragma("user_version") == number
        assert store.connection.execute("select * from sqlite_schema where name = 'half'").fetchall() == []


def test_a_damaged_base_says_so(tmp_path: Path, findings: Findings) -> None:
    file = tmp_path / "lage.db"
    with open_store(file) as store:
        store.add(encode(findings), engine="test")
    data = bytearray(file.read_bytes())
    data[100:4096] = b"\xff" * 3996
    file.write_bytes(data)
    with pytest.raises(StoreError, match=r"damaged.*backup"):
        open_store(file).holding("d0")


def test_a_locked_base_says_who_waits_for_whom(
    tmp_path: Path, findings: Findings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "WAIT_MS", 20)
    with open_store(tmp_path / "lage.db") as one, open_store(tmp_path / "lage.db") as other:
        one.connection.execute("begin immediate")
        with pytest.raises(StoreError, match="another program is writing"):
            other.add(encode(findings), engine="test")
        assert list(other.holdings()) == []  # readers go on
        one.connection.execute("rollback")
        other.add(encode(findings), engine="test")


def test_a_full_disk_damages_nothing(tmp_path: Path, findings: Findings) -> None:
    with open_store(tmp_path / "lage.db") as store:
        store.connection.pragma("max_page_count", store.connection.pragma("page_count"))
        long = replace(findings, document=replace(findings.document, text=findings.document.text + " Ende." * 20_000))
        with pytest.raises(StoreError, match="disk is full"):
            store.add(encode(long), engine="test")
        store.connection.pragma("max_page_count", 1_000_000)
        store.add(encode(findings), engine="test")
        assert list(store.check()) == []


def numbered(findings: Findings, number: int) -> Findings:
    return replace(findings, document=replace(findings.document, text=f"{findings.document.text} {number}"))


def test_where_the_disk_fills_up_nothing_that_is_not_there_is_said_to_be_safe(
    tmp_path: Path, findings: Findings
) -> None:
    """SQLite takes the whole transaction back then, and with it documents that were written before that."""
    long = replace(findings, document=replace(findings.document, text=findings.document.text + " Ende." * 20_000))
    with open_store(tmp_path / "lage.db") as store:
        store.hold()
        for number in range(3):
            store.add(encode(numbered(findings, number)), engine="test")
        store.connection.pragma("max_page_count", store.connection.pragma("page_count"))
        with pytest.raises(StoreError, match="disk is full"):
            store.add(encode(long), engine="test")
        store.connection.pragma("max_page_count", 1_000_000)
        if store.count() < 3:
            with pytest.raises(StoreError, match="taken back"):
                store.settle()
        store.hold()
        for number in range(5):
            store.add(encode(numbered(findings, number)), engine="test")
        store.settle()
        assert (store.count(), list(store.check())) == (5, [])
        assert len(list(find(store.connection, DOCUMENTS, Wanted(words="Schleuse")).rows)) == 5


def test_a_base_in_a_folder_that_may_not_be_written_can_be_read(tmp_path: Path, findings: Findings) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    with open_store(folder / "lage.db") as store:
        key = store.add(encode(findings), engine="test").key
    (folder / "lage.db").chmod(stat.S_IRUSR)
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with open_store(folder / "lage.db", write=False) as store:
            assert store.holding(key).findings.document.text == findings.document.text
            with pytest.raises(StoreError):
                store.fail("a", "b", source="c")
        if os.geteuid() != 0:
            with pytest.raises(StoreError, match=r"may not be written|cannot be opened"):
                open_store(folder / "lage.db").fail("a", "b", source="c")
    finally:
        folder.chmod(stat.S_IRWXU)


def test_a_folder_is_no_base(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        open_store(tmp_path)
    with pytest.raises(StoreError, match="does not exist"):
        open_store(tmp_path / "nowhere" / "lage.db")
