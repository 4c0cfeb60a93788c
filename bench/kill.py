"""The kill test: `lagebild add` killed at random moments and resumed; nothing may be lost, nothing may differ.

    python bench/kill.py [--rounds N] [--documents N] [--workers N] [--seed N]

A round adds the documents to a new base and is killed (SIGKILL) at a random moment: in every other round only the
process itself, in the others its children as well. Then the file must be sound, every document that had been
acknowledged must be there, and when the same command is repeated to its end, all tables must hold what they hold after
an undisturbed run, times of adding aside. Rounds have one worker to N in turn, for the content must not depend on it.
bench/README.md has the figures.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import apsw

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("LAGEBILD_SHARED", ROOT.parent / "shared"))
CORPORA = ("derstandard-de.jsonl", "wikinews-de.jsonl", "msn-news-de.jsonl")
TIMES = {"added", "at", "first", "last", "times"}
"""Columns that say when and how often, which differ between runs."""

Content = dict[str, list[str]]


class Round(NamedTuple):
    """What a round has shown; `wrong` is empty where all was well."""

    killed_after: float
    acknowledged: int
    stored: int
    wrong: list[str]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=4)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = written(Path(folder), options.documents)
        began = time.monotonic()
        expected, took = undisturbed(Path(folder), source, workers=options.workers)
        print(
            f"undisturbed: {took:.1f} s, {sum(map(len, expected.values()))} rows in {len(expected)} tables", flush=True
        )
        wrong = killed_early = 0
        lot = random.Random(options.seed)
        for number in range(options.rounds):
            workers = number % options.workers + 1
            shown = played(Path(folder), source, expected, number, lot.uniform(0, took), workers=workers)
            killed_early += not shown.acknowledged
            wrong += bool(shown.wrong)
            print(
                f"round {number + 1:>2}: killed after {shown.killed_after:.2f} s,",
                f"{shown.acknowledged:>3} acknowledged,",
                f"{shown.stored:>3} stored, {'; '.join(shown.wrong) or 'resumed to the same content'}",
                flush=True,
            )
        took = time.monotonic() - began
        early = f"{killed_early} were killed before the first document"
        print(f"{options.rounds} rounds in {took:.0f} s: {wrong} went wrong; {early}")
    return 1 if wrong else 0


def undisturbed(folder: Path, source: Path, *, workers: int) -> tuple[Content, float]:
    """What the tables hold after a run that nobody disturbs, and how long that takes."""
    base = folder / "undisturbed.db"
    began = time.monotonic()
    subprocess.run(command(source, base, workers), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return content(base), time.monotonic() - began


def played(folder: Path, source: Path, expected: Content, number: int, moment: float, *, workers: int) -> Round:
    """One round: added and killed at that moment, looked at, resumed, compared."""
    base, lines = folder / f"round-{number}.db", folder / "acknowledged.jsonl"
    with lines.open("wb") as out:
        began = time.monotonic()
        adding = subprocess.Popen(command(source, base, workers), stdout=out, stderr=subprocess.DEVNULL)
        with suppress(subprocess.TimeoutExpired):
            adding.wait(timeout=moment)
        children = children_of(adding.pid) if number % 2 else []
        adding.kill()
        for child in children:
            kill(child)
        adding.wait()
        after = time.monotonic() - began
    acknowledged = keys_told(lines)
    stored, wrong = looked_at(base, acknowledged)
    subprocess.run(command(source, base, workers), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    wrong += [f"{table} differs" for table in differing(content(base), expected)]
    for file in folder.glob(f"{base.name}*"):
        file.unlink()
    return Round(after, len(acknowledged), stored, wrong)


def looked_at(base: Path, acknowledged: list[str]) -> tuple[int, list[str]]:
    """How many documents the killed run left, and what is wrong with the file."""
    if not base.exists():
        return 0, [f"{len(acknowledged)} acknowledged, but there is no file"] if acknowledged else []
    connection = apsw.Connection(str(base))
    try:
        told = [row[0] for row in connection.execute("pragma integrity_check")]
        wrong = [] if told == ["ok"] else [f"integrity_check: {told[:3]}"]
        try:
            there = {row[0] for row in connection.execute("select key from documents")}
        except apsw.SQLError:  # killed before the tables were made
            there = set()
        lost = set(acknowledged) - there
        return len(there), [*wrong, *([f"{len(lost)} acknowledged are lost"] if lost else [])]
    finally:
        connection.close()


def keys_told(lines: Path) -> list[str]:
    """The keys of the documents that the run told of, each on a line that was finished."""
    whole = lines.read_bytes().rpartition(b"\n")[0]
    return [json.loads(line)["key"] for line in whole.splitlines()]


def differing(one: Content, other: Content) -> list[str]:
    return sorted(table for table in one.keys() | other.keys() if one.get(table) != other.get(table))


def content(base: Path) -> Content:
    """All rows of all tables, sorted, without the times; the insides of search indexes aside, whose content is told."""
    connection = apsw.Connection(str(base), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        names = [row[0] for row in connection.execute("select name from sqlite_schema where type = 'table'")]
        indexes = [
            row[0]
            for row in connection.execute("select name from sqlite_schema where sql like 'create virtual table%'")
        ]
        inside = tuple(f"{index}_" for index in indexes)
        return {
            name: sorted(rows(connection, name))
            for name in names
            if not name.startswith(("sqlite_", *inside)) and name not in indexes
        }
    finally:
        connection.close()


def rows(connection: apsw.Connection, table: str) -> Iterator[str]:
    columns = [row[1] for row in connection.execute(f"pragma table_xinfo('{table}')") if row[1] not in TIMES]
    listed = ", ".join(f'"{column}"' for column in columns)
    for row in connection.execute(f'select {listed} from "{table}"'):
        yield repr(row)


def command(source: Path, base: Path, workers: int) -> list[str]:
    options = ["--db", str(base), "--jsonl", "--quiet", "--workers", str(workers)]
    return [sys.executable, "-m", "lagebild", "add", str(source), *options]


def children_of(process: int) -> list[int]:
    """Where the system has /proc; elsewhere children are left to end by themselves, as in the other rounds."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if parent == process:
            found.append(int(stat.parent.name))
    return found


