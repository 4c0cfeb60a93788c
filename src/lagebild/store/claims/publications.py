"""Documents of the base as publications: what each owes to others."""

import json
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary

import apsw

from lagebild.comparison.origins import Publication, Publications
from lagebild.comparison.origins.posts import Post
from lagebild.comparison.origins.publication import Called, gathered
from lagebild.language.load import Language


def publication_on_wire(publication: Publication) -> str:
    """What no other table tells of it, as JSON."""
    told = [
        publication.agencies, publication.by_agency, publication.media, publication.called, publication.posts
    ]  # fmt: skip
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def publications(connection: apsw.Connection, language: Language, *, as_of: date | None = None) -> Publications:
    """All current documents whose tellings have been compared; with `as_of` those published by then, as if no others
    were there. They are kept at hand until the base changes: each claim that is told needs them."""
    state = (connection.pragma("data_version"), connection.total_changes(), as_of)
    known = _KNOWN.get(connection)
    if known is None or known[0] != state:
        known = _KNOWN[connection] = (state, _read(connection, language, as_of))
    return known[1]


_KNOWN: WeakKeyDictionary[apsw.Connection, tuple[tuple[Any, int, date | None], Publications]] = WeakKeyDictionary()


def _read(connection: apsw.Connection, language: Language, as_of: date | None) -> Publications:
    query = """select d.key, d.day, d.publisher, r.origin, m.publication
               from claims_matters m join documents d on d.id = m.document
               left join copies_reports r on r.document = d.id
               where ?1 is null or d.day <= ?1"""
    rows: list[Any] = connection.execute(query, (as_of.isoformat() if as_of else None,)).fetchall()
    members: dict[int, list[str]] = {}
    for key, _, _, origin, _ in rows:
        members.setdefault(origin, []).append(key)
    groups = {origin: min(keys) for origin, keys in members.items() if origin is not None and len(keys) > 1}
    found = (publication_in(key, day, outlet, groups.get(origin), told) for key, day, outlet, origin, told in rows)
    return gathered(found, language)


def publication_in(key: str, day: str | None, outlet: str | None, group: str | None, told: str) -> Publication:
    """The publication again, from what `publication_on_wire` made and what other tables tell."""
    agencies, by_agency, media, called, posts = json.loads(told)
    return Publication(
        document=key,
        day=day,
        outlet=outlet,
        group=group,
        agencies=tuple(agencies),
        by_agency=by_agency,
        media=tuple(media),
        called=tuple(Called(*item) for item in called),
        posts=tuple(Post(*item) for item in posts),
    )
