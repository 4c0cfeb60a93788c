"""Judgement: what a person decided about a record or an entity; appended, never rewritten, above all that we find."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """What was decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    """`field` of the record has `value`."""
    NOTE = "note"
    """`value` is a remark; nothing changes."""
    MERGE = "merge"
    """The entity `record` and the entity `value` are one; the result goes by `record`."""
    SPLIT = "split"
    """`value` is not the entity `record`: a sighting ("document-key/entity-key"), a list of them that are one together,
    or the key of an entity across documents."""
    RENAME = "rename"
    """The entity `record` is called `value`."""
    UNDO = "undo"
    """The judgement whose key is `value` no longer holds."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. The newest that still holds wins; an UNDO takes the one that it names out, and can be undone too.

    `key` is made from all the rest, so the same judgement imported twice is one. `document` is the key of the document
    (None for entities across documents), `kind` one of the lists of docs/json.md in the singular ("attribution",
    "event", "exchange", "breach", "threat", "deployment", "timex", "quantity", "place", "entity", or "mention", whose
    `entity` is a field there too), `record` the key of
    the record, or its span "start-end" where records of that kind have no key. `value` is the JSON text of a value, as
    docs/json.md has the field. `before` is the JSON text of the record as it stood when judged: with it the judgement
    finds the record again after a newer engine has named it otherwise, and an accepted record outlives an engine that
    no longer finds it. `author` is who decided, `at` when (UTC).
    """

    key: str
    verdict: Verdict
    document: str | None
    kind: str
    record: str
    field: str | None
    value: str | None
    before: str | None
    author: str
    at: datetime
