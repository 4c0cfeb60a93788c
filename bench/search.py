"""How a base of many documents answers: size on disk, time of filtered full-text queries, memory of a query.

    python bench/search.py [--documents N] [--articles N] [--queries N] [--base FILE]

Articles of the corpora are read once; each document of the base has the findings of one of them, and its text with most
words exchanged for others of the corpora that are as long, so that findings and frequencies are real and no two texts
are alike. A base that is there already (--base) is asked as it is. Nothing here passes or fails.
"""

import argparse
import json
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import lagebild
from lagebild.model.document import Document
from lagebild.model.findings import Findings
from lagebild.model.packing import packed
from lagebild.store import open_store
from lagebild.store.search.finding import find, kind_for
from lagebild.store.search.wanted import Wanted

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("LAGEBILD_SHARED", ROOT.parent / "shared"))
CORPORA = ("derstandard-de.jsonl", "wikinews-de.jsonl")
HOUSES = [f"Blatt {number}" for number in range(40)]
FIRST = date(2014, 1, 1)
DAYS = 4000
TOGETHER = 16
"""Documents to a transaction, as `lagebild add` has them."""
EXCHANGED = 0.7
"""Share of the words that are exchanged."""
WORD = re.compile(r"[^\W\d_]+")
WORDS = (
    "Atom", "Raketen", "Sanktionen", "Flüchtlinge", "Regierung", "Merkel", "Wahl", "Polizei", "Griechenland", "Euro",
    "Bank", "Gericht", "Krieg", "Angriff", "Gas", "Türkei", "Soldaten", "Haushalt", "Klima", "Ministerium", "Präsident",
    "Kommission", "Parlament", "Verhandlungen", "Abkommen", "suedkorea", "strasse",
)  # fmt: skip
PHRASES = ('"des Landes"', '"der Europäischen Union"', '"in der Nacht"', '"nach Angaben"', '"vor Gericht"')
SPEAKERS = ("Merkel", "Obama", "Polizei", "Kommission", "Sprecher", "Minister")
SIDES = ("RUS", "USA", "DEU", "EU", "Ukraine", "Griechenland")


def articles(count: int) -> list[Findings]:
    """So many articles of the corpora, read."""
    records: list[dict[str, Any]] = []
    for name in CORPORA:
        lines = (SHARED / "corpora" / name).read_text("utf-8").splitlines()
        records += [json.loads(line) for line in lines[: count // len(CORPORA)]]
    return [lagebild.read(record["text"], language="de", date="2016-06-01") for record in records]


def documents(
    read: list[Findings], count: int, *, exchanged: float = EXCHANGED, first: date = FIRST, days: int = DAYS
) -> Iterator[Findings]:
    """So many findings, each of a text of its own, in which that share of the words is exchanged; published within so
    many days from the first."""
    chance = random.Random(1)
    pools: dict[tuple[int, bool], list[str]] = {}
    for item in read:
        for word in WORD.findall(item.document.text):
            pools.setdefault((len(word), word[0].isupper()), []).append(word)

    def other(found: re.Match[str]) -> str:
        word = found[0]
        return chance.choice(pools[len(word), word[0].isupper()]) if chance.random() < exchanged else word

    for number in range(count):
        item = read[number % len(read)]
        text = WORD.sub(other, item.document.text)
        document = Document(
            id=str(number),
            text=text,
            language="de",
            title=text[:60],
            date=first + timedelta(chance.randrange(days)),
            publisher=chance.choice(HOUSES),
        )
        yield replace(item, document=document, analysis=None)


def questions(count: int) -> list[tuple[str | None, Wanted]]:
    """So many queries as people ask them: words and filters mixed."""
    chance = random.Random(2)
    asked: list[tuple[str | None, Wanted]] = []
    for _ in range(count):
        since = FIRST + timedelta(chance.randrange(DAYS))
        span = {"since": since, "until": since + timedelta(chance.choice((30, 365)))} if chance.random() < 0.5 else {}
        words = " ".join(chance.sample(WORDS, chance.choice((1, 1, 2))))
        asked.append(
            chance.choice(
                (
                    ("documents", Wanted(words=words, **span)),
                    ("documents", Wanted(words=chance.choice(PHRASES), publishers=(chance.choice(HOUSES),), **span)),
                    ("statements", Wanted(words=chance.choice(WORDS), speakers=(chance.choice(SPEAKERS),), **span)),
                    ("statements", Wanted(words=words, acts=(chance.choice(("say", "warn", "demand")),), **span)),
                    ("events", Wanted(words=chance.choice(WORDS), actors=(chance.choice(SIDES),), **span)),
                    ("events", Wanted(actors=(chance.choice(SIDES),), types=("CONSULT",), happened=True, **span)),
                    ("figures", Wanted(words=chance.choice(("Soldaten", "Euro", "Menschen")), **span)),
                )
            )
        )
    return asked


def ask(path: Path, count: int) -> None:
    """Asks all questions in this process, which has asked nothing before; prints times and peak memory."""
    times: dict[str, list[float]] = {}
    slowest: tuple[float, Any] = (0.0, None)
    with open_store(path, write=False) as store:
        for kind, wanted in questions(count):
            begun = time.perf_counter()
            rows = list(find(store.connection, kind or kind_for(wanted), wanted, limit=50).rows)
            took = (time.perf_counter() - begun) * 1000
            times.setdefault(str(kind), []).append(took)
            slowest = max(slowest, (took, (kind, wanted, len(rows))), key=lambda pair: pair[0])
    every = sorted(took for some in times.values() for took in some)
    for kind, some in {"all": every, **times}.items():
        some.sort()
        p95 = some[int(len(some) * 0.95)]
        print(f"{kind}: {len(some)} queries, median {statistics.median(some):.0f} ms, p95 {p95:.0f} ms")
    print(f"slowest: {slowest[0]:.0f} ms {slowest[1]}")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def main() -> None:
    """Makes the base where it is not there, and asks it in a fresh process."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--documents", type=int, default=100_000)
    options.add_argument("--articles", type=int, default=600)
    options.add_argument("--queries", type=int, default=400)
    options.add_argument("--base", type=Path)
    options.add_argument("--ask", action="store_true", help=argparse.SUPPRESS)
    given = options.parse_args()
    path = given.base or Path(tempfile.mkdtemp()) / "search.db"
    if given.ask:
        ask(path, given.queries)
        return
    if not path.exists():
        read = articles(given.articles)
        words = stored = 0
        spent = 0.0
        with open_store(path) as store:
            for item in documents(read, given.documents):
                found = packed(item)
                words += len(item.document.text.split())
                begun = time.process_time()
                store.hold()
                store.add_packed(item.document, found, engine="bench")
                stored += 1
                if stored % TOGETHER == 0:
                    store.settle()
                spent += time.process_time() - begun
                if stored % 10_000 == 0:
                    print(f"{stored} stored, {spent:.0f} s CPU", file=sys.stderr, flush=True)
            store.settle()
        size = path.stat().st_size
        cpu = 1000 * spent / stored
        print(f"stored: {stored} documents of {words / stored:.0f} words, {size / stored:,.0f} bytes each")
        print(f"  {size / words * 350:,.0f} bytes for 350 words; {cpu:.1f} ms CPU each")
    asking = [sys.executable, __file__, "--ask", "--base", str(path), "--queries", str(given.queries)]
    subprocess.run(asking, check=True)


if __name__ == "__main__":
    main()
