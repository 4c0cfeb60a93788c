"""Deciding: a person's wish about a record, kept unless somebody decided about it meanwhile."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from lagebild.errors import UsageError
from lagebild.judging.active import active
from lagebild.knowledge import KnowledgeBase
from lagebild.model.judgement import Judgement
from lagebild.store.database import said, transaction
from lagebild.store.judgements import newer_about, newest_about
from lagebild.web.bases import Bases


class ConflictError(UsageError):
    """Somebody else decided about the record after it was shown."""


@dataclass(frozen=True, slots=True)
class Wish:
    """`verdict` is "accept", "reject", "correct", "note" or "undo"; `seen` is the key of the newest judgement on the
    record that the person knew of, "" for none, None where they do not care."""

    document: str
    kind: str
    name: str
    verdict: str
    field: str | None = None
    value: str = ""
    seen: str | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """The judgement, and what the record is called now."""

    judgement: Judgement
    name: str


def decide(bases: Bases, wish: Wish, *, author: str | None) -> Decided:
    """Appends the judgement. Raises ConflictError where another one came first, UsageError where it cannot be."""
    # What is looked at and what is written are one step, also for others who write to the file.
    with bases.writing() as base, said(base.store.path), transaction(base.store.connection):
        document = base.address(wish.document).document
        newest = newest_on(base, document, wish.kind, wish.name)
        if wish.seen is not None and wish.seen != newest:
            raise ConflictError(f"{wish.kind}:{wish.name}: somebody else has just decided about it")
        record = f"{document}/{wish.kind}:{wish.name}"
        match wish.verdict:
            case "accept":
                made = base.accept(record, author=author)
            case "reject":
                made = base.reject(record, author=author)
            case "note":
                made = base.note(record, wish.value, author=author)
            case "undo":
                made = base.undo(wish.value or _newest_that_holds(base, document, wish), author=author)
            case "correct":
                if not wish.field:
                    raise UsageError("say which field is to be corrected")
                made = base.correct(record, wish.field, wish.value, author=author)
            case _:
                raise UsageError(f"{wish.verdict!r}: decide to accept, reject, correct, note or undo")
    return Decided(made, _called(made, wish))


@contextmanager
def deciding(bases: Bases, kind: str, named: Iterable[str], *, seen: str | None) -> Iterator[KnowledgeBase]:
    """The base, to decide about entities or claims (`kind`) of these keys or places ("document/record").

    `seen` is the key of the newest judgement on any of that kind that the person knew of, another word for none, None
    where they do not care. Raises ConflictError where somebody has decided about one of these since.
    """
    wanted = set(named)
    with bases.writing() as base, said(base.store.path), transaction(base.store.connection):
        if seen is not None:
            for judgement in newer_about(base.store.connection, kind, seen):
                if wanted & set(_concerned(judgement)):
                    raise ConflictError(f"{judgement.record}: somebody else has just decided about it")
        yield base


def newest_of(base: KnowledgeBase, kind: str) -> str:
    """The key of the newest judgement on entities or claims, "-" where there is none: forms do not send nothing."""
    return newest_about(base.store.connection, kind) or "-"


def _concerned(judgement: Judgement) -> Iterator[str]:
    """The keys of the entities or claims that a judgement is about, and where they stand."""
    yield judgement.record
    told = json.loads(judgement.before or "null")
    for summary in told.values() if isinstance(told, dict) else ():
        if isinstance(summary, dict):
            yield str(summary.get("key"))
            for ref in summary.get("members", ()):
                yield ref
                yield str(ref).partition("/")[0]


def newest_on(base: KnowledgeBase, document: str, kind: str, name: str) -> str:
    """The key of the newest judgement on a record, or on judgements on it, "" where there is none."""
    return next((item.key for item in reversed(_on(base, document, kind, name))), "")


def _newest_that_holds(base: KnowledgeBase, document: str, wish: Wish) -> str:
    holding = active(_on(base, document, wish.kind, wish.name))
    if not holding:
        raise UsageError("nobody has decided anything here that could be undone")
    return holding[-1].key


def _on(base: KnowledgeBase, document: str, kind: str, name: str) -> list[Judgement]:
    return [item for item in base.store.judgements(document) if item.kind == kind and item.record == name]


def _called(made: Judgement, wish: Wish) -> str:
    """A record without a key is named by its place, which may have been corrected."""
    if wish.field == "span" and made.value:
        start, stop = made.value.strip("[]").split(",")
        return f"{start.strip()}-{stop.strip()}"
    return wish.name
