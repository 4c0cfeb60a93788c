"""What a run has read: its documents with all that was found in them, one after the other."""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from lagebild.bulk.folder import Folder
from lagebild.bulk.records import DOCUMENTS, FAILURES, FINDINGS
from lagebild.bulk.run import Run
from lagebild.errors import BulkError
from lagebild.model.codec import document_on
from lagebild.model.document import Document

_BATCH = 256


class Read(NamedTuple):
    """A document with its key, and its findings as they are on the wire, without the text and its words."""

    key: str
    document: Document
    found: dict[str, Any]


class Unread(NamedTuple):
    """An input that could not be read; `source` is the file to be named to try again."""

    origin: str
    reason: str
    outcome: str
    trace: str | None
    source: str


def results(run: Run) -> Iterator[Read | Unread]:
    """Those of the shards that are done, in the order of the inputs. Raises BulkError for a damaged file."""
    for line in run.folder.done(run.shards):
        yield from documents_of(run.folder, line["shard"])
        for row in rows_of(run.folder.table(FAILURES.name, line["shard"]), Unread._fields):
            yield Unread(*row)


def documents_of(folder: Folder, shard: int) -> Iterator[Read]:
    """The documents of a shard that is done, in the order of its tables. Raises BulkError for a damaged file."""
    texts = rows_of(folder.table(DOCUMENTS.name, shard), ("key", "text"))
    found = rows_of(folder.table(FINDINGS.name, shard), ("document", "origin", "found"))
    for (key, text), (document, origin, told) in zip(texts, found, strict=True):
        if key != document:
            raise BulkError(f"{folder.path}: the tables of shard {shard} are not of one run; delete its mark")
        wire = json.loads(told)
        yield Read(key, replace(document_on({**wire, "text": text}), origin=origin), wire)


def rows_of(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    """Some columns of a file, a few rows at a time. Raises BulkError for a damaged one."""
    import pyarrow
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(path) as file:
            batches = file.iter_batches(_BATCH, columns=list(columns), use_threads=False)
            lists = ([batch.column(name).to_pylist() for name in columns] for batch in batches)
            yield from chain.from_iterable(zip(*held, strict=True) for held in lists)
    except (pyarrow.ArrowException, OSError, ValueError) as problem:
        mark = f"delete its line in shards/ and go on with the run (lagebild bulk --out {path.parents[1]})"
        raise BulkError(f"{path}: is damaged: {problem}; {mark}") from problem
