"""Store: the one handle on a knowledge base that others hold; it delegates and keeps the transactions."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

import apsw

from lagebild.comparison.copies.groups import Excerpt, Group
from lagebild.comparison.copies.passages import Passage
from lagebild.comparison.identities import Group as Known
from lagebild.errors import StoreError
from lagebild.judging import Outcome as DecisionOutcome
from lagebild.model.document import Document
from lagebild.model.findings import Findings
from lagebild.model.holding import Holding
from lagebild.model.judgement import Judgement
from lagebild.model.keys import document_key
from lagebild.model.packing import packed
from lagebild.reading.fetch.validators import Validator
from lagebild.store import (
    comparing,
    copies,
    documents,
    failures,
    identities,
    judgements,
    origins,
    referring,
    sightings,
    validators,
)
from lagebild.store.checking import Problem, problems
from lagebild.store.claims import deciding as deciding_claims
from lagebild.store.claims.stale import stale
from lagebild.store.copying import back_up
from lagebild.store.database import commit, open_database, roll_back, said, transaction
from lagebild.store.evidence import verified, verified_packed
from lagebild.store.identities import Asked, Identity, Place
from lagebild.store.origins import Cited
from lagebild.store.overview import Overview, overview, state
from lagebild.store.selection import Selection

Wire = dict[str, Any]
Clock = Callable[[], datetime]


class Outcome(StrEnum):
    """What became of a document that was to be stored."""

    ADDED = "added"
    THERE = "there"
    """The same document was there already."""
    CHANGED = "changed"
    """Another text under the same address, or the same id of its maker's, is there; it was left as it is."""
    REPLACED = "replaced"
    """It took the place of such an older version, which stays in the base."""


class Added(NamedTuple):
    """The document's key and what became of it; `older` is the key of the version that is or was there."""

    key: str
    outcome: Outcome
    older: str | None = None


class Seen(NamedTuple):
    """Whether a document is "new", "there", or "changed" (another version of it is there, with the key `older`)."""

    key: str
    state: str
    older: str | None = None


def open_store(
    path: Path | str, *, write: bool = True, make: bool = True, clock: Clock | None = None, as_compared: bool = False
) -> "Store":
    """The base in the file at `path`; made where there is none and `make`. Raises StoreError with what to do.

    With `as_compared` claims are told as they were when they were last compared, whatever came in since.
    """
    where = Path(path)
    opened = Store(open_database(where, write=write, make=make), where, clock or (lambda: datetime.now(UTC)))
    opened.as_compared = as_compared
    return opened


