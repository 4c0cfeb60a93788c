"""What a bulk run has read goes into a base as if it had been read there."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw
import pytest

import lagebild
from lagebild.bulk.engine import Engine
from lagebild.bulk.engines import engine_named
from lagebild.bulk.folder import Folder
from lagebild.bulk.map import APART
from lagebild.errors import BulkError
from tests.bulk.runs import LIMITS, done

TEXTS = (
    "Die Brücke von Husum bleibt zu, sagte die Sprecherin Ute Wald am Montag. Rund 40 Boote warteten, erklärte sie.",
    "Russland hat 2.400 Drohnen an den Iran geliefert. Dafür erhält es Öl, wie der Minister Jens Holm mitteilte.",
    "Der Hafen bleibt zu, sagte Jens Holm. „Das Eis ist zu dick“, warnte der Bootsmann Ada Kroll.",
)
TIMES = {"added", "at", "first", "last", "times"}


@pytest.fixture
def engine() -> Iterator[Engine]:
    with closing(engine_named("local", workers=1, limits=LIMITS)) as made:
        yield made


@pytest.fixture
def source(tmp_path: Path) -> Path:
    records = [{"id": f"b{number}", "text": text, "date": "2031-01-08"} for number, text in enumerate(TEXTS)]
    path = tmp_path / "berichte.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in [*records, {"title": "leer"}]), "utf-8")
    return path


def content(base: Path) -> dict[str, list[str]]:
    """All rows of all tables that are no insides of an index, without times."""
    with closing(apsw.Connection(str(base), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
        schema = list(connection.execute("select name, sql from sqlite_schema where type = 'table'"))
        indexes = tuple(name for name, sql in schema if sql and sql.startswith("create virtual"))
        held = {}
        for name, _ in schema:
            if name.startswith(("sqlite_", *(f"{index}_" for index in indexes))) or name in indexes:
                continue
            columns = [row[1] for row in connection.execute(f"pragma table_xinfo('{name}')") if row[1] not in TIMES]
            listed = ", ".join(f'"{column}"' for column in columns)
            held[name] = sorted(repr(row) for row in connection.execute(f'select {listed} from "{name}"'))
        return held


def test_a_base_holds_the_same_as_if_it_had_read_the_inputs(source: Path, tmp_path: Path, engine: Engine) -> None:
    done(tmp_path / "result", source, engine, apart=APART)
    with lagebild.open(tmp_path / "bulk.db") as base:
        tally = base.add(str(tmp_path / "result"))
        assert (tally.added, tally.failed) == (3, 1)
        assert list(base.check()) == []
        again = base.add(str(tmp_path / "result"))
        assert (again.added, again.documents) == (0, 3)
    with lagebild.open(tmp_path / "add.db") as base:
        base.add(str(source), workers=1)
    assert content(tmp_path / "bulk.db") == content(tmp_path / "add.db")


def test_results_and_other_sources_can_be_named_together(source: Path, tmp_path: Path, engine: Engine) -> None:
    done(tmp_path / "result", source, engine, apart=APART)
    (tmp_path / "neu.txt").write_text("Die Elbe steigt, sagte Ada Kroll.", "utf-8")
    with lagebild.open(tmp_path / "base.db") as base:
        tally = base.add(str(source), str(tmp_path / "result"), str(tmp_path / "neu.txt"), workers=1)
    assert (tally.added, tally.documents, tally.failed) == (4, 7, 2)


def test_finished_shards_of_a_run_under_way_are_taken(source: Path, tmp_path: Path, engine: Engine) -> None:
    done(tmp_path / "result", source, engine, apart=APART)
    folder = Folder(tmp_path / "result")
    folder.manifest.unlink()
    folder.mark(1).unlink()
    with lagebild.open(tmp_path / "base.db") as base:
        assert 0 < base.add(str(tmp_path / "result")).added < 3


def test_a_damaged_file_is_told_with_what_to_do(source: Path, tmp_path: Path, engine: Engine) -> None:
    done(tmp_path / "result", source, engine, apart=APART)
    Folder(tmp_path / "result").table("findings", 0).write_bytes(b"PAR1")
    with lagebild.open(tmp_path / "base.db") as base, pytest.raises(BulkError, match=r"is damaged.*go on with the run"):
        base.add(str(tmp_path / "result"))
