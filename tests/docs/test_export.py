"""docs/export.md describes every format, column, attribute and option."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import duckdb
import pytest
import rdflib

import lagebild
from lagebild.cli.export import export
from lagebild.export import FORMATS
from lagebild.export import export as written
from lagebild.export.geojson import LAYERS
from lagebild.export.graphml import EDGE, NODE
from lagebild.export.polecat import COLUMNS
from lagebild.model.codec import encode
from lagebild.tables import TABLES, Table
from tests.export.holdings import both

PAGE = (Path(__file__).parents[2] / "docs" / "export.md").read_text("utf-8")


def _section(title: str) -> str:
    """What stands under a heading, up to the next of its level or above."""
    level = re.search(rf"^(#+) {re.escape(title)}$", PAGE, re.M)
    assert level is not None, title
    rest = PAGE[level.end() :]
    following = re.search(rf"^#{{1,{len(level[1])}}} ", rest, re.M)
    return rest[: following.start()] if following else rest


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_its_section(name: str) -> None:
    assert re.search(rf"^## `{name}`", PAGE, re.M)
    assert f"| `{name}` |" in PAGE


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_is_described_as_the_tables_have_it(table: Table) -> None:
    section = _section(f"`{table.name}`")
    assert table.meaning in section
    for column in table.columns:
        assert f"| `{column.name or 'words'}` | {column.kind.value} | {column.meaning} |" in section


def test_every_attribute_of_the_network_and_every_layer_is_described() -> None:
    section = PAGE[PAGE.index("## `graphml`") : PAGE.index("## `geojson`")]
    assert {name for name in (*NODE, *EDGE) if f"`{name}`" not in section} == set()
    maps = PAGE[PAGE.index("## `geojson`") : PAGE.index("## `jsonld`")]
    assert {name for name in LAYERS if f"`{name}.geojson`" not in maps} == set()


def test_every_column_of_polecat_is_described() -> None:
    section = PAGE[PAGE.index("## `polecat`") :]
    assert {name for name in COLUMNS if name not in section} == set()


def test_every_option_is_described() -> None:
    options = {name for item in export.params if isinstance(item, click.Option) for name in item.opts}
    assert {name for name in options if f"`{name}`" not in PAGE} == set()


def _blocks(section: str) -> Iterator[str]:
    """The indented blocks of code of a section."""
    for block in re.findall(r"(?:^    .*\n(?:\n(?=    ))?)+", section, re.M):
        yield re.sub(r"^    ", "", block, flags=re.M)


def test_the_example_in_python_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with lagebild.open("lagebild.db") as base:
        base.store.add(encode(both()[1].findings), engine="test")
    (example,) = re.findall(r"```python\n(.*?)```", PAGE, re.S)
    exec(example, {})
    assert re.fullmatch(r"1 [0-9a-f]{64}\n", capsys.readouterr().out)


def test_the_examples_in_sql_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(both(), format="parquet", out=Path("tables"))
    section = PAGE[PAGE.index("## `parquet`") : PAGE.index("### The tables of")]
    questions = [question for block in _blocks(section) for question in block.split(";") if "select" in question]
    assert len(questions) == 2
    with duckdb.connect() as connection:
        for question in questions:
            assert connection.execute(question).fetchall()


def test_the_example_in_sql_on_csv_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(both(), format="csv", out=Path("tables"))
    (question,) = re.findall(r'duckdb -c "(.*)"', PAGE[PAGE.index("## `csv`") : PAGE.index("## `parquet`")])
    with duckdb.connect() as connection:
        assert connection.execute(question.replace("'accuse'", "'warn'")).fetchall()


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_the_example_in_sparql_answers(tmp_path: Path) -> None:
    written(both(), format="jsonld", out=tmp_path / "out.jsonld")
    graph = rdflib.Graph().parse(tmp_path / "out.jsonld", format="json-ld")
    (question,) = re.findall(r"```sparql\n(.*?)```", PAGE, re.S)
    assert len(list(graph.query(question))) == 2
