"""Units of work for tests: sources and texts that say what shall happen, without reading anything.

A source is words, each an item: "Text", or "raw:Text", "many:Text,Text". Whatever the child comes to that begins with
"!" happens there and then: `!abort`, `!hang`, `!spin`, `!silent`, `!eat`, `!fault`, `!usage`, `!chatter`, `!slow`.
"""

import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from lagebild.errors import InputError, UsageError
from lagebild.intake.frames import Frame
from lagebild.intake.items import framed
from lagebild.model.document import Document
from lagebild.reading.failure import Failure
from lagebild.reading.fetch.validators import Validator
from lagebild.reading.passed import Passed
from lagebild.reading.raw import Raw


def unpack(header: dict[str, Any], payload: bytes) -> Iterator[Frame]:
    """The words of the source."""
    for word in header["source"].split():
        kind, _, rest = word.partition(":") if ":" in word else ("", "", word)
        if kind == "raw":
            yield framed(Raw(rest, rest, rest.encode()))
        elif kind == "many":
            frame = framed(Raw(rest, rest, rest.encode()))
            yield frame._replace(header={**frame.header, "many": True})
        elif kind == "numbers":
            yield from (framed(document(f"Nummer {number}")) for number in range(int(rest)))
        elif kind == "bad":
            yield framed(Failure(rest, "is no report"))
        elif kind == "said":
            yield framed(Validator(rest, etag="1"))
        elif kind == "pass":
            yield framed(Passed(rest, "are pictures", 3))
        else:
            yield from acted(rest)
            yield framed(document(rest))


def parse(header: dict[str, Any], payload: bytes) -> Iterator[Frame]:
    """The texts between the commas."""
    for text in payload.decode().split(","):
        yield from acted(text.removeprefix("parse"))
        yield framed(document(text))


def extract(header: dict[str, Any], payload: bytes) -> Iterator[Frame]:
    """Findings that say what was read, by which process."""
    text = header["document"]["text"]
    yield from acted(text.removeprefix("later"))
    found = {"text": text, "process": os.getpid()}
    yield Frame({"kind": "found", "attributions": 1, "events": 2}, json.dumps(found).encode())


def document(text: str) -> Document:
    """A document of that text, called like it."""
    return Document(id=text, text=text, language="de", origin=text)


def acted(words: str) -> Iterator[Frame]:
    """Does what the words say, where they say something."""
    if words.startswith("!"):
        _ACTS[words[1:].rstrip("0123456789")]()
    yield from ()


def _spin() -> None:
    while True:
        pass


def _busy() -> None:
    until = time.process_time() + 0.15
    while time.process_time() < until:
        pass


def _silent() -> None:
    """Held up in C, where no other thread of the child can do anything."""
    re.match(r"(a+)+b", "a" * 64)


def _eat() -> None:
    held = []
    while True:
        held.append(bytes(range(256)) * 65_536)


def _fault() -> None:
    raise KeyError("gibt es nicht")


def _usage() -> None:
    raise UsageError("there is no such engine")


def _unreadable() -> None:
    raise InputError("is not German")


def _out() -> None:
    raise MemoryError


def _chatter() -> None:
    print("what libraries say")
    os.write(1, b"and what they say past Python")
    sys.stderr.write("and what they complain of")


_ACTS: dict[str, Callable[[], object]] = {
    "abort": os.abort,
    "exit": lambda: os._exit(3),
    "hang": lambda: time.sleep(3600),
    "spin": _spin,
    "busy": _busy,
    "silent": _silent,
    "eat": _eat,
    "fault": _fault,
    "usage": _usage,
    "unreadable": _unreadable,
    "chatter": _chatter,
    "slow": lambda: time.sleep(0.3),
    "out": _out,
}
