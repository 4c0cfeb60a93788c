"""JSON and JSON lines: objects into documents, one after the other."""

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any

from lagebild.errors import InputError
from lagebild.model.document import Document
from lagebild.reading.decode import decoded, encoding_of
from lagebild.reading.failure import Failure
from lagebild.reading.formats import ninjs
from lagebild.reading.formats.columns import document_of
from lagebild.reading.formats.format import Asked
from lagebild.reading.raw import Raw

_RECORD = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*\"")
"""How a JSON object, or an array of them, begins."""
_WIDE = ("utf-16", "utf-32", "utf_16_le", "utf_16_be")
"""Encodings in which a line feed is more than one byte."""
_HEAD = 65_536
_LONGEST_LINE = 32_000_000
_LARGEST = 128_000_000
"""Bytes of a JSON value; parsed, it takes several times as much."""


def begins_like_records(head: bytes) -> bool:
    """Whether bytes begin like a JSON object or an array of them; words in braces are no JSON."""
    return _RECORD.match(head) is not None


def read_json(raw: Raw, asked: Asked) -> Iterator[Document | Failure]:
    """One object, an array of them, or lines that are objects each: many call JSON lines `.json` too."""
    if _holds_lines(raw):
        yield from read_json_lines(raw, asked)
        return
    value = _parsed(decoded(_content(raw)))
    value = _list_inside(value, asked)
    several = isinstance(value, list)
    records = value if isinstance(value, list) else [value]
    if not records:
        raise InputError("holds no reports")
    for number, record in enumerate(records, 1):
        origin = f"{raw.origin}, record {number}" if several else raw.origin
        yield _document(record, f"{raw.stem}-{number}" if several else raw.stem, origin, asked)


def read_json_lines(raw: Raw, asked: Asked) -> Iterator[Document | Failure]:
    """One object a line, numbered from 1; a bad line costs only itself, and only one line is held at a time."""
    with raw.opened() as stream:
        if encoding_of(stream.read(_HEAD)) in _WIDE:
            lines = iter(decoded(_content(raw)).encode("utf-8", "surrogatepass").split(b"\n"))
        else:
            stream.seek(0)
            lines = iter(lambda: stream.readline(_LONGEST_LINE), b"")
        whole = True
        number = raw.before
        for line in lines:
            number += whole
            goes_on, whole = not whole, line.endswith(b"\n") or len(line) < _LONGEST_LINE
            origin = f"{raw.origin}, line {number}"
            if goes_on or not line.strip():
                continue
            if not whole:
                yield Failure(origin, f"is longer than {_LONGEST_LINE:,} bytes, which no report is")
                continue
            try:
                record = _parsed(decoded(line))
            except InputError as problem:
                yield Failure(origin, str(problem))
            else:
                yield _document(record, f"{raw.stem}-{number}", origin, asked)


def _list_inside(value: Any, asked: Asked) -> Any:
    """The records of an answer such as {"status": "ok", "articles": [{…}, …]}; the value itself where it is none."""
    if not isinstance(value, dict) or asked.mapping.get("text", "text") in value or ninjs.is_item(value):
        return value
    lists = [inner for inner in value.values() if isinstance(inner, list) and inner and isinstance(inner[0], dict)]
    return lists[0] if len(lists) == 1 else value


def _content(raw: Raw) -> bytes:
    """All bytes of what can only be read as a whole."""
    data = raw.content()
    if len(data) > _LARGEST:
        raise InputError(
            f"is one JSON value of more than {_LARGEST:,} bytes; write one object a line (.jsonl), which streams"
        )
    return data


def _document(record: Any, id: str, origin: str, asked: Asked) -> Document | Failure:
    try:
        if isinstance(record, dict) and "text" not in asked.mapping and ninjs.is_item(record):
            return ninjs.document_of(record, id=id, origin=origin, asked=asked)
        return document_of(record, id=id, origin=origin, asked=asked)
    except InputError as problem:
        return Failure(origin, str(problem))


def _parsed(line: str) -> Any:
    """The value that a JSON text holds; InputError with the place where it breaks off."""
    try:
        return json.loads(line)
    except json.JSONDecodeError as problem:
        line = f"line {problem.lineno}, " if problem.lineno > 1 else ""
        raise InputError(f"is not JSON: {problem.msg} ({line}column {problem.colno})") from problem
    except ValueError as problem:  # a number of thousands of digits
        raise InputError(f"is JSON that cannot be read: {problem}") from problem
    except RecursionError as problem:
        raise InputError("is nested too deeply") from problem


def _holds_lines(raw: Raw) -> bool:
    """Whether the first line is an object by itself, and something follows."""
    with raw.opened() as stream:
        line = stream.readline(_LONGEST_LINE).strip().removeprefix(codecs.BOM_UTF8)
        if not line.startswith(b"{") or not stream.read(_HEAD).strip():
            return False
    try:
        return isinstance(_parsed(decoded(line)), dict)
    except InputError:
        return False