def kill(process: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


def written(folder: Path, number: int) -> Path:
    """A folder with that many documents: a file of records, a third of them as files, and a few that cannot be read."""
    reports = folder / "reports"
    reports.mkdir()
    records = list(taken(number))
    alone = records[::3]
    for record in alone:
        (reports / f"{record['id']}.txt").write_text(record["text"], "utf-8")
    lines = [json.dumps(record) for at, record in enumerate(records) if at % 3]
    lines.insert(len(lines) // 2, '{"id": "broken", "text": ""}')
    (reports / "records.jsonl").write_text("\n".join(lines), "utf-8")
    (reports / "empty.txt").touch()
    return reports


def taken(number: int) -> list[dict[str, Any]]:
    """The shortest reports of the corpora, of which a run kills more; made ones where the corpora are not here."""
    found: list[dict[str, Any]] = []
    for name in CORPORA:
        corpus = SHARED / "corpora" / name
        if corpus.is_file():
            with corpus.open(encoding="utf-8") as lines:
                found += [json.loads(line) for line in lines]
    whole = sorted((record for record in found if len(record["text"]) > 300), key=lambda record: len(record["text"]))
    return [{**record, "id": f"{at:04}"} for at, record in enumerate(whole[:number] or made(number))]


def made(number: int) -> list[dict[str, Any]]:
    """Short reports that differ in a name, a number and a day."""
    names = ("Ute Wald", "Jens Holm", "Ada Kroll", "Tomas Verbeek", "Clara Wenden")
    text = (
        "Die Brücke von Husum bleibt {days} Tage gesperrt, sagte die Sprecherin {name} am Montag. Rund {boats} Boote "
        "warteten, erklärte sie. Das Eis sei zu dick, warnte der Bootsmann.\n"
    )
    return [
        {"id": str(at), "text": text.format(days=at + 2, name=names[at % 5], boats=40 + at), "date": "2031-01-08"}
        for at in range(number)
    ]


if __name__ == "__main__":
    sys.exit(main())
