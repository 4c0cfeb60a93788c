"""The map: one shard of the plan into its files of the result, whatever becomes of single documents."""

import hashlib
import json
import os
import shutil
import uuid
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from lagebild.bulk.folder import Folder
from lagebild.bulk.hands import Hands
from lagebild.bulk.places import put, writing
from lagebild.bulk.records import SHEETS
from lagebild.errors import BulkError
from lagebild.intake.child import Ended

DOES = "lagebild.bulk.map:read_shard"
UNIT = "lagebild.bulk.shard:read"
APART = "lagebild.intake.units:taken_apart"
"""What takes a document apart, unless a test has something else in mind."""
_TRIES = {"stopped": 2, "crashed": 3}
"""So often a step may cost a child its life before it is lost: what kills children may be somebody else."""
_FLAT = 400 * 1024**2
"""A child that has more bytes in memory makes room for a new one: what it learns of words grows with all it reads."""
_BLOCK = 1 << 20
_AT_ONCE = 8
"""Files that are brought to the disk together: one after the other took 130 to 260 ms for a shard, this takes 10 to
30."""


def read_shard(asked: dict[str, Any], hands: Hands, tell: Callable[[int], None]) -> dict[str, Any]:
    """Reads a shard and puts its files in their places; returns its line of the manifest.

    The line is written last: without it nothing of the shard counts. A step that costs a child its life again and again
    is left out with the reason. Raises BulkError where the folder cannot be written.
    """
    folder, shard = Folder(Path(asked["out"])), asked["shard"]
    folder.known(asked["run"])
    into = folder.work / f"{shard['shard']:08}-{uuid.uuid4().hex[:12]}"
    with writing(folder.path):
        into.mkdir(parents=True)
    try:
        counts = _written(asked, hands, tell, into)
        with writing(folder.path):
            return _placed(folder, shard, into, counts)
    finally:
        shutil.rmtree(into, ignore_errors=True)


def _written(asked: dict[str, Any], hands: Hands, tell: Callable[[int], None], into: Path) -> dict[str, Any]:
    """Has a child write the files, as often as it takes; returns the counts."""
    lost: dict[str, str] = {}
    tries: Counter[tuple[str, str]] = Counter()
    limits = hands.limits
    while True:
        here, told = "", 0
        counts: dict[str, Any] | None = None
        header = {**asked["how"], "shard": asked["shard"], "into": str(into), "lost": lost, "flat": _FLAT}
        for frame in hands.do(UNIT, limits.seconds, header):
            if isinstance(frame, Ended):
                ended = frame
            elif frame.kind == "step":
                here = str(frame.header["step"])
                if here.startswith("document "):
                    tell(1)
                    told += 1
            else:
                counts = frame.header["counts"]
        if counts is not None:
            return counts
        tell(-told)
        if ended.why == "done":  # it has grown too large
            hands.rest()
            continue
        tries[here, ended.why] += 1
        if tries[here, ended.why] >= _TRIES.get(ended.why, 1):
            if not here or here in lost:
                raise BulkError(f"shard {asked['shard']['shard']}: {ended.reason}, wherever it begins; report this")
            lost[here] = ended.reason


def _placed(folder: Folder, shard: dict[str, Any], into: Path, counts: dict[str, Any]) -> dict[str, Any]:
    """Gives the files their names in the result, and the shard its line."""
    number = shard["shard"]
    drafts = {table.name: into / f"{table.name}.parquet" for table in SHEETS}
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        files = dict(zip(drafts, threads.map(_stamped, drafts.values()), strict=True))
    for name, draft in drafts.items():
        target = folder.table(name, number)
        target.parent.mkdir(exist_ok=True)
        draft.replace(target)
    line = {"shard": number, "state": "done", "bytes": shard["bytes"], **counts, "files": files}
    mark = folder.mark(number)
    mark.parent.mkdir(parents=True, exist_ok=True)
    put(mark, json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
    return line


def _stamped(path: Path) -> dict[str, Any]:
    """Size and SHA-256 of a file, which is on the disk by then."""
    digest = hashlib.sha256()
    with path.open("r+b") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
        os.fsync(file.fileno())
        return {"bytes": file.tell(), "sha256": digest.hexdigest()}
