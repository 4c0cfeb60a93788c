"""Values: what a person writes for a field, as docs/json.md has it."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from lagebild.errors import JudgementError
from lagebild.judging.fields import FIELDS
from lagebild.judging.making import record_in
from lagebild.judging.sheet import Record, Sheet, sheet_of
from lagebild.model.findings import Findings

NOTHING = ("none", "null", "-")
BETWEEN = " … "
"""Between words that stand apart in the text, as tables print them."""


def value_of(findings: Findings, kind: str, record: str, field: str, words: str) -> Any:
    """The value that the words mean for this field of the record: a text, a number, "none" for nothing, a place in the
    text as START-END or as the words that stand there (of several such places the one nearest to the record), the
    name of an entity, or JSON.

    Raises JudgementError where the field cannot be corrected, or nothing of this may stand in it.
    """
    fields = FIELDS.get(kind, {})
    if field not in fields:
        raise JudgementError(f"{kind} records have no field {field!r} to correct; they have {', '.join(fields)}")
    sheet = sheet_of(findings)
    at = record_in(sheet, kind, record)
    problem: ValueError | None = None
    for value in _readings(words, findings.document.text, at, sheet):
        try:
            return fields[field](value, sheet.ground)
        except ValueError as told:
            problem = problem or told
    if words not in findings.document.text and str(problem).endswith(_WANTS_A_PLACE):
        problem = ValueError(f"{words!r} does not stand in the text; give words that do, or START-END")
    raise JudgementError(f"{kind} {record}, {field}: {problem}")


_WANTS_A_PLACE = ("is no list", "is no span; give [start, end] in code points of the text")


def _readings(words: str, text: str, at: Record, sheet: Sheet) -> Iterator[Any]:
    """What the words may mean, the likeliest first."""
    if words.lower() in NOTHING:
        yield None
    yield words
    with suppress(ValueError, RecursionError):
        yield json.loads(words)
    spans = _spans(words, text, at)
    if spans:
        yield spans[0] if len(spans) == 1 else None
        yield spans
    named = [item["key"] for item in sheet.records["entity"] if words in (item["name"], item["known"])]
    if len(named) == 1:
        yield named[0]


def _spans(words: str, text: str, at: Record) -> list[list[int]]:
    """The places in the text that the words name, all of them or none."""
    parts = words.split(BETWEEN)
    numbers = re.fullmatch(r"\d+-\d+(?:\s*,\s*\d+-\d+)*", words)
    if numbers:
        return [[int(end) for end in part.split("-")] for part in re.split(r"\s*,\s*", words)]
    found = [_nearest(part, text, at) for part in parts]
    return [span for span in found if span is not None] if all(found) else []


def _nearest(words: str, text: str, at: Record) -> list[int] | None:
    """Where the words stand, nearest to the record."""
    starts = [match.start() for match in re.finditer(re.escape(words), text)] if words else []
    here = _place(at)
    return min(([start, start + len(words)] for start in starts), key=lambda span: abs(span[0] - here), default=None)


def _place(record: Record) -> int:
    for field in ("span", "trigger", "cue", "content", "tie"):
        value = record.get(field)
        if value:
            first = value[0] if isinstance(value[0], list) else value
            return int(first[0])
    return 0
