"""How fast Lagebild reads, how soon it starts, how much memory it takes; bench/README.md says what each figure means.

    python bench/speed.py [--limit N] [--runs N] [--json]

Nothing here passes or fails: figures depend on the machine, so they are for reading side by side.
"""

import argparse
import functools
import importlib
import json
import os
import pkgutil
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("LAGEBILD_SHARED", ROOT.parent / "shared"))
CORPUS = SHARED / "corpora" / "derstandard-de.jsonl"
LIMIT = 200
RUNS = 3
STARTS = 7

REPORT = """Minister reist an die Grenze

Die Regierung in Bernau hat rund 4.000 Soldaten an die Grenze verlegt, unter ihnen etwa 300 Pioniere. "Wir bleiben,
solange es nötig ist", sagte Verteidigungsminister Karl Musterfrau am Dienstag
nach einem Treffen mit den Bürgermeistern.
Die Opposition warf ihm vor, das Parlament übergangen zu haben. Er habe niemanden gefragt, kritisierte ihr Sprecher.
"""


class Clock:
    """Own time by step: what a step spends in another timed step counts for that one."""

    def __init__(self) -> None:
        self.own: dict[str, float] = {}
        self._inner: list[float] = []

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        began = time.process_time()
        self._inner.append(0.0)
        try:
            yield
        finally:
            spent = time.process_time() - began
            inner = self._inner.pop()
            self.own[name] = self.own.get(name, 0.0) + spent - inner
            if self._inner:
                self._inner[-1] += spent

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def run(*arguments: Any, **named: Any) -> Any:
            with self.step(name):
                return function(*arguments, **named)

        return run


def documents(limit: int) -> list[dict[str, Any]]:
    with CORPUS.open(encoding="utf-8") as lines:
        return [json.loads(line) for _, line in zip(range(limit), lines, strict=False)]


def words_in(records: list[dict[str, Any]]) -> int:
    return sum(len(record["text"].split()) for record in records)


