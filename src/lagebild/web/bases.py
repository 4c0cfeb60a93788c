"""Bases: the open connections of a server, lent to one request at a time."""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from lagebild.errors import StoreError
from lagebild.knowledge import KnowledgeBase
from lagebild.store.database import said

_KEPT = 8
"""So many readers stay open for the next requests."""


class Bases:
    """Lends a base to whoever asks; no two threads have the same one at a time.

    Many may read; one writes, and others that want to write wait for it. The file is made where there is none. Claims
    are told as they were last compared: who has them compared says so (`comparing`).
    """

    def __init__(self, path: Path, *, changed: Callable[[], None] = lambda: None) -> None:
        """`changed` is called when somebody has written here."""
        self.path, self._changed = path, changed
        self._readers: deque[KnowledgeBase] = deque()
        self._writing = threading.Lock()
        self._comparing = threading.Lock()
        self._writer: KnowledgeBase | None = None
        self.writable = self._made()

    @contextmanager
    def reading(self) -> Iterator[KnowledgeBase]:
        """A base that cannot be changed, as it is at this moment: what others write meanwhile is not seen."""
        try:
            base = self._readers.pop()
        except IndexError:
            base = KnowledgeBase(self.path, write=False, as_compared=True)
        try:
            with said(self.path):
                base.store.connection.execute("begin")
            yield base
            with said(self.path):
                base.store.connection.execute("commit")
        except BaseException:
            base.close()  # it may be in the middle of something
            raise
        if len(self._readers) < _KEPT:
            self._readers.append(base)
        else:
            base.close()

    @contextmanager
    def writing(self) -> Iterator[KnowledgeBase]:
        """The base that can be changed; one at a time has it. Raises StoreError where the file cannot be written."""
        with self._writing:
            if self._writer is None:
                self._writer = KnowledgeBase(self.path, make=False, as_compared=True)
            yield self._writer
        self._changed()

    @contextmanager
    def comparing(self) -> Iterator[KnowledgeBase]:
        """A base that compares what is new when it is asked for claims; one at a time has it. It writes in small steps:
        others may write in between."""
        with self._comparing, KnowledgeBase(self.path, make=False) as base:
            yield base

    def close(self) -> None:
        """Closes all that is not lent."""
        with self._writing:
            if self._writer is not None:
                self._writer.close()
                self._writer = None
        while self._readers:
            self._readers.pop().close()

    def _made(self) -> bool:
        """Makes the file, or brings it to the newest schema; False where it can only be read."""
        try:
            with KnowledgeBase(self.path) as base:
                return base.store.writable
        except StoreError:
            KnowledgeBase(self.path, write=False).close()  # raises what is wrong where it cannot be read either
            return False


def as_it_is_now(base: KnowledgeBase) -> None:
    """From here on a base that is lent for reading shows what has been written meanwhile."""
    with said(base.store.path):
        base.store.connection.execute("commit")
        base.store.connection.execute("begin")
