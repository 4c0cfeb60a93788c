"""One call at a time works at a folder."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from lagebild.bulk.folder import Folder
from lagebild.bulk.places import writing
from lagebild.errors import BulkError


@contextmanager
def alone(folder: Folder) -> Iterator[None]:
    """Nobody else works at the folder meanwhile, where the system can tell; a killed run holds nothing.

    Raises BulkError where somebody does.
    """
    with writing(folder.path):
        file = folder.lock.open("w")
    with file:
        if sys.platform != "win32":
            import fcntl

            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as problem:
                raise BulkError(
                    f"{folder.path}: another call is at work on this run; wait until it is done"
                ) from problem
            except OSError:
                pass  # a file system without locks, as NFS and Lustre may be mounted
        yield