def measure_reading(limit: int) -> dict[str, Any]:
    """One pass over the corpus in this process, timed as a whole, as `lagebild read` goes about it."""
    from lagebild.garbage import tables_spared
    from lagebild.model import Document
    from lagebild.pipeline import read_document

    records = documents(limit)
    inputs = [Document(id=record["id"], text=record["text"], language="de") for record in records]
    with tables_spared() as loaded:
        began = time.perf_counter()
        read_document(inputs[0])
        warm_up = time.perf_counter() - began
        loaded()
        wall, cpu = time.perf_counter(), time.process_time()
        for document in inputs:
            read_document(document)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    words = words_in(records)
    return {
        "documents": len(records),
        "words": words,
        "words_per_second": words / wall,
        "words_per_cpu_second": words / cpu,
        "first_document_s": warm_up,
        "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def measure_steps(limit: int) -> dict[str, Any]:
    """One pass with a clock around every step; the clocks cost a little, so this is not the pass that is reported."""
    clock = Clock()
    _wrap_analysis(clock)
    extract = importlib.import_module("lagebild.extraction.extract")
    vars(extract)["STAGES"] = tuple(clock.timed(stage.__name__, stage) for stage in vars(extract)["STAGES"])
    from lagebild.garbage import tables_spared
    from lagebild.model import Document
    from lagebild.pipeline import read_document

    records = documents(limit)
    with tables_spared() as loaded:
        read_document(Document(id="first", text=REPORT, language="de"))
        loaded()
        clock.own.clear()
        for record in records:
            with clock.step("(rest)"):
                read_document(Document(id=record["id"], text=record["text"], language="de"))
    words = words_in(records)
    return {name: spent / words * 1e6 for name, spent in sorted(clock.own.items(), key=lambda item: -item[1])}


def _wrap_analysis(clock: Clock) -> None:
    """Put a clock around each function that one analysis module borrows from another, and around tagging."""
    package = importlib.import_module("lagebild.analysis")
    names = [found.name for found in pkgutil.walk_packages(package.__path__, "lagebild.analysis.")]
    modules = [importlib.import_module(name) for name in names if not name.endswith(("spacy", "spacy_engine"))]
    for module in modules:
        for name, value in list(vars(module).items()):
            home = getattr(value, "__module__", "") or ""
            borrowed = home.startswith("lagebild.analysis.") and home != module.__name__
            if borrowed and callable(value) and not isinstance(value, type) and name.split("_")[0] in _STEPS:
                setattr(module, name, clock.timed(name, value))
    tagger = importlib.import_module("lagebild.analysis.tagger").Tagger
    tagger.tag = clock.timed("tag", tagger.tag)


_STEPS = {"furniture", "quotations", "split", "tokenise", "find", "analyse"}


def measure_start(runs: int) -> dict[str, float]:
    """Wall time of the command on one short report, beside that of an interpreter that does nothing.

    An installed package has its modules compiled; here they are for these runs, in a folder of their own.
    """
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.txt"
        report.write_text(REPORT, encoding="utf-8")
        read = [sys.executable, "-m", "lagebild", "read", str(report), "--json", "--date", "2024-12-04"]
        compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        compiled["PYTHONPYCACHEPREFIX"] = folder
        _wall(read, compiled)
        return {
            "read_s": statistics.median(_wall(read, compiled) for _ in range(runs)),
            "python_s": statistics.median(_wall([sys.executable, "-c", "pass"], compiled) for _ in range(runs)),
        }


def _wall(command: list[str], environment: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - began


def measure_yardstick(limit: int) -> dict[str, float] | None:
    """spaCy's blank German tokenizer over the same texts: no analysis at all, only tokens. None without spaCy."""
    try:
        import spacy
    except ImportError:
        return None
    tokenizer = spacy.blank("de").tokenizer
    records = documents(limit)
    began = time.perf_counter()
    tokens = sum(len(tokenizer(record["text"])) for record in records)
    spent = time.perf_counter() - began
    return {"words_per_second": words_in(records) / spent, "tokens_per_second": tokens / spent}


MEASURES: dict[str, Callable[[int], Any]] = {
    "reading": measure_reading,
    "steps": measure_steps,
    "yardstick": measure_yardstick,
}


def in_child(measure: str, limit: int) -> Any:
    """One measure in a fresh process, so that memory and caches are its own."""
    command = [sys.executable, __file__, "--child", measure, "--limit", str(limit)]
    finished = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(finished.stdout)


def median_of(results: list[dict[str, Any]]) -> dict[str, Any]:
    return {key: statistics.median(result[key] for result in results) for key in results[0]}


def measure_all(limit: int, runs: int) -> dict[str, Any]:
    return {
        "python": sys.version.split()[0],
        "reading": median_of([in_child("reading", limit) for _ in range(runs)]),
        "start": measure_start(STARTS),
        "steps_us_per_word": in_child("steps", limit),
        "yardstick": in_child("yardstick", limit),
    }


def table(result: dict[str, Any], runs: int) -> str:
    reading, start, steps, yardstick = (result[key] for key in ("reading", "start", "steps_us_per_word", "yardstick"))
    by_cpu = f"{reading['words_per_cpu_second']:,.0f} by CPU time"
    rows = [
        f"{reading['documents']:.0f} documents, {reading['words']:,.0f} words, Python {result['python']}, {runs} runs",
        "",
        _row("reading", f"{reading['words_per_second']:,.0f} words/s", by_cpu),
        _row("first document", f"{reading['first_document_s']:.2f} s", "loads the resources"),
        _row("peak memory", f"{reading['peak_memory_mb']:.0f} MB"),
        _row(
            "start-up",
            f"{start['read_s']:.2f} s",
            f"`lagebild read`, one report; bare Python {start['python_s']:.2f} s",
        ),
    ]
    if yardstick:
        rows.append(
            _row("yardstick", f"{yardstick['words_per_second']:,.0f} words/s", "spaCy's blank German tokenizer")
        )
    total = sum(steps.values())
    rows += ["", f"step                      µs/word   share   (sum {total:.1f})"]
    rows += [f"{name:<24} {spent:>8.2f} {spent / total:>7.1%}" for name, spent in steps.items()]
    return "\n".join(rows)


def _row(name: str, figure: str, note: str = "") -> str:
    return f"{name:<16} {figure:>16}   {note}".rstrip()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--limit", type=int, default=LIMIT, metavar="N", help=f"documents to read (default {LIMIT})")
    parser.add_argument(
        "--runs", type=int, default=RUNS, metavar="N", help=f"passes to take the median of (default {RUNS})"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of the table")
    parser.add_argument("--child", choices=MEASURES, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not CORPUS.is_file():
        print(
            f"there is no {CORPUS.name} under {SHARED}: set LAGEBILD_SHARED to the folder that holds corpora/",
            file=sys.stderr,
        )
        return 2
    if options.child:
        print(json.dumps(MEASURES[options.child](options.limit)))
        return 0
    result = measure_all(options.limit, options.runs)
    print(json.dumps(result, indent=2) if options.json else table(result, options.runs))
    return 0


if __name__ == "__main__":
    sys.exit(main())
