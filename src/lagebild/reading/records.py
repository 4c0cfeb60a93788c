"""JSON objects into documents."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from lagebild.errors import InputError
from lagebild.model.document import Document

_KINDS = {type(None): "null", bool: "true or false", str: "a text", list: "a list"}
"""What JSON calls the values that Python gives us."""


def document_of(record: Any, *, id: str, origin: str) -> Document:
    """The document that a JSON object describes; `id` is used where it has none.

    Raises InputError where there is no text or a field is of the wrong kind. Other fields are ignored.
    """
    if not isinstance(record, dict):
        raise InputError(f"holds {_KINDS.get(type(record), 'a number')}, not an object with a field 'text'")
    text = record.get("text")
    if not isinstance(text, str):
        raise InputError("has no field 'text' with the text of the report")
    if not text.strip():
        raise InputError("is empty")
    return Document(
        id=_id(record.get("id")) or id,
        text=text,
        language=_code(_words(record, "language")),
        title=_words(record, "title"),
        date=_day(record.get("date")),
        url=_words(record, "url"),
        publisher=_words(record, "publisher"),
        author=_words(record, "author"),
        origin=origin,
    )


def parsed(line: str) -> Any:
    """The value that a JSON text holds; InputError with the place where it breaks off."""
    try:
        return json.loads(line)
    except json.JSONDecodeError as problem:
        line = f"line {problem.lineno}, " if problem.lineno > 1 else ""
        raise InputError(f"is not JSON: {problem.msg} ({line}column {problem.colno})") from problem
    except RecursionError as problem:
        raise InputError("is nested too deeply") from problem


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """The lines of JSON lines that hold something, numbered from 1; only line feeds part them."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line


def _words(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise InputError(f"has a field {name!r} that is no text")
    return value


def _id(value: Any) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise InputError("has a field 'id' that is neither text nor a whole number")
    return str(value)


def _code(language: str | None) -> str:
    """The language alone of "de-AT" or "DE"; "und" where none is told."""
    return re.split("[-_]", language)[0].lower() if language else "und"


def _day(value: Any) -> date | None:
    """A day, or the day of a point in time ("2024-12-04T10:00:00Z")."""
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(value[:10])
    except (TypeError, ValueError) as problem:
        raise InputError(f"has the date {value!r}; write it like 2024-12-04") from problem
