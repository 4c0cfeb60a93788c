"""Which documents have tellings that are still to be compared."""

from collections.abc import Iterable

import apsw

from lagebild.comparison.claims.making import fingerprint


def stale(connection: apsw.Connection, row: int) -> None:
    """Has the tellings of a document compared when claims are next asked for."""
    connection.execute("insert or ignore into claims_stale (document) values (?)", (row,))


def undecided(connection: apsw.Connection, rows: Iterable[int]) -> None:
    """Has people's decisions about the claims of these documents applied again."""
    query = "insert into claims_stale values (?, 1) on conflict (document) do update set again = 1"
    connection.executemany(query, ((row,) for row in rows))


def is_stale(connection: apsw.Connection) -> bool:
    """Whether documents or decisions came in since tellings were last compared, or another version compared them."""
    if not made_alike(connection):
        return True
    query = "select 1 from claims_stale union all select 1 from tellings where claim is null limit 1"
    return connection.execute(query).fetchone() is not None


def unclaimed(connection: apsw.Connection) -> int:
    """How many tellings are in no claim yet."""
    ((count,),) = connection.execute("select count(*) from tellings where claim is null")
    return int(count)


def can_be_told(connection: apsw.Connection) -> bool:
    """Whether there are claims that this version of the program can tell; newer documents may be missing in them."""
    query = "select exists (select 1 from claims) or not exists (select 1 from claims_stale)"
    ((there,),) = connection.execute(query)
    return bool(there) and made_alike(connection)


def due(connection: apsw.Connection) -> list[int]:
    """These documents, by day, so that those compared together look for others in the same days."""
    query = """select s.document from claims_stale s left join documents d on d.id = s.document
               order by d.day is null, d.day, s.document"""
    return [row for (row,) in connection.execute(query)]


def still_due(connection: apsw.Connection, rows: Iterable[int]) -> list[tuple[int, int]]:
    """Those of the rows that have not been compared meanwhile, with whether decisions are to be applied again."""
    query = "select document, again from claims_stale where document = ?"
    return [found for row in rows for found in connection.execute(query, (row,))]


def done(connection: apsw.Connection, rows: Iterable[int]) -> None:
    """They have been compared."""
    connection.executemany("delete from claims_stale where document = ?", ((row,) for row in rows))


def made_alike(connection: apsw.Connection) -> bool:
    """Whether what is kept was made as this version of the program makes it: tellings are known by their number in
    their document, which another version may count otherwise."""
    return connection.execute("select fingerprint from claims_making").fetchall() == [(fingerprint(),)]


def renew(connection: apsw.Connection) -> None:
    """Has everything compared anew."""
    connection.execute("delete from claims_making")
    connection.execute("insert into claims_making values (?)", (fingerprint(),))
    for table in ("claims_ties", "claims_marks", "claims_matters", "claims_joins", "claims", "tellings"):
        connection.execute(f"delete from {table}")
    connection.execute("insert or ignore into claims_stale (document) select id from documents where newer is null")
