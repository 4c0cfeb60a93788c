"""Columns: a record of a table or of JSON into a document, by documented names or a mapping of the user's own."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lagebild.errors import InputError, UsageError
from lagebild.model.document import Document
from lagebild.reading.formats.days import day_of
from lagebild.reading.formats.format import Asked
from lagebild.reading.formats.known import in_future

FIELDS = ("id", "text", "title", "date", "url", "publisher", "author", "language")
"""What a column or a JSON field of that name becomes."""
_KINDS = {type(None): "null", bool: "true or false", str: "a text", list: "a list", dict: "an object"}
"""What JSON calls the values that Python gives us."""
_SHOWN = 12
"""Names of columns in a message."""


def checked_mapping(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The mapping of fields to columns. Raises UsageError for a field that does not exist and for one named twice."""
    mapping: dict[str, str] = {}
    for field, column in pairs:
        if field not in FIELDS:
            raise UsageError(f"there is no field {field!r} to map; the fields are {', '.join(FIELDS)}")
        if field in mapping:
            raise UsageError(f"the field {field!r} is mapped twice, to {mapping[field]!r} and to {column!r}")
        mapping[field] = column
    return mapping


def columns_of(names: Iterable[str], mapping: Mapping[str, str]) -> dict[str, str]:
    """Which column of a table holds which field. Capitals and blanks in the header do not count, unless it is mapped.

    Raises InputError, naming the columns that are there, for a missing text and for a mapped column that is not.
    """
    known = list(names)
    plain = {name.strip().lower(): name for name in reversed(known)}
    found = {field: plain[field] for field in FIELDS if field in plain}
    for field, column in mapping.items():
        if column not in known:
            raise InputError(f"has no column {column!r}, which {field!r} is mapped to; {_there(known)}")
        found[field] = column
    if "text" not in found:
        raise InputError(f"has no column 'text'; {_there(known)}; say which holds the text, as in --map text=COLUMN")
    return found


def _there(names: list[str]) -> str:
    shown = ", ".join(repr(name[:40]) for name in names[:_SHOWN])
    return f"its columns are {shown}{' …' if len(names) > _SHOWN else ''}" if names else "it has no columns"


def document_of(
    record: Any, *, id: str, origin: str, asked: Asked, columns: Mapping[str, str] | None = None, kind: str = "field"
) -> Document:
    """The document that a JSON object or the row of a table describes; `id` is used where it has none.

    `columns` says for each field where it stands, by default what is mapped and else the field's own name; a dot leads
    into an object ("content.body"). Raises InputError where there is no text or a field is of the wrong kind.
    """
    if not isinstance(record, dict):
        raise InputError(f"holds {_KINDS.get(type(record), 'a number')}, not an object with a field 'text'")
    columns = columns if columns is not None else {**{name: name for name in FIELDS}, **asked.mapping}
    values = {field: value for field, name in columns.items() if (value := _value(record, name)) not in (None, "")}
    text = values.get("text")
    if not isinstance(text, str):
        raise InputError(_no_text(record, columns["text"], kind))
    if not text.strip():
        raise InputError("is empty")
    words = {
        field: _words(values, columns, field, kind) for field in ("title", "url", "publisher", "author", "language")
    }
    day = day_of(values.get("date"))
    if day is None and "date" in values:
        raise InputError(f"has the date {str(values['date'])[:60]!r}; write it like 2024-12-04")
    sources = {field: f"{kind} {columns[field]!r}" for field in values if field != "text"}
    if day is not None and in_future(day, asked.today):
        sources["date"] += ", though it lies in the future"
    return Document(
        id=_id(values.get("id")) or id,
        text=text,
        language=_code(words["language"]),
        title=words["title"],
        date=day,
        url=words["url"],
        publisher=words["publisher"],
        author=words["author"],
        origin=origin,
        known_from=tuple(sources.items()),
    )


def _value(record: Mapping[str, Any], name: str) -> Any:
    """What stands under a name, or under a path of names."""
    if name in record:
        return record[name]
    first, dot, rest = name.partition(".")
    inner = record.get(first) if dot else None
    return _value(inner, rest) if isinstance(inner, dict) else None


def _no_text(record: Mapping[str, Any], name: str, kind: str) -> str:
    if record.get(name) == "":
        return "is empty"
    if name in record:
        held = _KINDS.get(type(record[name]), "a number")
        return f"has no {kind} {name!r} with the text of the report: it holds {held}"
    there = ", ".join(repr(str(key)[:40]) for key in list(record)[:_SHOWN])
    hint = f"; it has {there}; say which holds the text, as in --map text={kind.upper()}" if there else ""
    return f"has no {kind} {name!r} with the text of the report{hint}"


def _words(values: Mapping[str, Any], columns: Mapping[str, str], field: str, kind: str) -> str | None:
    value = values.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(f"has a {kind} {columns[field]!r} that is no text")
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
