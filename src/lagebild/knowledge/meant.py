"""Meant: the documents that an export is about, which are those that hold what filters want."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from lagebild.knowledge.referring import in_these_documents
from lagebild.model.holding import Holding
from lagebild.store import Store
from lagebild.store.search.finding import find, kind_for
from lagebild.store.search.wanted import Wanted
from lagebild.store.selection import Selection

_PLAIN = {"since", "until", "languages", "documents", "superseded"}
"""Filters that need no search."""


class Meant(NamedTuple):
    """How many documents are meant, and the documents, whole, by day of publication and key."""

    number: int
    documents: Iterator[Holding]


def meant(store: Store, wanted: Wanted, kind: str | None = None) -> Meant:
    """The documents that are wanted, or that hold a record of that kind that is wanted.

    Without a `kind` the filters decide. Raises UsageError for a kind that there is not, for a filter that it does not
    know, and for the id of a document that there is not.
    """
    wanted = in_these_documents(store, wanted)
    if kind is None and wanted.given() <= _PLAIN:
        selection = Selection(
            since=wanted.since,
            until=wanted.until,
            languages=wanted.languages,
            keys=wanted.documents,
            superseded=wanted.superseded,
        )
        return Meant(store.count(selection), store.holdings(selection))
    keys = keys_meant(store, wanted, kind or kind_for(wanted))
    return Meant(len(keys), _whole(store, keys, superseded=wanted.superseded))


def keys_meant(store: Store, wanted: Wanted, kind: str) -> set[str]:
    """The keys of the documents that hold a record of that kind that is wanted, or that are themselves wanted
    ("documents")."""
    columns, rows = find(store.connection, kind, wanted)
    place = columns.index("document" if "document" in columns else "id")
    return {row[place] for row in rows}


def described(wanted: Wanted, kind: str | None = None) -> dict[str, Any]:
    """What was asked for, by name, without what was not; for people and for files."""
    asked = {name: _plain(getattr(wanted, name)) for name in sorted(wanted.given())}
    return asked | ({"kind": kind} if kind else {})


def _whole(store: Store, keys: set[str], *, superseded: bool) -> Iterator[Holding]:
    for row in store.stored(Selection(superseded=superseded)):
        if row.key in keys:
            yield store.holding(row.key)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
