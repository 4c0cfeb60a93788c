"""Where a run writes: what goes wrong there ends the run with a word on what to do, and costs nothing that is done."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from lagebild.errors import BulkError

_FULL = (errno.ENOSPC, errno.EDQUOT) if hasattr(errno, "EDQUOT") else (errno.ENOSPC,)


@contextmanager
def writing(where: Path) -> Iterator[None]:
    """Turns an OSError into a BulkError that names the place."""
    try:
        yield
    except OSError as problem:
        if problem.errno in _FULL:
            told = "the disk is full; free some space and run the same command again: finished shards are kept"
        else:
            told = f"cannot be written: {problem.strerror or problem}; what is finished is kept"
        raise BulkError(f"{where}: {told}") from problem


@contextmanager
def whole(path: Path, draft: Path) -> Iterator[BinaryIO]:
    """A file to be written as a draft beside its place, which it takes when all is written; else nothing is left."""
    try:
        with draft.open("wb") as file:
            yield file
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def put(path: Path, data: bytes) -> None:
    """A file that appears only when it is whole, and stays whole if the power goes; where it fails nothing is left."""
    with whole(path, path.with_name(f".{path.name}.{os.getpid()}.part")) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
