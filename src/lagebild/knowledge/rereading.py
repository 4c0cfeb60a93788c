"""Rereading: a newer engine takes the documents of a base apart again, and what changes is told."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any, NamedTuple

from lagebild.errors import EvidenceError
from lagebild.intake.again import Again, read_again
from lagebild.intake.limits import Limits
from lagebild.intake.options import Options
from lagebild.intake.take import default_workers
from lagebild.model.codec import encode
from lagebild.model.document import Document
from lagebild.model.findings import Findings
from lagebild.model.naming import LISTS, name_on_wire
from lagebild.store import Store
from lagebild.store.evidence import verified_packed
from lagebild.store.selection import Selection

Wire = dict[str, Any]
_UNTOLD = frozenset({"confidence", "reason", "speaker_reason", "mentions", "words"})
"""Fields whose change is no change of what is found."""


class Change(NamedTuple):
    """One record that is new, gone, or says something else: `kind` is its list, `name` its key or "start-stop",
    `words` what it stands on, `fields` what differs (was, is)."""

    document: str
    kind: str
    what: str
    name: str
    words: str
    fields: dict[str, tuple[Any, Any]]


@dataclass(slots=True)
class Reread:
    """What became of a rereading: documents read, those with other findings than before, those that failed."""

    read: int = 0
    changed: int = 0
    failed: int = 0


Watch = Callable[[Reread, Sequence[Change]], None]


def reread(
    store: Store,
    selection: Selection,
    *,
    options: Options,
    engine: str,
    everything: bool = False,
    dry: bool = False,
    workers: int | None = None,
    limits: Limits | None = None,
    watch: Watch | None = None,
) -> Reread:
    """Takes apart again the documents that another engine read (or `everything`), and keeps what is found now.

    Judgements hold as before. With `dry` nothing is kept. `watch` hears of each document and what changed in it. A
    document that cannot be taken apart any more keeps its findings, and the failure is kept under its origin.
    """
    rows = [row for row in store.stored(selection) if everything or row.engine != engine]
    origins = {row.key: row.origin or row.key for row in rows}
    done = Reread()
    documents = ((row.key, _document(store, row.key)) for row in rows)
    results = read_again(documents, options=options, workers=workers or default_workers(), limits=limits)
    with closing(results):
        for result in results:
            changes = _kept(store, result, engine=engine, dry=dry)
            done.read += 1
            if changes is None:
                done.failed += 1
                if not dry:
                    store.fail(origins[result.key], result.reason or "", source=origins[result.key])
            else:
                done.changed += bool(changes)
            if watch:
                watch(done, changes or ())
    if not dry:
        store.refresh_identities()
    return done


def changes(before: Findings, after: Findings, *, document: str) -> Iterator[Change]:
    """What the second findings of a text have that the first have not, the other way round, and what differs.

    Records are the same that have one key, or, without keys, one span. Confidences and reasons do not count.
    """
    first, second = encode(before), encode(after)
    for kind in LISTS.values():
        old, new = _named(first[kind]), _named(second[kind])
        for name in sorted({*old, *new}, key=lambda name: _place(old.get(name) or new[name])):
            was, now = old.get(name), new.get(name)
            if was is None or now is None:
                item = now or was
                assert item is not None
                words = _words(item, before.document.text)
                yield Change(document, kind, "gone" if now is None else "new", name, words, {})
            elif fields := _differing(was, now):
                yield Change(document, kind, "changed", name, _words(now, before.document.text), fields)


def _document(store: Store, key: str) -> Document:
    return store.found(key).document


def _kept(store: Store, result: Again, *, engine: str, dry: bool) -> tuple[Change, ...] | None:
    """Keeps what was found now; what changed by it, None where it could not be taken apart."""
    if result.found is None:
        return None
    try:
        before = store.found(result.key)
        after = verified_packed(result.found, before.document)
        if not dry:
            store.reread(result.key, encode(after), engine=engine)
    except EvidenceError:
        return None
    return tuple(changes(before, after, document=result.key))


def _named(items: list[Wire]) -> dict[str, Wire]:
    return {name_on_wire(item): item for item in items}


def _differing(was: Wire, now: Wire) -> dict[str, tuple[Any, Any]]:
    return {
        name: (was.get(name), now.get(name))
        for name in {**was, **now}
        if name not in _UNTOLD and was.get(name) != now.get(name)
    }


def _place(item: Wire) -> tuple[int, ...]:
    for name in ("content", "tie"):
        if item.get(name):
            return tuple(item[name][0])
    if item.get("mentions"):
        return tuple(item["mentions"][0]["span"])
    return tuple(item.get("trigger") or item.get("span") or (0, 0))


def _words(item: Wire, text: str) -> str:
    for name in ("content", "tie"):
        if item.get(name):
            return " … ".join(text[start:stop] for start, stop in item[name])
    if "name" in item and "span" not in item:
        return str(item["name"])
    start, stop = _place(item)
    return text[start:stop]
