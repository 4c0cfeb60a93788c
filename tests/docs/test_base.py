"""docs/base.md knows every table, view and column of a base."""

import re
from pathlib import Path

from lagebild.store import open_store

OWN_TO_SQLITE = re.compile(r"sqlite_|\w+_(data|idx|docsize|content|config)$")
PAGE = (Path(__file__).parents[2] / "docs" / "base.md").read_text("utf-8")


def listed() -> dict[str, list[str]]:
    """Names of tables and views with their columns, as the page has them."""
    rows = re.findall(r"^\| `(\w+)` \|[^|]*\| `([\w ]+)` \|$", PAGE, re.M)
    return {name: columns.split() for name, columns in rows}


def test_every_table_and_view_is_listed_with_its_columns(tmp_path: Path) -> None:
    with open_store(tmp_path / "lage.db") as store:
        query = "select name from sqlite_schema where type in ('table', 'view') and sql not like 'create virtual%'"
        names = [name for (name,) in store.connection.execute(query) if not OWN_TO_SQLITE.match(name)]
        there = {
            name: [row[1] for row in store.connection.execute(f"pragma table_info({name})")] for name in sorted(names)
        }
    assert {name: listed().get(name) for name in there} == there
