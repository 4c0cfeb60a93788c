"""KnowledgeBase: one file of documents with everything found in them, and the verbs of the command line."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from lagebild.comparison.copies.groups import Excerpt, Group
from lagebild.comparison.copies.passages import Passage
from lagebild.comparison.identities import Group as Known
from lagebild.export import Exported, Options, export
from lagebild.intake.limits import Limits
from lagebild.intake.options import Options as Reading
from lagebild.intake.take import Watch as Watching
from lagebild.intake.tally import Tally
from lagebild.judging.statistics import Tally as JudgedTally
from lagebild.knowledge import adding, entities, judgements, rereading, watches
from lagebild.knowledge.judgements import Imported, Told
from lagebild.knowledge.meant import Meant, described, meant
from lagebild.knowledge.referring import Address, in_these_documents, the_address, the_document, the_record
from lagebild.knowledge.rereading import Reread
from lagebild.model.claim import Claim, Near
from lagebild.model.findings import Findings
from lagebild.model.holding import Holding
from lagebild.model.judgement import Judgement
from lagebild.model.situation import Scope, Situation
from lagebild.store import Store, open_store
from lagebild.store.asking import Answer, ask
from lagebild.store.checking import Problem
from lagebild.store.failures import Failed
from lagebild.store.identities import Asked, Identity
from lagebild.store.origins import Cited
from lagebild.store.overview import Overview
from lagebild.store.referring import Reference
from lagebild.store.search.finding import Found, find, kind_for
from lagebild.store.search.wanted import Wanted
from lagebild.store.selection import Selection
from lagebild.watching import News, Watch

if TYPE_CHECKING:
    from lagebild.comparison.ledgers import Account
    from lagebild.comparison.positions import Position
    from lagebild.knowledge.claims import Watch as Comparing


# The verbs about claims are loaded when first asked for: they take words apart, which an `add` need not load here.
class KnowledgeBase:
    """One open base; `lagebild.open(path)` makes it. Close it, or use it in a `with`.

    Methods raise StoreError, whose words say what to do, where the file cannot be read or written. Use a base in one
    thread; open the file once more in another.
    """

    def __init__(self, path: Path | str, *, write: bool = True, make: bool = True, as_compared: bool = False) -> None:
        """Opens the base at `path`; it is made where there is none and `make`. `write=False` changes nothing.

        Asking for claims compares what is new first; `as_compared` tells them as they were when last compared.
        """
        self.store: Store = open_store(path, write=write, make=make, as_compared=as_compared)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; all that was done stays done."""
        self.store.close()

    def add(
        self,
        *sources: Path | str,
        date: date | str | None = None,
        language: str = "auto",
        publisher: str | None = None,
        mapping: Mapping[str, str] | None = None,
        update: bool = False,
        offline: bool = False,
        fetch: bool = False,
        workers: int | None = None,
        engine: str | None = None,
        resources: Path | str | None = None,
        limits: Limits | None = None,
        watch: Watching | None = None,
    ) -> Tally:
        """Puts what files, folders, addresses, feeds and archives hold into the base; docs/add.md tells more.

        What is there already is passed over, so a run that was cut off is simply repeated. What cannot be read is among
        the `failures`. A folder leads to the network only with `fetch`, named addresses, feeds and lists unless
        `offline`. `watch` hears of each document once it is safe. Processes of their own read; Ctrl-C ends them
        and leaves the tally `interrupted`. Raises UsageError and ResourceError for options that cannot be.
        """
        options = adding.asked(date, language, publisher, mapping, offline, fetch, engine, resources)
        return adding.add(
            self.store,
            [str(source) for source in sources],
            options=options,
            engine=adding.engine_name(engine),
            update=update,
            workers=workers,
            limits=limits,
            watch=watch,
        )

    def retry(
        self,
        *,
        offline: bool = False,
        fetch: bool = False,
        workers: int | None = None,
        engine: str | None = None,
        resources: Path | str | None = None,
        limits: Limits | None = None,
        watch: Watching | None = None,
    ) -> Tally:
        """Tries what failed once more, the way it was tried; what now works is no failure any more."""
        options = adding.asked(None, "auto", None, None, offline, fetch, engine, resources)
        return adding.retry(
            self.store, options=options, engine=adding.engine_name(engine), workers=workers, limits=limits, watch=watch
        )

    def failures(self) -> list[Failed]:
        """The inputs that could not be read, with reason and time, the newest last."""
        return self.store.failures()

    def reread(
        self,
        selection: Selection | None = None,
        *,
        options: Reading | None = None,
        engine: str | None = None,
        **how: Any,
    ) -> Reread:
        """Takes apart again what another version (or `everything=True`) has read, and keeps what is found now.

        People's judgements hold as before; `dry=True` changes nothing; `watch` hears of each document and its changes.
        """
        asked = options or Reading()
        name = engine or adding.engine_name(asked.engine)
        return rereading.reread(self.store, selection or Selection(), options=asked, engine=name, **how)

    def document(self, key: str) -> Holding:
        """One document with its findings after people's judgements. Raises StoreError where there is none."""
        return self.store.holding(key)

    def documents(self, selection: Selection | None = None) -> Iterator[Holding]:
        """The documents meant (all current ones without a `selection`), by day and key."""
        return self.store.holdings(selection or Selection())

    def overview(self) -> Overview:
        """The base in a few numbers, and what came in last."""
        return self.store.overview()

    def find(self, kind: str | None, wanted: Wanted, *, limit: int | None = None) -> Found:
        """The documents or records that are wanted, the newest first, with the names of their columns.

        Without a `kind` the filters decide. Raises UsageError for a kind that there is not, and for a filter that it
        does not know; no words are an error.
        """
        wanted = in_these_documents(self.store, wanted)
        return find(self.store.connection, kind or kind_for(wanted), wanted, limit=limit)

    def address(self, given: str) -> Address:
        """The document, and perhaps the record, that a person names by (the beginning of) an id.

        Raises UsageError where there is none, or where several begin like this.
        """
        return the_address(self.store, given)

    def record(self, words: str) -> tuple[Reference, Findings]:
        """The one record meant, named as for `accept`, with the judged findings of its document, rejected records among
        them. Raises UsageError where nothing or more than one thing is meant."""
        return the_record(self.store, words)

    def sql(self, query: str, values: Sequence[Any] = (), *, seconds: float | None = None) -> Answer:
        """The answer to one question in SQL, which cannot change anything. Raises UsageError for a wrong query, and for
        one that takes longer than `seconds`."""
        return ask(self.store.path, query, values, seconds=seconds)

    def meant(self, wanted: Wanted, kind: str | None = None) -> Meant:
        """How many documents hold something wanted, and these documents, whole, by day and key."""
        return meant(self.store, wanted, kind)

    def export(
        self,
        format: str,
        out: Path | str,
        *,
        wanted: Wanted | None = None,
        kind: str | None = None,
        options: Options | None = None,
        force: bool = False,
        stamp: datetime | None = None,
        progress: Callable[[int], None] = lambda done: None,
    ) -> Exported:
        """Writes documents to a file or folder for other programs; `lagebild.export.FORMATS` has the formats.

        With `wanted` those that hold something wanted, whole (of that `kind`, as in `find`), else all current ones.
        `out` appears when it is complete, a manifest with it; it is replaced only with `force`. Raises UsageError for
        an unknown format and for a target that may not be written.
        """
        return export(
            meant(self.store, wanted or Wanted(), kind).documents,
            format=format,
            out=Path(out),
            options=options,
            filters=described(wanted or Wanted(), kind),
            force=force,
            stamp=stamp,
            progress=progress,
        )

    def copies(self, *, of: str | None = None) -> Iterator[Group]:
        """The groups of documents that are one report, with what ties them, the largest first.

        With `of`, a document's key, only the group that it belongs to; none where it is alone.
        """
        return self.store.copies(of=of)

    def excerpts(self, *, of: str | None = None) -> Iterator[Excerpt]:
        """Documents that stand almost whole in another of a different group; or only those in which `of` has a part."""
        return self.store.excerpts(of=of)

    def citations(self, *, of: str | None = None) -> Iterator[Cited]:
        """Which media documents have something from; or only those of the document `of`."""
        return self.store.citations(of=of)

    def shared(self, left: str, right: str) -> tuple[Passage, ...]:
        """The passages that two documents, given by their keys, share, with their places in either text."""
        return self.store.shared(left, right)

    def compare_again(self, *, progress: Callable[[int, int], None] | None = None) -> int:
        """Looks for copies among all documents anew, which adding does by itself; returns how many there are."""
        return self.store.compare_again(progress=progress)

    def accept(self, record: str, *, author: str | None = None) -> Judgement:
        """Says that a record is right as it stands. `record` is its key, cut as short as you like, or "DOCUMENT/KEY";
        for records without a key "DOCUMENT/KIND:START-END". Without an `author` it is LAGEBILD_AUTHOR or the system's
        user. Raises UsageError where nothing or more than one thing is meant; so do the verbs below."""
        return judgements.accept(self.store, record, author=author)

    def reject(self, record: str, *, author: str | None = None) -> Judgement:
        """Says that a record is wrong: it is in no answer and no export any more."""
        return judgements.reject(self.store, record, author=author)

    def correct(self, record: str, field: str, value: Any, *, author: str | None = None) -> Judgement:
        """Gives a field of a record another value, as docs/json.md has it, or as a text in the way of the command
        line: "warn", "120-260", words that stand in the text. Raises JudgementError where it cannot stand there."""
        return judgements.correct(self.store, record, field, value, author=author)

    def note(self, record: str, text: str, *, author: str | None = None) -> Judgement:
        """Adds a remark to a record, which stays as it is."""
        return judgements.note(self.store, record, text, author=author)

    def undo(self, judgement: str, *, author: str | None = None) -> Judgement:
        """Takes back the judgement whose key begins so; an undo can be taken back too."""
        return judgements.undo(self.store, judgement, author=author)

    def judgements(self, *, author: str | None = None, document: str | None = None) -> Iterator[Told]:
        """All judgements, oldest first, with what became of each."""
        return judgements.told(self.store, author=author, document=document)

    def newest_judgements(self, *, limit: int, skip: int = 0, author: str | None = None) -> list[Told]:
        """Judgements with what became of each, the newest first, without the first `skip`."""
        return judgements.newest(self.store, limit=limit, skip=skip, author=author)

    def judgement_lines(self) -> Iterator[str]:
        """All judgements as lines of JSON, for others of the team (docs/judgements.md)."""
        return judgements.lines(self.store)

    def import_judgements(self, lines: Iterable[str]) -> Imported:
        """Takes judgements from lines of JSON; those that are there already change nothing, bad lines are named."""
        return judgements.read_in(self.store, lines)

    def judgement_statistics(self, by: str = "rule") -> list[JudgedTally]:
        """How often each "rule", "kind" of record or band of "confidence" was right, counted from the judgements.
        Raises UsageError for anything else."""
        return judgements.statistics(self.store, by)

    def document_key(self, beginning: str) -> str:
        """The key of the document whose key begins so."""
        return the_document(self.store, beginning)

    def entities(self, asked: Asked | None = None, *, limit: int | None = None) -> Iterator[Identity]:
        """Entities across documents: all, or those asked for, those in most documents first."""
        return entities.listed(self.store, asked or Asked(), limit=limit)

    def entity(self, words: str) -> Known:
        """The one entity of this name or key, with all that is known of it, where it is, and why it is one."""
        return entities.the_entity(self.store, words)

    def entity_page(self, words: str) -> dict[str, Any]:
        """All that is known of an entity as plain values: its names with how many documents have them, the reasons why
        it is one, the documents it is in, and who it may be besides."""
        return entities.page(self.store, words)

    def entity_suggestions(self, entity: str | None = None) -> list[tuple[Identity, Identity, float, str]]:
        """Pairs of entities that may be one, the likeliest first: with how surely, and why."""
        return entities.suggestions(self.store, entity)

    def merge_entities(self, into: str, *others: str, author: str | None = None) -> list[Judgement]:
        """Says that entities are one, which goes by the key and name of the first."""
        return entities.merged(self.store, into, others, author=author)

    def split_entity(self, entity: str, *refs: str, author: str | None = None) -> list[Judgement]:
        """Says that an entity is somebody else in these documents ("DOCUMENT" or "DOCUMENT/ENTITY")."""
        return entities.split_off(self.store, entity, refs, author=author)

    def rename_entity(self, entity: str, name: str, *, author: str | None = None) -> list[Judgement]:
        """Calls an entity otherwise."""
        return entities.renamed(self.store, entity, name, author=author)

    def keep_entities_apart(self, one: str, other: str, *, author: str | None = None) -> list[Judgement]:
        """Says that two entities are not one, and are not to be suggested again."""
        return entities.kept_apart(self.store, one, other, author=author)

    def claims(
        self,
        words: str = "",
        *,
        since: date | None = None,
        until: date | None = None,
        as_of: date | None = None,
        **least: Any,
    ) -> Iterator[Claim]:
        """What documents claim, with origins and relations, those first that most of them tell.

        All claims, or those that speak of the words and have a telling published in that time. With `as_of` only what
        had been published by then counts. `tellings=2`, `documents=2`: only those that are told so often, in so many
        documents; `decided=True`: those that people decided about.
        """
        from lagebild.knowledge import claims

        return claims.listed(self.store, words, since=since, until=until, as_of=as_of, **least)

    def claim(self, key: str) -> Claim:
        """The one claim whose key begins so. Raises UsageError where there is none, or several."""
        from lagebild.knowledge import claims

        return claims.the_claim(self.store, key)

    def claims_alike(self, one: str, other: str) -> tuple[float, str]:
        """How surely two claims are one, by their tellings that are most alike, and what speaks for it."""
        from lagebild.knowledge import claims

        found = claims.likeness(self.store, one, other)
        return found.score, found.reason or ""

    def claims_near(self, key: str, *, most: int = 5) -> tuple[Near, ...]:
        """The other claims that may be the same as the one whose key begins so, so many at most, the likeliest first:
        for people to merge, or to keep apart."""
        from lagebild.knowledge import near

        return near.near(self.store, key, most=most)

    def claims_near_pairs(self, words: str = "", *, most: int = 5, limit: int | None = None) -> tuple[Near, ...]:
        """Pairs of claims that may be one, those first that would bring most documents together: of the claims most
        told, or of those that speak of the words; so many pairs at most for each claim, and in all."""
        from lagebild.knowledge import near

        return near.near_pairs(self.store, words, most=most, limit=limit)

    def keep_claims_apart(self, one: str, other: str, *, author: str | None = None) -> list[Judgement]:
        """Says that two claims are not one; then they are not told as near any more."""
        from lagebild.knowledge import near

        return near.apart(self.store, one, other, author=author)

    def merge_claims(self, into: str, *others: str, author: str | None = None) -> list[Judgement]:
        """Says that claims are one, which goes by the key of the first."""
        from lagebild.knowledge import claims

        return claims.merged(self.store, into, others, author=author)

    def split_claim(self, key: str, *tellings: str, author: str | None = None) -> list[Judgement]:
        """Says that what is told in these places ("DOCUMENT" or "DOCUMENT/RECORD") is another matter."""
        from lagebild.knowledge import claims

        return claims.split_off(self.store, key, tellings, author=author)

    def compare_claims(
        self, *, everything: bool = False, workers: int | None = None, watch: "Comparing | None" = None
    ) -> int:
        """Compares what newer documents tell, which asking for claims does by itself, or everything anew; returns how
        many documents that took. Where these are many, processes of their own do most of it (`workers`, 0 for none);
        `watch` hears how far it is."""
        from lagebild.knowledge import claims

        return claims.brought_up_to_date(self.store, everything=everything, workers=workers, watch=watch)

    def ledger(
        self,
        words: str,
        *,
        places: tuple[str, ...] = (),
        entities: tuple[str, ...] = (),
        since: date | None = None,
        until: date | None = None,
        as_of: date | None = None,
    ) -> "tuple[Account, ...]":
        """All figures that the words mean (docs/ledger.md), by what is counted, whose, where and with what fate; those
        accounts first that have most values. With `as_of` only documents published by then count."""
        from lagebild.knowledge.ledgers import ledger  # it takes words apart, which nothing else here does

        return ledger(self.store, words, places=places, entities=entities, since=since, until=until, as_of=as_of)

    def positions(
        self,
        name: str,
        words: str = "",
        *,
        since: date | None = None,
        until: date | None = None,
        as_of: date | None = None,
    ) -> "tuple[Position, ...]":
        """What somebody of that name, or whoever speaks for the state or body of that name or code, said of each matter
        over time (docs/positions.md): where he changed first, then where he said most. `words` are those of a search
        for claims. With `as_of` only what was published by then counts."""
        from lagebild.knowledge.positions import positions  # it takes words apart, which adding never does

        return positions(self.store, name, words, since=since, until=until, as_of=as_of)

    def situation(
        self,
        words: str = "",
        *,
        entities: Sequence[str] = (),
        since: date | None = None,
        until: date | None = None,
        as_of: date | None = None,
    ) -> Situation:
        """Everything that the documents about all these words and one of the entities (names or codes) tell of the
        matter, published on the days from `since` to `until`; with `as_of` as it was known on that day.

        Without words and entities it is about all documents. `lagebild.situation.situation_on_wire` makes plain values
        of it, `lagebild.report.briefing` a page. Raises UsageError where the days leave no time.
        """
        from lagebild.knowledge import situations  # takes sentences apart, which adding and finding never do

        first, last, known = (day.isoformat() if day else None for day in (since, until, as_of))
        return situations.situation(self.store, Scope(words, tuple(entities), first, last, known))

    def watches(self) -> list[Watch]:
        """The saved questions of the base, by name, with how many news there are."""
        return watches.listed(self.store)

    def watch(self, name: str, words: str) -> Watch:
        """Saves a question: from now on news are looked for in claims that speak of the words (docs/watches.md).

        Raises UsageError for a name that is taken, and where there are no words.
        """
        return watches.saved(self.store, name, words)

    def unwatch(self, name: str) -> None:
        """Forgets a saved question with its news. Raises UsageError where there is none of that name."""
        watches.removed(self.store, name)

    def look_for_news(self) -> int:
        """Looks, for every watch, for news in documents that came in since the last time; returns how many news nobody
        has read yet. `lagebild add` does it when it is done."""
        return watches.looked(self.store)

    def news(self, name: str, *, unread: bool = False) -> list[tuple[datetime, News]]:
        """The news of a watch with when each was found: all, the newest first, or those that nobody has read."""
        return watches.news(self.store, name, unread=unread)

    def read_news(self, name: str) -> None:
        """Says that the news of a watch were shown to somebody."""
        watches.read(self.store, name)

    def write_feed(self, name: str, out: Path | str) -> None:
        """Writes the last news of a watch as an Atom feed, in which each keeps its id however often it is written."""
        watches.write_feed(self.store, name, Path(out))

    def check(self) -> Iterator[Problem]:
        """Everything that is wrong with the base; nothing is changed."""
        return self.store.check()

    def back_up(self, target: Path | str, *, progress: Callable[[int, int], None] | None = None) -> None:
        """Copies the base to a new file while it is in use."""
        self.store.back_up(target, progress=progress)
