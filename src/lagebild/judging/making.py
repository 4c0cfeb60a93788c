"""Making judgements: each is checked against the findings that it is about before it exists."""

from datetime import UTC, datetime
from typing import Any

from lagebild.errors import JudgementError
from lagebild.judging.fields import FIELDS, KINDS
from lagebild.judging.sheet import Record, Sheet, json_text, sheet_of
from lagebild.model.findings import Findings
from lagebild.model.judgement import Judgement, Verdict
from lagebild.model.keys import content_key, document_key
from lagebild.model.naming import PLACED, name_on_wire


def accept(findings: Findings, kind: str, record: str, *, author: str, at: datetime) -> Judgement:
    """The record is right as it stands, and stays so whatever a newer engine says.

    `record` is its key, or its span as "start-end" where records of that kind have none. Raises JudgementError, as all
    functions here do, where there is no such record, the author is nobody or the time has no zone.
    """
    return _on_record(Verdict.ACCEPT, findings, kind, record, author=author, at=at)


def reject(findings: Findings, kind: str, record: str, *, author: str, at: datetime) -> Judgement:
    """The record is wrong and is to be found no more."""
    return _on_record(Verdict.REJECT, findings, kind, record, author=author, at=at)


def correct(
    findings: Findings, kind: str, record: str, field: str, value: Any, *, author: str, at: datetime
) -> Judgement:
    """The field of the record has this value, which is written as docs/json.md has the field.

    Raises JudgementError too for a field that cannot be corrected, a span outside the text, an unknown act, type or
    status, and the key of an entity, attribution or event that is not there.
    """
    check = FIELDS[_known(kind)].get(field)
    if check is None:
        raise JudgementError(f"{kind} records have no field {field!r} to correct; they have {', '.join(FIELDS[kind])}")
    sheet = sheet_of(findings)
    try:
        checked = check(value, sheet.ground)
    except ValueError as problem:
        raise JudgementError(f"{kind} {record}, {field}: {problem}") from problem
    if field == "within" and checked == record:
        raise JudgementError(f"{kind} {record}, {field}: nothing lies within itself")
    return _on_record(
        Verdict.CORRECT,
        findings,
        kind,
        record,
        author=author,
        at=at,
        field=field,
        value=json_text(checked),
        sheet=sheet,
    )


def note(findings: Findings, kind: str, record: str, text: str, *, author: str, at: datetime) -> Judgement:
    """A remark on the record, which stays as it is."""
    if not text.strip():
        raise JudgementError("a note needs at least one word")
    return _on_record(Verdict.NOTE, findings, kind, record, author=author, at=at, value=json_text(text))


def undo(judgement: Judgement, *, author: str, at: datetime) -> Judgement:
    """The judgement no longer holds; undoing the undo lets it hold again."""
    return made(
        Verdict.UNDO, document=judgement.document, kind=judgement.kind, record=judgement.record, field=None,
        value=json_text(judgement.key), before=None, author=author, at=at,
    )  # fmt: skip


def made(
    verdict: Verdict, *, document: str | None, kind: str, record: str, field: str | None, value: str | None,
    before: str | None, author: str, at: datetime,
) -> Judgement:  # fmt: skip
    """A judgement with the key that its content gives it; `at` is brought to UTC."""
    if not author.strip():
        raise JudgementError("a judgement needs an author: give --author, or set LAGEBILD_AUTHOR")
    if at.tzinfo is None:
        raise JudgementError(f"the time {at.isoformat()} has no zone; give it in UTC")
    if any("\ud800" <= mark <= "\udfff" for mark in author):
        raise JudgementError(f"the author's name {author!r} is no text")
    at = at.astimezone(UTC)
    key = content_key("j", verdict.value, document, kind, record, field, value, before, author, at.isoformat())
    return Judgement(key, verdict, document, kind, record, field, value, before, author, at)


def record_in(sheet: Sheet, kind: str, name: str) -> Record:
    """The record of that name; raises JudgementError where there is none."""
    found = next((item for item in sheet.records[_known(kind)] if name_on_wire(item) == name), None)
    if found is None:
        named = "span (start-end)" if kind in PLACED else "key"
        raise JudgementError(f"no {kind} of this document has the {named} {name!r}")
    return found


def _known(kind: str) -> str:
    if kind not in FIELDS:
        raise JudgementError(f"there are no records of the kind {kind!r}; there are {', '.join(KINDS)}")
    return kind


def _on_record(
    verdict: Verdict, findings: Findings, kind: str, record: str, *, author: str, at: datetime,
    field: str | None = None, value: str | None = None, sheet: Sheet | None = None,
) -> Judgement:  # fmt: skip
    sheet = sheet or sheet_of(findings)
    before = {name: told for name, told in record_in(sheet, kind, record).items() if name != "words"}
    if kind == "entity":
        mentions = [item for item in sheet.records["mention"] if item["entity"] == record]
        before["mentions"] = [{"span": item["span"], "form": item["form"]} for item in mentions]
    return made(
        verdict, document=document_key(findings.document), kind=kind, record=record, field=field, value=value,
        before=json_text(before), author=author, at=at,
    )  # fmt: skip
