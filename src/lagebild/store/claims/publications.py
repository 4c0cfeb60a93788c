"""Documents of the base as publications: what each owes to others."""

import json
from typing import Any
from weakref import WeakKeyDictionary

import apsw

from lagebild.comparison.origins import Publication, Publications
from lagebild.comparison.origins.publication import Called, gathered
from lagebild.language.load import Language


def publication_on_wire(publication: Publication) -> str:
    """What no other table tells of it, as JSON."""
    told = [publication.agencies, publication.by_agency, publication.media, publication.called]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def publications(connection: apsw.Connection, language: Language) -> Publications:
    """All current documents whose tellings have been compared. They are kept at hand until the base changes: each claim
    that is told needs them."""
    state = (connection.pragma("data_version"), connection.total_changes())
    known = _KNOWN.get(connection)
    if known is None or known[0] != state:
        known = _KNOWN[connection] = (state, _read(connection, language))
    return known[1]


_KNOWN: WeakKeyDictionary[apsw.Connection, tuple[tuple[Any, int], Publications]] = WeakKeyDictionary()


def _read(connection: apsw.Connection, language: Language) -> Publications:
    query = """select d.key, d.day, d.publisher, o.key,
                      (select count(*) from copies_reports c where c.origin = r.origin), m.publication
               from claims_matters m join documents d on d.id = m.document
               left join copies_reports r on r.document = d.id left join documents o on o.id = r.origin"""
    return gathered((_publication(*row) for row in connection.execute(query)), language)


def _publication(
    key: str, day: str | None, outlet: str | None, origin: str | None, copies: int, told: str
) -> Publication:
    agencies, by_agency, media, called = json.loads(told)
    return Publication(
        document=key,
        day=day,
        outlet=outlet,
        group=origin if copies > 1 else None,
        agencies=tuple(agencies),
        by_agency=by_agency,
        media=tuple(media),
        called=tuple(Called(*item) for item in called),
    )
