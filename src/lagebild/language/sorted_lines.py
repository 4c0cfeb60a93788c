"""SortedLines: the lines of a text that is sorted by its bytes, found by how they begin, without reading it whole."""

from bisect import bisect_left
from collections.abc import Iterator

# How many bytes lie between two entries of the index: half of it saves a twentieth of a look-up, and costs a start
# 1 ms for the 0.9 MB of cities.
STRETCH = 512


class SortedLines:
    """Turning the lines into a dictionary would cost each start more than most reports ask of it."""

    def __init__(self, lines: bytes) -> None:
        self._content = b"\n" + lines.strip(b"\n") + b"\n"
        """The lines, each between two line breaks."""
        self._marks: list[bytes] = []
        """The first line of every stretch."""
        self._starts: list[int] = [0]
        """Where the text begins, the line breaks before the marks, and the last of all."""
        at = 0
        while 0 <= at < len(self._content) - 1:
            self._starts.append(at)
            self._marks.append(self._content[at + 1 : self._content.find(b"\n", at + 1)])
            at = self._content.find(b"\n", at + STRETCH)
        self._starts.append(len(self._content) - 1)

    def find(self, beginning: bytes) -> int:
        """Where the first of the lines starts that begin so; -1 where none does."""
        stretch = bisect_left(self._marks, beginning)
        # The line stands in the stretch before the first mark that is no smaller, or is that mark itself.
        starts = self._starts
        at = self._content.find(b"\n" + beginning, starts[stretch], starts[stretch + 1] + len(beginning) + 1)
        return at if at < 0 else at + 1

    def beginning(self, beginning: bytes) -> Iterator[bytes]:
        """The lines that begin so, in order."""
        at = self.find(beginning)
        while at > 0 and self._content.startswith(beginning, at):
            end = self._content.find(b"\n", at)
            yield self._content[at:end]
            at = end + 1
