"""Are the claims those that the findings and decisions make; nothing is changed."""

from collections.abc import Iterator
from typing import Any

import apsw

from lagebild.comparison.claims.decided import decided
from lagebild.comparison.claims.gather import grouped
from lagebild.comparison.claims.group import group_of
from lagebild.store import documents
from lagebild.store import judgements as judged
from lagebild.store.claims.comparing import standing_of
from lagebild.store.claims.shelf import Shelf, made_of
from lagebild.store.selection import Selection


def unlike_documents(connection: apsw.Connection) -> Iterator[str]:
    """The keys of documents whose tellings are not those of their findings."""
    shelf = Shelf(connection)
    for row in documents.all_stored(connection, Selection()):
        if not shelf.is_as(row.id, made_of(connection, row)):
            yield row.key


def unlike_claims(connection: apsw.Connection) -> list[str]:
    """The keys of claims whose tellings are not those that comparing everything anew would give."""
    shelf = Shelf(connection)
    rows: list[Any] = connection.execute("select id, claim from tellings order by place, id").fetchall()
    refs = {telling: told.ref for telling, told in standing_of(connection, (row[0] for row in rows)).items()}
    found = grouped([shelf.matter(telling) for telling, _ in rows])
    groups = [group_of(refs[rows[number][0]] for number in members) for members, _ in found]
    now = {group.key: sorted(group.members) for group in decided(groups, judged.of_claims(connection)).groups}
    there: dict[str, list[str]] = {}
    for telling, claim in rows:
        there.setdefault(claim or "", []).append(refs[telling])
    return sorted(key for key in {*now, *there} if now.get(key) != sorted(there.get(key, [])))
