"""KnowledgeBase: one file of documents with everything found in them, and the verbs of the command line."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from lagebild.comparison.copies.groups import Excerpt, Group
from lagebild.comparison.copies.passages import Passage
from lagebild.export import Exported, Options, export
from lagebild.intake.limits import Limits
from lagebild.intake.take import Watch
from lagebild.intake.tally import Tally
from lagebild.knowledge import adding
from lagebild.knowledge.meant import Meant, described, meant
from lagebild.model.holding import Holding
from lagebild.store import Store, open_store
from lagebild.store.addresses import Address, resolved
from lagebild.store.asking import Answer, ask
from lagebild.store.checking import Problem
from lagebild.store.failures import Failed
from lagebild.store.origins import Cited
from lagebild.store.search.finding import Found, find, kind_for
from lagebild.store.search.wanted import Wanted
from lagebild.store.selection import Selection


class KnowledgeBase:
    """One open base; `lagebild.open(path)` makes it. Close it, or use it in a `with`.

    Methods raise StoreError, whose words say what to do, where the file cannot be read or written. Use a base in one
    thread; open the file once more in another.
    """

    def __init__(self, path: Path | str, *, write: bool = True, make: bool = True) -> None:
        """Opens the base at `path`; it is made where there is none and `make`. `write=False` changes nothing."""
        self.store: Store = open_store(path, write=write, make=make)

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
        workers: int | None = None,
        engine: str | None = None,
        resources: Path | str | None = None,
        limits: Limits | None = None,
        watch: Watch | None = None,
    ) -> Tally:
        """Puts what files, folders, addresses, feeds and archives hold into the base; docs/add.md tells more.

        What is there already is passed over, so a run that was cut off is simply repeated. What cannot be read is among
        the `failures`. `watch` hears of each document once it is safe. Processes of their own read; Ctrl-C ends them
        and leaves the tally `interrupted`. Raises UsageError and ResourceError for options that cannot be.
        """
        options = adding.asked(date, language, publisher, mapping, offline, engine, resources)
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
        workers: int | None = None,
        engine: str | None = None,
        resources: Path | str | None = None,
        limits: Limits | None = None,
        watch: Watch | None = None,
    ) -> Tally:
        """Tries what failed once more, the way it was tried; what now works is no failure any more."""
        options = adding.asked(None, "auto", None, None, offline, engine, resources)
        return adding.retry(
            self.store, options=options, engine=adding.engine_name(engine), workers=workers, limits=limits, watch=watch
        )

    def failures(self) -> list[Failed]:
        """The inputs that could not be read, with reason and time, the newest last."""
        return self.store.failures()

    def document(self, key: str) -> Holding:
        """One document with its findings after people's judgements. Raises StoreError where there is none."""
        return self.store.holding(key)

    def documents(self, selection: Selection | None = None) -> Iterator[Holding]:
        """The documents meant (all current ones without a `selection`), by day and key."""
        return self.store.holdings(selection or Selection())

    def find(self, kind: str | None, wanted: Wanted, *, limit: int | None = None) -> Found:
        """The documents or records that are wanted, the newest first, with the names of their columns.

        Without a `kind` the filters decide. Raises UsageError for a kind that there is not, and for a filter that it
        does not know; no words are an error.
        """
        return find(self.store.connection, kind or kind_for(wanted), wanted, limit=limit)

    def address(self, given: str) -> Address:
        """The document, and perhaps the record, that a person names by (the beginning of) an id.

        Raises UsageError where there is none, or where several begin like this.
        """
        return resolved(self.store.connection, given)

    def sql(self, query: str, values: Sequence[Any] = ()) -> Answer:
        """The answer to one question in SQL, which cannot change anything. Raises UsageError for a wrong query."""
        return ask(self.store.path, query, values)

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

    def check(self) -> Iterator[Problem]:
        """Everything that is wrong with the base; nothing is changed."""
        return self.store.check()

    def back_up(self, target: Path | str, *, progress: Callable[[int, int], None] | None = None) -> None:
        """Copies the base to a new file while it is in use."""
        self.store.back_up(target, progress=progress)

