"""The plan: the numbered shards of the inputs, as they are written down."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any, NamedTuple

from lagebild.bulk.piece import Piece
from lagebild.reading.failure import Failure
from lagebild.reading.passed import Passed

MEGABYTE = 1_000_000
BYTES = 8 * MEGABYTE
"""About what one core reads in a minute and a half: so much is lost when a run is killed, for each worker."""
INPUTS = 1_000


@dataclass(frozen=True, slots=True)
class Cutting:
    """A shard is full when it has so many bytes or so many pieces of files."""

    bytes: int = BYTES
    inputs: int = INPUTS


class Shard(NamedTuple):
    """What is read as one, in the order of the inputs. `unread` are inputs that could not even be looked at."""

    number: int
    pieces: tuple[Piece, ...]
    unread: tuple[Failure, ...] = ()
    passed: tuple[Passed, ...] = ()

    @property
    def bytes(self) -> int:
        """Of all its pieces."""
        return sum(piece.bytes for piece in self.pieces)

    def wire(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "shard": self.number,
            "bytes": self.bytes,
            "pieces": [piece.wire() for piece in self.pieces],
            "unread": [list(item) for item in self.unread],
            "passed": [[item.origin, item.reason, item.count] for item in self.passed],
        }

    @classmethod
    def of(cls, wire: dict[str, Any]) -> "Shard":
        """The shard that `wire` made."""
        return cls(
            wire["shard"],
            tuple(Piece.of(piece) for piece in wire["pieces"]),
            tuple(Failure(*item) for item in wire["unread"]),
            tuple(Passed(*item) for item in wire["passed"]),
        )


def written(file: IO[str], planned: Iterable[Shard]) -> dict[str, int]:
    """Writes the plan, a line for each shard; returns how many shards and bytes it has."""
    counts = {"shards": 0, "bytes": 0}
    for shard in planned:
        file.write(json.dumps(shard.wire(), separators=(",", ":")) + "\n")
        counts["shards"] += 1
        counts["bytes"] += shard.bytes
    return counts


def read(file: IO[str]) -> Iterator[Shard]:
    """The shards of a plan that was written."""
    for line in file:
        yield Shard.of(json.loads(line))
