"""Adding: what an intake reads goes into a store, failures with how to try again."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from lagebild.bulk.folder import is_run
from lagebild.errors import UsageError
from lagebild.intake.limits import Limits
from lagebild.intake.options import Options
from lagebild.intake.sink import Kept
from lagebild.intake.take import Watch, deliver, take
from lagebild.intake.tally import Outcome, Tally
from lagebild.knowledge import bulk_results
from lagebild.model.document import Document
from lagebild.reading.failure import Failure
from lagebild.reading.fetch.addresses import is_address
from lagebild.reading.fetch.validators import Validator
from lagebild.reading.folders import Inside
from lagebild.reading.sources import LIST, STANDARD_INPUT
from lagebild.store import Store
from lagebild.store.failures import Failed
from lagebild.version import VERSION


def add(
    store: Store,
    sources: Iterable[str],
    *,
    options: Options,
    engine: str,
    update: bool = False,
    anew: bool = False,
    workers: int | None = None,
    limits: Limits | None = None,
    watch: Watch | None = None,
) -> Tally:
    """Puts what the sources hold into the store; what is there already costs little, so that a run can be repeated.

    `engine` is the name of what takes documents apart, which is kept with them; a folder that a bulk run wrote is taken
    as it is. Whatever cannot be read is kept as a failure. With `update` a changed report takes the place of the
    version that is there. What servers said on earlier visits is sent back to them, so that they send only what is new;
    `anew` and `update` ask for everything.
    """
    # A version that was passed over would be told to be unchanged when it is asked for at last.
    options = replace(options, base=store.path, visited=None if anew or update else store.path)
    tally = Tally(total=0)
    for part, result in _parts(sources):
        made_by = bulk_results.engine_of(part[0]) if result else engine
        sink = _StoreSink(store, engine=made_by, update=update, how=_written(options))
        if result:
            more = deliver(bulk_results.read(part[0], sink), sink=sink, watch=watch)
        else:
            more = take(part, sink=sink, options=options, workers=workers, limits=limits, watch=watch)
        tally = tally.with_all(more)
        if tally.interrupted:
            return tally
    store.refresh_identities()
    return tally


def _parts(sources: Iterable[str]) -> Iterator[tuple[list[str], bool]]:
    """The sources in their order, each folder of a bulk run by itself, with whether it is one."""
    together: list[str] = []
    for source in sources:
        if not is_run(Path(source)):
            together.append(source)
            continue
        if together:
            yield together, False
            together = []
        yield [source], True
    if together:
        yield together, False


def retry(store: Store, *, options: Options, engine: str, **how: Any) -> Tally:
    """Tries again what failed before, each the way it was tried; what now works is no failure any more."""
    whole = Tally(total=0)
    for written, failed in _by_options(store.failures()).items():
        # A file need not have been named when it failed, so what it links to is not fetched either.
        named = dict.fromkeys(one.source for one in failed if one.source != STANDARD_INPUT)
        sources = [name if is_address(name) or name.startswith(LIST) else Inside(name) for name in named]
        # Asked whether it is new, a server would say that a page that failed here has not changed.
        tally = add(store, sources, options=_read(written, options), engine=engine, anew=True, **how)
        whole = whole.with_all(tally)
        if tally.interrupted:
            break
    return whole


class _StoreSink:
    """A store as an intake sees it."""

    def __init__(self, store: Store, *, engine: str, update: bool, how: str) -> None:
        self._store, self._engine, self._update, self._how = store, engine, update, how
        self._since = store.now()
        self._failing = {failed.source for failed in store.failures()}

    def seen(self, document: Document) -> Kept | None:
        seen = self._store.seen(document)
        if seen.state == "there":
            return Kept(Outcome.THERE, seen.key)
        if seen.state == "changed" and not self._update:
            return Kept(Outcome.CHANGED, seen.older or seen.key)
        return None

    def add(self, document: Document, found: bytes) -> Kept:
        self._store.hold()
        added = self._store.add_packed(
            document, found, engine=self._engine, origin=document.origin, update=self._update
        )
        outcome = Outcome(added.outcome.value)
        return Kept(outcome, added.older or added.key if outcome is Outcome.CHANGED else added.key)

    def fail(self, failure: Failure, *, source: str) -> None:
        self._failing.add(source)
        self._store.hold()
        self._store.fail(failure.origin, failure.reason, source=source, options=self._how)

    def visited(self, validator: Validator) -> None:
        self._store.hold()
        self._store.keep_validator(validator)

    def through(self, source: str) -> None:
        if source in self._failing:
            self._store.hold()
            self._store.finished(source, since=self._since)

    def settle(self) -> None:
        self._store.settle()


def _written(options: Options) -> str:
    """The options that decide how an input is read, to be kept with its failure."""
    held = {
        "map": dict(options.mapping),
        "date": options.day.isoformat() if options.day else None,
        "language": options.language,
        "publisher": options.publisher,
        "feed_content": options.feed_content if options.feed_content != "auto" else None,
    }
    return json.dumps({name: value for name, value in held.items() if value}, sort_keys=True)


def _read(written: str, options: Options) -> Options:
    """The options with what `_written` kept; what this version does not know is left as it is."""
    with suppress(ValueError, TypeError, AttributeError):
        held = json.loads(written)
        return replace(
            options,
            mapping=dict(held.get("map") or options.mapping),
            day=date.fromisoformat(held["date"]) if held.get("date") else options.day,
            language=held.get("language") or options.language,
            publisher=held.get("publisher") or options.publisher,
            feed_content=held.get("feed_content") or options.feed_content,
        )
    return options


def _by_options(failures: Iterable[Failed]) -> dict[str, list[Failed]]:
    found: dict[str, list[Failed]] = {}
    for failed in failures:
        found.setdefault(failed.options, []).append(failed)
    return found


def engine_name(engine: str | None) -> str:
    """What takes documents apart, as it is kept with what it finds."""
    return f"lagebild {VERSION}" + (f" with {engine}" if engine else "")


def asked(
    day: date | str | None,
    language: str,
    publisher: str | None,
    mapping: Mapping[str, str] | None,
    offline: bool,
    fetch: bool,
    engine: str | None,
    resources: Path | str | None,
) -> Options:
    """How sources are read. Raises UsageError for a day that is none."""
    if isinstance(day, str):
        try:
            day = date.fromisoformat(day)
        except ValueError as problem:
            raise UsageError(f"date: {day!r} is not a day; write it like 2024-12-04") from problem
    return Options(
        mapping=mapping or {},
        day=day,
        language=None if language == "auto" else language,
        publisher=publisher,
        engine=engine,
        resources=Path(resources) if resources else None,
        offline=offline,
        fetch_inside=fetch,
    )
