"""Frames: what travels between the main process and its children, a JSON object and some bytes at a time.

JSON and not pickle: a child reads hostile files, and nothing that it sends may run code here.
"""

import json
from typing import IO, Any, NamedTuple

_SIZES = 4, 8
"""Bytes of the two lengths that stand before a frame, big end first."""
LONGEST_HEADER = 256 * 1024 * 1024
LONGEST_PAYLOAD = 4 * 1024 * 1024 * 1024
"""What claims to be longer was not written by us."""


class Frame(NamedTuple):
    """`header["kind"]` says what it is; `payload` are bytes that JSON holds badly, or that nobody here looks into."""

    header: dict[str, Any]
    payload: bytes = b""

    @property
    def kind(self) -> str:
        """What it is, "" where it does not say."""
        return str(self.header.get("kind", ""))

    @property
    def size(self) -> int:
        """About how many bytes it holds."""
        return len(self.payload) + sum(len(value) for value in self.header.values() if isinstance(value, str))


def write(stream: IO[bytes], frame: Frame) -> None:
    """Sends the frame at once; half a surrogate pair goes through unharmed."""
    header = json.dumps(frame.header, separators=(",", ":")).encode("ascii")
    lengths = len(header).to_bytes(_SIZES[0], "big") + len(frame.payload).to_bytes(_SIZES[1], "big")
    _all(stream, lengths + header)
    if frame.payload:
        _all(stream, frame.payload)
    stream.flush()


def read(stream: IO[bytes]) -> Frame | None:
    """The next frame; None where the stream ends, be it in the middle of one. Raises ValueError for what is none."""
    lengths = _exactly(stream, sum(_SIZES))
    if lengths is None:
        return None
    size, more = int.from_bytes(lengths[: _SIZES[0]], "big"), int.from_bytes(lengths[_SIZES[0] :], "big")
    if size > LONGEST_HEADER or more > LONGEST_PAYLOAD:
        raise ValueError(f"a frame of {size} and {more} bytes is none of ours")
    header = _exactly(stream, size)
    payload = _exactly(stream, more) if header is not None else None
    if header is None or payload is None:
        return None
    value = json.loads(header)
    if not isinstance(value, dict):
        raise ValueError("a frame begins with an object")
    return Frame(value, payload)


def _all(stream: IO[bytes], data: bytes) -> None:
    """A pipe without a buffer may take less than it is given."""
    view = memoryview(data)
    while view:
        view = view[stream.write(view) or 0 :]


def _exactly(stream: IO[bytes], size: int) -> bytes | None:
    """That many bytes, None where the stream ends before."""
    parts: list[bytes] = []
    while size:
        part = stream.read(min(size, 1 << 20))
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