class Store:
    """One open base. Every method raises StoreError for what goes wrong with the file, and says what to do.

    Writing methods happen whole or not at all. Use it in one thread; open it again in another.
    """

    def __init__(self, connection: apsw.Connection, path: Path, clock: Clock) -> None:
        self.connection = connection
        self.path = path
        self._clock = clock
        self._held = False
        self.as_compared = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; what was written stays written."""
        with said(self.path):
            self.connection.close()

    def seen(self, document: Document) -> Seen:
        """Whether the document is here already; asked before it is taken apart, which is what costs."""
        key = document_key(document)
        with said(self.path):
            if documents.stored(self.connection, key):
                return Seen(key, "there", key)
            older = documents.predecessor(self.connection, document)
        return Seen(key, "changed", older.key) if older else Seen(key, "new")

    def add(self, wire: Wire, *, engine: str, origin: str | None = None, update: bool = False) -> Added:
        """Stores the findings of one document, given in wire form, in one transaction; then it cannot be lost.

        With `update` it takes the place of an older version. A failure of the same `origin` is struck. Raises
        EvidenceError where a record does not stand on words of the text, InputError for a text that no file can hold.
        """
        findings = verified(wire)
        return self._add(findings, packed(findings), engine=engine, origin=origin, update=update)

    def add_packed(
        self, document: Document, found: bytes, *, engine: str, origin: str | None = None, update: bool = False
    ) -> Added:
        """The same for findings as `packing.packed` makes them, which costs less."""
        return self._add(verified_packed(found, document), found, engine=engine, origin=origin, update=update)

    def reread(self, key: str, wire: Wire, *, engine: str) -> Findings:
        """Puts a newer engine's findings in place of a document's; returns the old. Judgements hold as before.

        Raises StoreError where the text is another one or the document is not there, EvidenceError as `add` does.
        """
        findings = verified(wire)
        row = self._row(key)
        with said(self.path), transaction(self.connection):
            before = documents.raw_findings(self.connection, row)
            if before.document.text != findings.document.text:
                raise StoreError(f"document {key}: the findings are of another text")
            documents.found_again(self.connection, row.id, findings, packed(findings), engine=engine)
            documents.project(self.connection, row.id, findings, key=key)
            copies.placed_again(self.connection, row.id, findings)
        return before

    def holding(self, key: str, *, as_of: date | None = None) -> Holding:
        """One document with its judged findings; with `as_of` only what had been published by then is a copy of it.
        Raises StoreError where there is none of that key."""
        row = self._row(key)
        with said(self.path):
            return documents.holding(self.connection, row, as_of=as_of)

    def found(self, key: str) -> Findings:
        """What the engine found in a document, before any judgement."""
        row = self._row(key)
        with said(self.path):
            return documents.raw_findings(self.connection, row)

    def holdings(self, selection: Selection = Selection()) -> Iterator[Holding]:  # noqa: B008
        """The documents meant, by day (undated first) and key, one after the other."""
        with said(self.path):
            for row in documents.all_stored(self.connection, selection):
                yield documents.holding(self.connection, row)

    def stored(self, selection: Selection = Selection()) -> Iterator[documents.Stored]:  # noqa: B008
        """The same documents without text and findings."""
        with said(self.path):
            yield from documents.all_stored(self.connection, selection)

    def count(self, selection: Selection = Selection()) -> int:  # noqa: B008
        """How many documents are meant; without a selection all but older versions."""
        with said(self.path):
            return documents.count(self.connection, selection)

    def judge(self, judgement: Judgement) -> bool:
        """Appends a judgement and applies it; False where the same one is there already."""
        return self.judge_all((judgement,)) == 1

    def judge_all(self, made: Iterable[Judgement]) -> int:
        """Appends all of them or none, and applies them; returns how many were not there already."""
        new: list[Judgement] = []
        with said(self.path), transaction(self.connection):
            new.extend(item for item in made if judgements.append(self.connection, item))
            for judgement in new:
                if judgement.document is None:
                    comparing.decide(self.connection, judgement)
                    deciding_claims.decide(self.connection, judgement)
            for document in sorted({judgement.document for judgement in new if judgement.document is not None}):
                row = documents.stored(self.connection, document)
                if row:
                    raw = documents.raw_findings(self.connection, row)
                    documents.project(self.connection, row.id, raw, key=row.key)
        return len(new)

    def judgements(self, document: str | None = None) -> list[Judgement]:
        """All judgements, or those on one document, oldest first."""
        with said(self.path):
            made = judgements.of_document(self.connection, document) if document else judgements.every(self.connection)
            return list(made)

    def identity_outcomes(self) -> dict[str, DecisionOutcome]:
        """What became of each decision about entities across documents, by its key."""
        with said(self.path):
            return dict(comparing.outcomes(self.connection))

    def documents_like(self, beginning: str) -> list[str]:
        """Keys of documents that begin so."""
        with said(self.path):
            return referring.documents_like(self.connection, beginning)

    def records_like(self, beginning: str) -> list[referring.Reference]:
        """Records of current documents whose keys begin so."""
        with said(self.path):
            return referring.records_like(self.connection, beginning)

    @property
    def writable(self) -> bool:
        """Whether anything can be written."""
        with said(self.path):
            return not self.connection.readonly("main") and not self.connection.pragma("query_only")

    def fail(self, origin: str, reason: str, *, source: str, options: str = "{}") -> None:
        """Keeps an input that could not be read; `source` and `options` say how to try it again."""
        with said(self.path), transaction(self.connection):
            failures.note(self.connection, origin, reason, source=source, options=options, at=self._clock())

    def finished(self, source: str, *, since: datetime) -> None:
        """Says that a run, begun at `since`, is through with a source: failures that did not recur are struck."""
        with said(self.path), transaction(self.connection):
            failures.strike_older(self.connection, source, since=since)

    def strike(self, origin: str) -> None:
        """Takes out a failure that is none any more."""
        with said(self.path), transaction(self.connection):
            failures.strike(self.connection, origin)

    def hold(self) -> None:
        """From here on what is written becomes safe only with `settle`, all at once, which costs less; others wait."""
        if not self._still_held():
            with said(self.path):
                self.connection.execute("begin immediate")
            self._held = True

    def settle(self) -> None:
        """Makes safe what was written since `hold`; where that fails nothing of it is there.

        Raises StoreError where all of it was taken back already, as happens when the disk is full.
        """
        if self._still_held():
            self._held = False
            with said(self.path):
                try:
                    commit(self.connection)
                except BaseException:
                    roll_back(self.connection)
                    raise

    def now(self) -> datetime:
        """The time by the store's clock, as it goes into what is written."""
        return self._clock()

    def failures(self) -> list[failures.Failed]:
        """The inputs that could not be read, the newest last."""
        with said(self.path):
            return list(failures.every(self.connection))

    def keep_validator(self, validator: Validator) -> None:
        """Keeps what a server said of an address, once all that came from there is stored."""
        with said(self.path), transaction(self.connection):
            validators.keep(self.connection, validator, at=self._clock())

    def validator(self, address: str) -> Validator | None:
        """What a server last said of an address, None where nothing is known."""
        with said(self.path):
            return validators.of(self.connection, address)

    def validators(self) -> list[Validator]:
        """What servers last said, of all addresses."""
        with said(self.path):
            return list(validators.every(self.connection))

    def copies(self, *, of: str | None = None) -> Iterator[Group]:
        """The groups of documents that are one report, the largest first; or only the one that `of` belongs to."""
        row = self._row(of) if of is not None else None
        with said(self.path):
            yield from origins.groups(self.connection, of=row.id if row else None)

    def excerpts(self, *, of: str | None = None) -> Iterator[Excerpt]:
        """Documents that stand almost whole in another, by their keys; or only those in which `of` has a part."""
        row = self._row(of) if of is not None else None
        with said(self.path):
            yield from origins.excerpts(self.connection, of=row.id if row else None)

    def citations(self, *, of: str | None = None) -> Iterator[Cited]:
        """Which media documents have something from; or only those of the document `of`."""
        row = self._row(of) if of is not None else None
        with said(self.path):
            yield from origins.citations(self.connection, of=row.id if row else None)

    def shared(self, left: str, right: str) -> tuple[Passage, ...]:
        """The passages that two documents share, in the order of the left one's text."""
        rows = self._row(left), self._row(right)
        with said(self.path):
            return origins.shared(self.connection, *(row.id for row in rows))

    def compare_again(self, *, progress: Callable[[int, int], None] | None = None) -> int:
        """Looks for copies among all documents anew; returns how many documents there are."""
        with said(self.path), transaction(self.connection):
            return copies.made_again(self.connection, progress=progress)

    def refresh_identities(self, *, everybody: bool = False) -> int:
        """Compares again across documents whom it must, or everybody; returns how many blocks of names that took.

        Others may write in between. A kill loses nothing: what is not done yet is done the next time.
        """
        if everybody:
            with said(self.path), transaction(self.connection):
                sightings.renew(self.connection)
        done = 0
        while True:
            with said(self.path), transaction(self.connection):
                blocks = comparing.refresh(self.connection)
            if not blocks:
                return done
            done += blocks

    def identities_are_stale(self) -> bool:
        """Whether documents or decisions came in since entities were last compared across documents."""
        with said(self.path):
            return sightings.is_stale(self.connection)

    def identities(self, asked: Asked, *, limit: int | None = None, skip: int = 0) -> Iterator[Identity]:
        """The entities across documents that are meant, without the first `skip`."""
        with said(self.path):
            yield from identities.listed(self.connection, asked, limit=limit, skip=skip)

    def identities_named(self, words: str) -> list[Identity]:
        """Those whose key begins so; else those of that name, the most frequent first."""
        with said(self.path):
            return identities.named(self.connection, words)

    def identity(self, key: str) -> Known:
        """One entity across documents with everything known of it. Raises StoreError where there is none."""
        with said(self.path):
            found = identities.group(self.connection, key)
        if found is None:
            raise StoreError(f"{self.path}: knows no entity with the key {key!r}; `lagebild entities` lists them")
        return found

    def identity_places(self, key: str) -> list[Place]:
        """The documents that an entity is in, the newest first."""
        with said(self.path):
            return list(identities.places(self.connection, key))

    def identity_suggestions(self, key: str | None = None) -> list[tuple[Identity, Identity, float, str]]:
        """Pairs of entities that may be one, with how surely and why, the likeliest first."""
        with said(self.path):
            return identities.suggested(self.connection, key)

    def overview(self) -> Overview:
        """The base in a few numbers, and what came in last."""
        with said(self.path):
            return overview(self.connection)

    def state(self) -> tuple[int, ...]:
        """Another value whenever something has changed that an overview shows."""
        with said(self.path):
            return state(self.connection)

    def check(self) -> Iterator[Problem]:
        """Everything that is wrong with the file: damage, texts, evidence, rows that findings do not explain."""
        with said(self.path):
            yield from problems(self.connection)

    def back_up(self, target: Path | str, *, progress: Callable[[int, int], None] | None = None) -> None:
        """Copies the base to another file while it is in use; `target` appears only when it is whole."""
        back_up(self.connection, self.path, Path(target), progress=progress)

    def _still_held(self) -> bool:
        if self._held and not self.connection.in_transaction:
            self._held = False
            raise StoreError(
                f"{self.path}: what was written last was taken back; free some disk space and run it again"
            )
        return self._held

    def _add(self, findings: Findings, found: bytes, *, engine: str, origin: str | None, update: bool) -> Added:
        with said(self.path), transaction(self.connection):
            if origin is not None:
                failures.strike(self.connection, origin)
            return self._added(findings, found, engine=engine, origin=origin, update=update)

    def _added(self, findings: Findings, found: bytes, *, engine: str, origin: str | None, update: bool) -> Added:
        key = document_key(findings.document)
        if documents.stored(self.connection, key):
            return Added(key, Outcome.THERE, key)
        older = documents.predecessor(self.connection, findings.document)
        if older and not update:
            return Added(key, Outcome.CHANGED, older.key)
        row = documents.insert(self.connection, findings, found, engine=engine, added=self._clock(), origin=origin)
        documents.project(self.connection, row, findings, key=key, fresh=True)
        copies.placed(self.connection, row, findings)
        if older:
            self.connection.execute("update documents set newer = ? where id = ?", (row, older.id))
            sightings.leave(self.connection, older.id)
            stale(self.connection, older.id)
            return Added(key, Outcome.REPLACED, older.key)
        return Added(key, Outcome.ADDED)

    def _row(self, key: str) -> documents.Stored:
        with said(self.path):
            row = documents.stored(self.connection, key)
        if row is None:
            raise StoreError(f"{self.path}: holds no document with the key {key!r}; `lagebild find` lists documents")
        return row
