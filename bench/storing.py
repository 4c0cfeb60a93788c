"""What storing costs beside reading: processor time for the same documents, in one process and on one core.

    python bench/storing.py [--limit N] [--json]

Reading is everything that `lagebild.read_document` does. Storing is all that is done with the findings from there until
they are safe: packing and the way to the main process, which the reading children do or share, then checking of the
evidence, rows, indexes, transaction, which the main process does alone ("storing").
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import lagebild
from lagebild.garbage import tables_spared
from lagebild.intake import frames
from lagebild.intake.frames import Frame
from lagebild.model.document import Document
from lagebild.model.packing import packed

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("LAGEBILD_SHARED", ROOT.parent / "shared"))
CORPUS = SHARED / "corpora" / "derstandard-de.jsonl"
LIMIT = 200
TOGETHER = 16
"""Documents to a transaction: one worker reads about so many in the half second that `add` waits at most."""


def measured(limit: int) -> dict[str, float]:
    """Seconds of processor time for each step, and bytes."""
    with CORPUS.open(encoding="utf-8") as lines:
        records = [json.loads(line) for _, line in zip(range(limit), lines, strict=False)]
    documents = [
        Document(id=record["id"], text=record["text"], title=record.get("title"), language="de") for record in records
    ]
    spent: dict[str, float] = {}

    def timed(step: str, work: Callable[[Any], Any], item: Any) -> Any:
        began = time.process_time()
        result = work(item)
        spent[step] = spent.get(step, 0.0) + time.process_time() - began
        return result

    # One document after the other, and the tables out of the collector's sight, as in the processes that do this.
    with (
        tables_spared() as loaded,
        tempfile.TemporaryDirectory() as folder,
        lagebild.open(Path(folder) / "base.db") as base,
    ):
        lagebild.read_document(documents[0])
        loaded()
        for number, document in enumerate(documents):
            findings = timed("reading", lagebild.read_document, document)
            found = timed("packing", packed, findings)
            sent = timed("sending", _frame, found)
            frame = timed("sending", lambda sent: frames.read(BytesIO(sent)), sent)
            base.store.hold()
            store = partial(base.store.add_packed, document, engine="bench")
            timed("storing", store, frame.payload)
            if number % TOGETHER == TOGETHER - 1:
                timed("storing", lambda store: store.settle(), base.store)
        timed("storing", lambda store: store.settle(), base.store)
        base.store.connection.execute("pragma wal_checkpoint(truncate)").fetchall()
        size = (Path(folder) / "base.db").stat().st_size
    words = sum(len(document.text.split()) for document in documents)
    after = sum(seconds for step, seconds in spent.items() if step != "reading")
    return {
        **spent,
        "documents": len(documents),
        "words": words,
        "share": after / spent["reading"],
        "bytes_per_350_words": size / words * 350,
    }


def _frame(found: bytes) -> bytes:
    stream = BytesIO()
    frames.write(stream, Frame({"kind": "found"}, found))
    return stream.getvalue()


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--limit", type=int, default=LIMIT, metavar="N", help=f"documents (default {LIMIT})")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of the table")
    options = parser.parse_args()
    if not CORPUS.is_file():
        print(
            f"there is no {CORPUS.name} under {SHARED}: set LAGEBILD_SHARED to the folder of corpora/", file=sys.stderr
        )
        return 2
    result = measured(options.limit)
    if options.json:
        print(json.dumps(result, indent=2))
        return 0
    print(f"{result['documents']:.0f} documents, {result['words']:,.0f} words, processor time")
    for step in ("reading", "packing", "sending", "storing"):
        print(f"{step:<12} {result[step]:>7.2f} s  {result[step] / result['reading']:>6.1%} of reading")
    print(f"all but reading: {result['share']:.1%}; {result['bytes_per_350_words'] / 1000:.1f} kB for 350 words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
