"""The verbs of judging on a base: each makes a judgement on the record meant, and appends it."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

from lagebild import judging
from lagebild.errors import JudgementError, UsageError
from lagebild.judging import Outcome, State, applied
from lagebild.judging.active import in_order, undone_keys
from lagebild.judging.statistics import Tally, by_confidence, by_kind, by_rule
from lagebild.judging.wire import BadLine
from lagebild.knowledge.author import author_of
from lagebild.knowledge.referring import the_record
from lagebild.knowledge.values import value_of
from lagebild.model.judgement import Judgement
from lagebild.store import Store
from lagebild.store.selection import Selection


class Told(NamedTuple):
    """A judgement with what became of it."""

    judgement: Judgement
    outcome: Outcome


class Imported(NamedTuple):
    """How many judgements were new, how many were there already, and the lines that are none."""

    new: int
    known: int
    bad: tuple[BadLine, ...]


def accept(store: Store, record: str, *, author: str | None) -> Judgement:
    """The record is right as it stands."""
    (_, kind, name), findings = the_record(store, record)
    return _kept(store, judging.accept(findings, kind, name, author=author_of(author), at=_now()))


def reject(store: Store, record: str, *, author: str | None) -> Judgement:
    """The record is wrong."""
    (_, kind, name), findings = the_record(store, record)
    return _kept(store, judging.reject(findings, kind, name, author=author_of(author), at=_now()))


def correct(store: Store, record: str, field: str, value: Any, *, author: str | None) -> Judgement:
    """The field of the record has this value; a text is read as a person writes it (`values.value_of`)."""
    (_, kind, name), findings = the_record(store, record)
    if isinstance(value, str):
        value = value_of(findings, kind, name, field, value)
    return _kept(store, judging.correct(findings, kind, name, field, value, author=author_of(author), at=_now()))


def note(store: Store, record: str, text: str, *, author: str | None) -> Judgement:
    """A remark on the record."""
    (_, kind, name), findings = the_record(store, record)
    return _kept(store, judging.note(findings, kind, name, text, author=author_of(author), at=_now()))


def undo(store: Store, key: str, *, author: str | None) -> Judgement:
    """The judgement whose key begins so no longer holds; undoing an undo lets it hold again."""
    found = [item for item in store.judgements() if item.key.startswith(key)]
    if len(found) != 1 or len(key) < SHORTEST:
        fitting = ", ".join(item.key for item in found[:5])
        told = f"fits several: {fitting}" if fitting else "no judgement has a key that begins so"
        raise JudgementError(f"{key}: {told}; `lagebild judge list` has them all")
    return _kept(store, judging.undo(found[0], author=author_of(author), at=_now()))


SHORTEST = 4


def told(store: Store, *, author: str | None = None, document: str | None = None) -> Iterator[Told]:
    """The judgements with what became of each, oldest first; those of one author, or on one document."""
    every = store.judgements()
    outcomes = _outcomes(store, every)
    for item in every:
        if (author is None or item.author == author) and (document is None or item.document == document):
            yield Told(item, outcomes[item.key])


def newest(store: Store, *, limit: int, skip: int = 0, author: str | None = None) -> list[Told]:
    """Some of the judgements with what became of each, the newest first; costs what these concern, not all."""
    every = store.judgements()
    chosen = [item for item in reversed(every) if author is None or item.author == author][skip : skip + limit]
    concerned = {item.document for item in chosen}
    outcomes = _outcomes(store, [item for item in every if item.document in concerned])
    return [Told(item, outcomes[item.key]) for item in chosen]


def statistics(store: Store, by: str) -> list[Tally]:
    """How often each rule, kind of record or band of confidence was right."""
    counts = {"rule": by_rule, "kind": by_kind, "confidence": by_confidence}
    if by not in counts:
        raise UsageError(f"{by!r}: statistics are by {', '.join(counts)}")
    return counts[by](store.judgements())


def lines(store: Store) -> Iterator[str]:
    """All judgements as lines of JSON, oldest first."""
    return (judging.judgement_line(item) for item in store.judgements())


def read_in(store: Store, source: Iterable[str]) -> Imported:
    """Takes judgements from lines of JSON; those that are there already change nothing."""
    good: list[Judgement] = []
    bad: list[BadLine] = []
    for item in judging.read_judgements(source):
        if isinstance(item, BadLine):
            bad.append(item)
        else:
            good.append(item)
    unlike = in_order(good)
    new = store.judge_all(unlike)
    if any(item.document is None for item in unlike) or store.identities_are_stale():
        store.refresh_identities()
    return Imported(new, len(unlike) - new, tuple(bad))


def _outcomes(store: Store, every: list[Judgement]) -> dict[str, Outcome]:
    """What became of each: those on records document by document, those on entities all together."""
    outcomes = dict.fromkeys((item.key for item in every), Outcome(State.HOLDS))
    of_document: dict[str, list[Judgement]] = {}
    for item in every:
        if item.document is not None:
            of_document.setdefault(item.document, []).append(item)
    there = {row.key for row in store.stored(Selection(superseded=True))} if of_document else set()
    for document, made in of_document.items():
        if document in there:
            outcomes |= applied(store.found(document), made).outcomes
        else:
            elsewhere = Outcome(State.ADRIFT, "its document is not in this base; it will hold when that is added")
            outcomes |= dict.fromkeys((item.key for item in made), elsewhere)
    outcomes |= store.identity_outcomes()
    return outcomes | dict.fromkeys(undone_keys(in_order(every)), Outcome(State.UNDONE))


def _kept(store: Store, judgement: Judgement) -> Judgement:
    store.judge(judgement)
    if store.identities_are_stale():
        store.refresh_identities()
    return judgement


def _now() -> datetime:
    return datetime.now(UTC)
