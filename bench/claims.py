"""What comparing tellings costs: CPU time, time by the clock, memory and room for many documents, and how it grows.

    python bench/claims.py [--documents 1000 10000] [--articles N] [--folder DIR]

Articles of the corpora are read once; each document of a base has the findings of one of them, and its text with a part
of its words exchanged for others of the corpora that are as long, so that each article comes out in many wordings and
every telling meets others of its kind. Storing the documents does not count: the time is that of all code of claims,
from stored findings to claims, in a process of its own and its children; "main" is the CPU time of that process alone.
Then one more document is added. Nothing here passes or fails.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from search import articles, documents

from lagebild.garbage import tables_spared
from lagebild.knowledge import KnowledgeBase
from lagebild.model.codec import encode
from lagebild.model.findings import Findings
from lagebild.store import open_store

EXCHANGED = 0.15
"""Share of the words that are exchanged: no two texts are alike, and most of their tellings still are."""
FIRST = date(2024, 1, 1)
DAYS = 365


def make(path: Path, read: list[Findings], count: int) -> None:
    """A base of so many documents, whose tellings nobody has compared."""
    with open_store(path) as store:
        for number, item in enumerate(documents(read, count, exchanged=EXCHANGED, first=FIRST, days=DAYS)):
            if number % 500 == 0:
                store.settle()
                store.hold()
            store.add(encode(item), engine="bench")
        store.settle()


def compare(path: Path) -> None:
    """Compares all, then one more document, and prints what each took."""
    before = path.stat().st_size
    with KnowledgeBase(path) as base:
        begun, clock = time.process_time(), time.monotonic()
        with tables_spared() as loaded:
            loaded()
            count = base.compare_claims()
        took, wall = time.process_time() - begun, time.monotonic() - clock
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        whole = took + children.ru_utime + children.ru_stime
        rows = base.sql("select (select count(*) from tellings), (select count(*) from claims where tellings > 1)").rows
        ((tellings, claims),) = rows
        more = base.document(next(iter(base.sql("select key from documents limit 1").rows))[0]).findings
        more = replace(more, document=replace(more.document, title="One more", date=FIRST + timedelta(DAYS)))
        base.store.add(encode(more), engine="bench")
        begun = time.process_time()
        base.compare_claims()
        again = time.process_time() - begun
    grown = (path.stat().st_size - before) / count / 1024
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count} documents: {whole:.1f} s of CPU (main {took:.1f} s), {wall:.1f} s by the clock, "
        f"{tellings} tellings, {claims} claims of several; "
        f"one more: {again:.2f} s; {grown:.1f} kB a document; {memory:.0f} MB",
        flush=True,
    )


def main() -> None:
    """Makes the bases that are not there, and compares each in a fresh process."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--documents", type=int, nargs="+", default=[1000, 10_000])
    options.add_argument("--articles", type=int, default=600)
    options.add_argument("--folder", type=Path)
    options.add_argument("--compare", type=Path, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.compare:
        compare(given.compare)
        return
    folder = given.folder or Path(tempfile.mkdtemp())
    read: list[Findings] = []
    for count in given.documents:
        path = folder / f"claims{count}.db"
        if not path.exists():
            read = read or articles(given.articles)
            make(path, read, count)
        subprocess.run([sys.executable, __file__, "--compare", str(path)], check=True)


if __name__ == "__main__":
    main()
