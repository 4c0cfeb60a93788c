"""Questions in SQL."""

from pathlib import Path

import pytest

from lagebild.errors import UsageError
from lagebild.model.codec import encode
from lagebild.model.findings import Findings
from lagebild.store import open_store
from lagebild.store.asking import ask


@pytest.fixture
def base(tmp_path: Path, findings: Findings) -> Path:
    with open_store(tmp_path / "lage.db") as store:
        store.add(encode(findings), engine="test")
    return tmp_path / "lage.db"


def test_a_question_has_columns_and_rows(base: Path) -> None:
    query = "select speaker, count(*) as times from statements group by speaker having times > ?"
    columns, rows = ask(base, query, (1,))
    assert columns == ("speaker", "times")
    assert list(rows) == [("Ada Kroll", 2)]


def test_no_rows_still_have_columns(base: Path) -> None:
    assert ask(base, "select key, day from documents where day > '2099'").columns == ("key", "day")


@pytest.mark.parametrize(
    "query",
    [
        "delete from judgements",
        "update documents set title = 'x'",
        "drop view statements",
        "attach '/etc/passwd' as other",
        "pragma journal_mode = delete",
        "vacuum into '/tmp/x'",
        "create temp table t (a)",
    ],
)
def test_nothing_can_be_changed_and_no_other_file_opened(base: Path, query: str) -> None:
    before = base.read_bytes()
    with pytest.raises(UsageError, match="only questions"):
        list(ask(base, query).rows)
    assert base.read_bytes() == before


@pytest.mark.parametrize("query", ["selct 1", "select * from nowhere", "", "-- nothing", "select ?", "select 'a"])
def test_a_wrong_question_says_what_is_wrong(base: Path, query: str) -> None:
    with pytest.raises(UsageError):
        list(ask(base, query).rows)


def test_a_pragma_that_only_tells_is_allowed(base: Path) -> None:
    names = [row[1] for row in ask(base, "pragma table_info(documents)").rows]
    assert "publisher" in names
