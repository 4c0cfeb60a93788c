"""Inputs into numbered shards, the same ones whatever reads them."""

from collections.abc import Iterable, Iterator

from lagebild.bulk.files import named, told, unreadable
from lagebild.bulk.piece import Piece
from lagebild.bulk.pieces import pieces_of
from lagebild.bulk.plan import Cutting, Shard
from lagebild.reading.failure import Failure
from lagebild.reading.passed import Passed


def shards(sources: Iterable[str], *, cutting: Cutting) -> Iterator[Shard]:
    """The inputs, one after the other, cut into shards. Only one shard is held at a time.

    Raises UsageError for sources that no bulk run reads.
    """
    number = held = 0
    pieces: list[Piece] = []
    unread: list[Failure] = []
    passed: list[Passed] = []
    for item in _looked_at(sources, cutting.bytes):
        if isinstance(item, Failure):
            unread.append(item)
        elif isinstance(item, Passed):
            passed.append(item)
        else:
            if pieces and held + item.bytes > cutting.bytes:
                yield Shard(number, tuple(pieces), tuple(unread), tuple(passed))
                number, held, pieces, unread, passed = number + 1, 0, [], [], []
            pieces.append(item)
            held += item.bytes
        if held >= cutting.bytes or len(pieces) + len(unread) >= cutting.inputs:
            yield Shard(number, tuple(pieces), tuple(unread), tuple(passed))
            number, held, pieces, unread, passed = number + 1, 0, [], [], []
    if pieces or unread or passed:
        yield Shard(number, tuple(pieces), tuple(unread), tuple(passed))


def _looked_at(sources: Iterable[str], target: int) -> Iterator[Piece | Failure | Passed]:
    for source in sources:
        for item in named(source):
            if not isinstance(item, str):
                yield item
                continue
            try:
                yield from pieces_of(item, target=target)
            except OSError as problem:
                yield Failure(told(item), unreadable(problem))
