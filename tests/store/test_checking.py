"""`check` sees what is not as it was stored."""

from pathlib import Path

import pytest

from lagebild.model.codec import encode
from lagebild.model.findings import Findings
from lagebild.store import open_store


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("update attributions set speaker = 'Jemand'", "rows in attributions"),
        ("delete from timexes", "rows in timexes"),
        ("drop trigger texts_stay; update pages set text = replace(text, 'nicht', 'gern')", "not the one that was"),
        ("drop trigger texts_are_kept; delete from pages", "text is missing"),
        ("update pages set found = x'00'", "cannot be read"),
        ("delete from texts", "a search does not find it"),
        ("delete from vocabulary where word = 'bootsmann'", "a search does not find it"),
        ("delete from names where name = 'Ada Kroll'", "a search does not find it"),
    ],
)
def test_harm_done_behind_our_back_is_found(tmp_path: Path, findings: Findings, harm: str, said: str) -> None:
    with open_store(tmp_path / "lage.db") as store:
        key = store.add(encode(findings), engine="test").key
        assert list(store.check()) == []
        store.connection.execute(harm)
        problems = list(store.check())
        assert [problem.document for problem in problems] == [key]
        assert said in problems[0].what


def test_rereading_mends_rows(tmp_path: Path, findings: Findings) -> None:
    with open_store(tmp_path / "lage.db") as store:
        key = store.add(encode(findings), engine="test").key
        store.connection.execute("delete from attributions")
        store.reread(key, encode(findings), engine="test")
        assert list(store.check()) == []
