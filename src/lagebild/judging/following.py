"""Following: what changes along with a field, so that the record stays of one piece."""

from collections.abc import Mapping, Sequence
from typing import Any

from lagebild.judging.sheet import Record, Sheet

_SIDES = {
    "event": ("actor", "recipient"), "breach": ("who",), "threat": ("from",), "deployment": ("whose",),
}  # fmt: skip


def follow(kind: str, record: Record, field: str, old: Any, sheet: Sheet, *, author: str, own: frozenset[str]) -> None:
    """Changes in `record` what goes with its corrected `field`, which was `old`; `own` are the fields that people
    corrected themselves.

    The speaker and the entity go together, and so do the code, the words and the entity of a side: whoever corrects
    one of them must not leave the others speaking of somebody else.
    """
    if kind == "attribution" and field in ("speaker", "entity"):
        _speaker(record, field, sheet, author)
    elif kind == "threat" and field in ("to", "to_spans", "to_entities"):
        _threatened(record, old if field == "to" else record["to"])
    else:
        for side in _SIDES.get(kind, ()):
            if field in (side, f"{side}_entity", f"{side}_span"):
                _side(record, side, field, sheet, own)


def _speaker(record: Record, field: str, sheet: Sheet, author: str) -> None:
    if field == "entity" and record["entity"] is not None:
        record["speaker"] = _entities(sheet)[record["entity"]]["name"]
    elif field == "speaker":
        record["entity"] = _called(record["speaker"], sheet)
    record["speaker_reason"] = f"corrected by {author}"


def _called(name: str | None, sheet: Sheet) -> str | None:
    """The one entity of that name, None where there is none or more."""
    named = [
        item["key"] for item in sheet.records["entity"] if name is not None and name in (item["name"], item["known"])
    ]
    return named[0] if len(named) == 1 else None


def _side(record: Record, side: str, field: str, sheet: Sheet, own: frozenset[str]) -> None:
    span, entity = f"{side}_span", f"{side}_entity"
    if field == side:
        known = _entities(sheet).get(record[entity] or "")
        if record[side] is None or known is None or known["code"] != record[side]:
            if span not in own or record[side] is None:
                record[span] = None
            coded = [item["key"] for item in sheet.records["entity"] if item["code"] == record[side] is not None]
            record[entity] = coded[0] if len(coded) == 1 else None
    elif field == entity and record[entity] is not None:
        known = _entities(sheet)[record[entity]]
        if side not in own:
            record[side] = known["code"] or known["name"]
        words = [item["span"] for item in sheet.records["mention"] if item["entity"] == record[entity]]
        if span not in own and record[span] is not None and not any(_touch(record[span], item) for item in words):
            record[span] = None
    if record[side] is None:
        record[span] = record[entity] = None


def _threatened(record: Record, old: Sequence[str]) -> None:
    """The three lists stay of one length; who was threatened before keeps words and entity, others have none."""
    for name in ("to_spans", "to_entities"):
        given = dict(zip(old, record[name], strict=False))
        record[name] = [given.get(code) for code in record["to"]]


def _entities(sheet: Sheet) -> Mapping[str, Record]:
    return {item["key"]: item for item in sheet.records["entity"]}


def _touch(left: list[int], right: list[int]) -> bool:
    return left[0] < right[1] and right[0] < left[1]
