"""Spool: what was found in the documents of a shard so far, so that one that costs a child its life costs no other."""

from pathlib import Path
from types import TracebackType
from typing import Self

from lagebild.intake import frames
from lagebild.intake.frames import Frame


class Spool:
    """A file of frames, each for the document of its number, in order. One is opened at a time.

    `of` gives what an earlier attempt left of a document, None behind the last; `keep` adds what this one found.
    """

    def __init__(self, path: Path) -> None:
        path.touch()
        self._file = path.open("r+b")
        self._whole = 0
        self._next: Frame | None = None
        self._advance()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def of(self, number: int) -> Frame | None:
        """What is known of the document of that number; asked in the order of the numbers."""
        found = self._next
        if found is None or found.header["number"] != number:
            return None
        self._advance()
        return found

    def keep(self, frame: Frame) -> None:
        """Adds a frame, whose header has the `number` of its document."""
        frames.write(self._file, frame)

    def _advance(self) -> None:
        """To the next frame; the last may be torn, and what comes then stands in its place."""
        self._next = frames.read(self._file)
        if self._next is None:
            self._file.seek(self._whole)
            self._file.truncate()
        else:
            self._whole = self._file.tell()
