"""Judgements as lines of JSON, for exchange between the members of a team (docs/judgements.md)."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from lagebild.errors import JudgementError
from lagebild.judging.making import made
from lagebild.judging.sheet import json_text
from lagebild.model.judgement import Judgement, Verdict


class BadLine(NamedTuple):
    """A line that is no judgement, by its number from 1, with what is wrong with it."""

    number: int
    reason: str


_TEXTS = ("kind", "record", "author")
_MAYBE_TEXTS = ("document", "field")
_NEEDS_VALUE = (Verdict.CORRECT, Verdict.NOTE, Verdict.MERGE, Verdict.SPLIT, Verdict.RENAME, Verdict.UNDO)


def judgement_line(judgement: Judgement) -> str:
    """One line of JSON without the line break; the same judgement gives the same line."""
    return json_text({
        "key": judgement.key,
        "verdict": judgement.verdict.value,
        "document": judgement.document,
        "kind": judgement.kind,
        "record": judgement.record,
        "field": judgement.field,
        "value": _opened(judgement.value),
        "before": _opened(judgement.before),
        "author": judgement.author,
        "at": judgement.at.isoformat(),
    })  # fmt: skip


def read_judgements(lines: Iterable[str]) -> Iterator[Judgement | BadLine]:
    """The judgements in the lines, in their order; blank lines are passed over. A line without a key gets the one that
    its content makes; one whose key does not fit its content was changed by hand and is refused."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _judgement(line)
        except JudgementError as problem:
            yield BadLine(number, str(problem))


def _judgement(line: str) -> Judgement:
    wire = _object(line)
    for name in _TEXTS:
        if not isinstance(wire.get(name), str) or not wire[name]:
            raise JudgementError(f"{name!r} must be a text")
    for name in _MAYBE_TEXTS:
        if not isinstance(wire.get(name), str | None):
            raise JudgementError(f"{name!r} must be a text or null")
    verdict = _verdict(wire.get("verdict"))
    if verdict in _NEEDS_VALUE and wire.get("value") is None and verdict is not Verdict.CORRECT:
        raise JudgementError(f"a judgement to {verdict.value} needs a 'value'")
    if verdict is Verdict.CORRECT and ("value" not in wire or not wire.get("field")):
        raise JudgementError("a correction needs a 'field' and a 'value' (null where the field is to be empty)")
    value = json_text(wire["value"]) if verdict in _NEEDS_VALUE else None
    before = json_text(wire["before"]) if wire.get("before") is not None else None
    judgement = made(
        verdict, document=wire.get("document"), kind=wire["kind"], record=wire["record"], field=wire.get("field"),
        value=value, before=before, author=wire["author"], at=_time(wire.get("at")),
    )  # fmt: skip
    if wire.get("key") not in (None, judgement.key):
        raise JudgementError(
            f"its key {wire['key']!r} does not fit its content, so it was changed by hand; take the key out to add it"
            " as a judgement of its own"
        )
    return judgement


def _object(line: str) -> dict[str, Any]:
    try:
        wire = json.loads(line, parse_constant=_refuse)
        line.encode()
    except (ValueError, RecursionError) as problem:
        raise JudgementError(f"no JSON: {problem}") from problem
    if not isinstance(wire, dict):
        raise JudgementError("no JSON object")
    return wire


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number of JSON")


def _verdict(value: Any) -> Verdict:
    try:
        return Verdict(value)
    except ValueError:
        known = ", ".join(verdict.value for verdict in Verdict)
        raise JudgementError(f"{value!r} is no verdict; there are {known}") from None


def _time(value: Any) -> datetime:
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise JudgementError(f"'at' is {value!r}; write the time like 2024-12-04T09:30:00+00:00") from None


def _opened(text: str | None) -> Any:
    """What a JSON text says; a text that is none, as it stands."""
    if text is None:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text
