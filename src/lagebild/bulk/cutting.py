"""Inputs into numbered shards, the same ones whatever reads them."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lagebild.bulk.files import named, told, unreadable
from lagebild.bulk.piece import Piece
from lagebild.bulk.pieces import parts_of, pieces_of
from lagebild.bulk.plan import Cutting, Shard
from lagebild.reading.failure import Failure
from lagebild.reading.passed import Passed

LAST = 16
"""Of what is left a shard at the end is the sixteenth part: eight are left for each of two workers."""
LEAST = 100_000
"""Bytes below which a shard is not made smaller for that: one core reads them in a second."""
_Item = Piece | Failure | Passed


def shards(sources: Iterable[str], *, cutting: Cutting) -> Iterator[Shard]:
    """The inputs, one after the other, cut into shards: those at the end are smaller, so that whoever reads them ends
    at about the same time. Only what the last ones are made of is held.

    Raises UsageError for sources that no bulk run reads, and BulkError for one that cannot be looked through.
    """
    waiting: deque[_Item] = deque()
    held = number = 0
    for item in _looked_at(sources, cutting.bytes):
        waiting.append(item)
        held += _bytes(item)
        while held > cutting.bytes * LAST or len(waiting) > cutting.inputs * LAST:
            shard = _taken(number, waiting, cutting)
            yield shard
            number, held = number + 1, held - shard.bytes
    waiting = deque(_joined(waiting))
    while waiting:
        target = min(max(held // LAST, LEAST), cutting.bytes)
        _part(waiting, target)
        shard = _taken(number, waiting, replace(cutting, bytes=target))
        yield shard
        number, held = number + 1, held - shard.bytes


def _taken(number: int, waiting: deque[_Item], cutting: Cutting) -> Shard:
    """The next shard, taken from the left of what waits."""
    held = 0
    pieces: list[Piece] = []
    unread: list[Failure] = []
    passed: list[Passed] = []
    while waiting and held < cutting.bytes and len(pieces) + len(unread) < cutting.inputs:
        if pieces and held + _bytes(waiting[0]) > cutting.bytes:
            break
        item = waiting.popleft()
        if isinstance(item, Failure):
            unread.append(item)
        elif isinstance(item, Passed):
            passed.append(item)
        else:
            pieces.append(item)
            held += item.bytes
    return Shard(number, tuple(pieces), tuple(unread), tuple(passed))


def _joined(items: Iterable[_Item]) -> Iterator[_Item]:
    """The items, with pieces of a file that follow each other as one."""
    last: _Item | None = None
    for item in items:
        if isinstance(last, Piece) and isinstance(item, Piece) and _follows(last, item):
            rows = None if last.rows is None else last.rows + (item.rows or 0)
            last = replace(last, end=item.end, rows=rows)
            continue
        if last is not None:
            yield last
        last = item
    if last is not None:
        yield last


def _follows(one: Piece, other: Piece) -> bool:
    return (one.name, one.how, one.end) == (other.name, other.how, other.start)


def _part(waiting: deque[_Item], target: int) -> None:
    """Cuts off what comes next where it is too large."""
    first = waiting[0]
    if not isinstance(first, Piece):
        return
    try:
        parts = parts_of(first, target=target)
        head, following = next(parts, None), next(parts, None)
    except OSError as problem:
        waiting[0] = Failure(told(first.name), unreadable(problem))
        return
    if head is None:
        return  # it has become shorter meanwhile, which whoever reads it will say
    waiting.popleft()
    if following is not None:
        rows = None if following.rows is None else following.rows + sum(part.rows or 0 for part in parts)
        waiting.appendleft(replace(following, end=first.end, rows=rows))
    waiting.appendleft(head)


def _bytes(item: _Item) -> int:
    return item.bytes if isinstance(item, Piece) else 0


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
