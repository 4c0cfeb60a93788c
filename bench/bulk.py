"""What a bulk run costs beside pure extraction: processor time, memory of a worker and of the driver, bytes in and out.

    python bench/bulk.py [--sizes N,N,N] [--empty N,N] [--workers N] [--engine NAME]
    python bench/bulk.py --compare local:1,local:2,ray:2 [--sizes N]

Reads articles of the corpora, in shards as users have them. Processor time is counted, not the clock on the wall, so
that a busy machine disturbs little. `--empty` reads short made reports without taking them apart, to see what the
driver holds. `--compare` takes the clock on the wall, with and without what it takes to start and to end the engine,
and so wants a quiet machine. bench/scale.py measures all that docs/scale.md tells.
bench/README.md has the figures.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("LAGEBILD_SHARED", ROOT.parent / "shared"))
CORPUS = SHARED / "corpora" / "derstandard-de.jsonl"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", default="100,300,900", help="numbers of documents that are read")
    parser.add_argument("--empty", default="", help="numbers of documents that are not taken apart")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--engine", default="local")
    parser.add_argument("--compare", default="", help="engines with their workers, by the clock on the wall")
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        what, source, out = options.child
        measure: Any = {"pure": pure, "bulk": bulk, "empty": empty, "searched": searched}[what]
        print(json.dumps(measure(Path(source), Path(out), options.workers, options.engine)))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        if options.compare:
            compare(here, options)
            return 0
        one = asked(options, "bulk", written(here, 1), here / "one")
        for size in map(int, options.sizes.split(",")):
            source = written(here, size)
            alone = asked(options, "pure", source, here / "none")
            run = asked(options, "bulk", source, here / f"out-{size}")
            print(told(size, source, alone, run, one), flush=True)
        for size in map(int, filter(None, options.empty.split(","))):
            run = asked(options, "empty", made(here, size), here / f"empty-{size}")
            print(
                f"{size:>7} documents, not taken apart: driver {run['driver_mb']:.0f} MB, {run['driver_cpu']:.1f} s;"
                f" worker {run['worker_mb']:.0f} MB, {run['worker_cpu']:.1f} s",
                flush=True,
            )
    return 0


def compare(here: Path, options: argparse.Namespace) -> None:
    """Each engine reads the same; the first is what the others are measured by."""
    first: dict[str, Any] = {}
    for size in map(int, options.sizes.split(",")):
        source = written(here, size)
        for name in options.compare.split(","):
            options.engine, _, workers = name.partition(":")
            options.workers = int(workers or 1)
            run = asked(options, "bulk", source, here / f"out-{size}-{name.replace(':', '-')}")
            first = first or run
            print(
                f"{size:>7} documents, {name}: {run['wall']:.1f} s ({first['wall'] / run['wall']:.2f} times the first),"
                f" of which starting {run['start']:.1f} s, ending {run['end']:.1f} s; without these {run['work']:.1f} s"
                f" ({first['work'] / run['work']:.2f} times)",
                flush=True,
            )


def told(size: int, source: Path, alone: dict[str, Any], run: dict[str, Any], one: dict[str, Any]) -> str:
    """The figures of one size; what starting costs is that of a run with one document."""
    worker, driver = run["worker_cpu"] - one["worker_cpu"], run["driver_cpu"] - one["driver_cpu"]
    more = (worker + driver) / alone["cpu"] - 1
    return (
        f"{size:>7} documents, {alone['words']:,} words, {source.stat().st_size:,} bytes: pure {alone['cpu']:.2f} s"
        f" ({alone['words'] / alone['cpu']:,.0f} words/s), bulk {worker:.2f} + {driver:.2f} s ({more:+.1%});"
        f" worker {run['worker_mb']:.0f} MB, driver {run['driver_mb']:.0f} MB, {run['bytes']:,} bytes out;"
        f" wall {run['wall']:.1f} s"
    )


def asked(options: argparse.Namespace, what: str, source: Path, out: Path) -> dict[str, Any]:
    """One measure in a fresh process."""
    return measured(what, source, out, workers=options.workers, engine=options.engine)


def measured(what: str, source: Path, out: Path, *, workers: int = 1, engine: str = "local") -> dict[str, Any]:
    """The same: "pure", "bulk", "empty" or "searched", as the functions below say."""
    command = [sys.executable, __file__, "--workers", str(workers), "--engine", engine]
    done = subprocess.run([*command, "--child", what, str(source), str(out)], check=True, stdout=subprocess.PIPE)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def pure(source: Path, out: Path, workers: int, engine: str) -> dict[str, Any]:
    """Taking the documents apart one after the other, warm, and nothing else."""
    from lagebild.garbage import tables_spared
    from lagebild.model import Document
    from lagebild.pipeline import read_document

    records = [json.loads(line) for line in source.open(encoding="utf-8")]
    documents = [Document(id=record["id"], text=record["text"], language="de") for record in records]
    with tables_spared() as loaded:
        read_document(documents[0])
        loaded()
        began = time.process_time()
        for document in documents:
            read_document(document)
        spent = time.process_time() - began
    return {"cpu": spent, "words": sum(len(document.text.split()) for document in documents)}


def bulk(source: Path, out: Path, workers: int, engine: str, apart: str | None = None) -> dict[str, Any]:
    """A whole run."""
    from lagebild.bulk.beginning import begun
    from lagebild.bulk.carrying import carry_out
    from lagebild.bulk.engines import engine_named
    from lagebild.bulk.map import APART
    from lagebild.intake.limits import Limits
    from lagebild.intake.options import Options

    began = time.monotonic()
    at_work = engine_named(engine, workers=workers, limits=Limits())
    started = time.monotonic()
    try:
        run = begun(out, [str(source)], options=Options(language="de", offline=True))
        carry_out(run, at_work, apart=apart or APART)
    finally:
        done = time.monotonic()
        at_work.close()
    ended = time.monotonic()
    mine, theirs = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "wall": ended - began,
        "start": started - began,
        "work": done - started,
        "end": ended - done,
        "driver_cpu": mine.ru_utime + mine.ru_stime,
        "worker_cpu": theirs.ru_utime + theirs.ru_stime,
        "driver_mb": mine.ru_maxrss / 1024,
        "worker_mb": theirs.ru_maxrss / 1024,
        "bytes": sum(path.stat().st_size for path in out.rglob("*.parquet")),
    }


def searched(source: Path, out: Path, workers: int, engine: str) -> dict[str, Any]:
    """Copies and claims among the documents of a run that is done; the bytes that claims exchange."""
    from lagebild.bulk.claims.finding import find_claims
    from lagebild.bulk.claims.purpose import FIND
    from lagebild.bulk.copies.finding import find_copies
    from lagebild.bulk.engines import engine_named
    from lagebild.bulk.run import opened
    from lagebild.intake.limits import Limits

    del source
    run, spent, exchanged = opened(out), [spent_by_all()], dict[str, int]()

    def watch(step: str, done: int, of: int) -> None:
        folder = out / FIND.work
        for path in folder.glob("*/*") if done == of else ():
            exchanged[str(path)] = path.stat().st_size

    for find in (find_copies, find_claims):
        at_work = engine_named(engine, workers=workers, limits=Limits())
        find(run, at_work, watch=watch)
        at_work.close()
        spent.append(spent_by_all())
    return {
        "copies_cpu": spent[1] - spent[0], "claims_cpu": spent[2] - spent[1], "exchanged": sum(exchanged.values()),
        "driver_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "worker_mb": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
    }  # fmt: skip


def spent_by_all() -> float:
    """Processor time of this process and of its children that have ended."""
    mine, theirs = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return mine.ru_utime + mine.ru_stime + theirs.ru_utime + theirs.ru_stime


def empty(source: Path, out: Path, workers: int, engine: str) -> dict[str, Any]:
    """A run that finds nothing."""
    return bulk(source, out, workers, engine, "tests.bulk.acts:apart")


def written(folder: Path, size: int) -> Path:
    """Articles of the corpus; where there are too few, again with another first sentence."""
    path = folder / f"corpus-{size}.jsonl"
    records = [json.loads(line) for line in CORPUS.open(encoding="utf-8")]
    with path.open("w", encoding="utf-8") as file:
        for number in range(size):
            record = records[number % len(records)]
            again = f"Fassung {number // len(records) + 1}. " if number >= len(records) else ""
            file.write(json.dumps({"id": f"d{number}", "text": again + record["text"]}, ensure_ascii=False) + "\n")
    return path


def made(folder: Path, size: int) -> Path:
    """Short reports that differ in a number."""
    path = folder / f"made-{size}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(size):
            file.write(f'{{"text": "Die Brücke {number} von Husum bleibt gesperrt, sagte die Sprecherin Ute Wald."}}\n')
    return path


if __name__ == "__main__":
    sys.exit(main())
