"""Finds records by words and filters, the newest first; every row says where in which document it stands."""

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

import apsw

from lagebild.errors import UsageError
from lagebild.store import identities
from lagebild.store.search.kinds import DOCUMENT_COLUMNS, DOCUMENTS, KINDS, Kind
from lagebild.store.search.matching import Matcher
from lagebild.store.search.query import parsed
from lagebild.store.search.vocabulary import names_like
from lagebild.store.search.wanted import After, Wanted

_AROUND = 60
"""Code points of text shown on either side of what was found."""
_FEW = 20_000
"""Up to so many records of a name, these are looked at one by one; of more, documents are, the newest first."""
_FEW_DOCUMENTS = 1_000
_MATCHING_RECORDS = 40_000
"""Of so many documents the records are looked at; of more, documents are gone through by day."""
_FILTERS = {
    "speakers": "speaker", "acts": "act", "forms": "form", "types": "type", "actors": "actor",
    "recipients": "recipient", "statuses": "status", "countries": "country", "rules": "rule",
}  # fmt: skip
_INDEXED = {"attributions": "speakers", "events": "types", "places": "countries"}
"""The filter of a table that has an index of its own."""
_EVERYWHERE = {
    "words", "about", "since", "until", "publishers", "languages", "entities", "standings", "documents", "least",
    "superseded", "after",
}  # fmt: skip
_OF_DOCUMENTS = (_EVERYWHERE | {"countries"}) - {"standings", "least"}
_PEOPLE = ("by", "toward")

Values = list[Any]


class Found(NamedTuple):
    """The names of the columns, and the rows as they come."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


def find(connection: apsw.Connection, kind: str, wanted: Wanted, *, limit: int | None = None) -> Found:
    """The records of a kind ("documents" or a name in KINDS) that are wanted, by day of publication, newest first.

    Raises UsageError for a kind that there is not and for a filter that the kind does not know.
    """
    _check(kind, wanted)
    matcher = Matcher(connection, parsed(wanted.words))
    columns = DOCUMENT_COLUMNS if kind == DOCUMENTS else KINDS[kind].columns()
    rows = (
        _documents(connection, wanted, matcher)
        if kind == DOCUMENTS
        else _records(connection, KINDS[kind], wanted, matcher)
    )
    if wanted.after:
        rows = _behind(rows, wanted.after, columns.index("id" if kind == DOCUMENTS else "document"))
    return Found(columns, islice(rows, limit))


def _behind(rows: Iterator[tuple[Any, ...]], after: After, place: int) -> Iterator[tuple[Any, ...]]:
    """The rows without those of the document that came before."""
    there = 0
    for row in rows:
        there += row[place] == after.document
        if row[place] != after.document or there > after.rows:
            yield row


def kind_for(wanted: Wanted) -> str:
    """The kind that the filters speak of, where nobody said: documents unless a filter is one of records."""
    given = wanted.given()
    if given & {"acts", "forms", "speakers"}:
        return "statements"
    return "events" if given & {"types", "actors", "recipients", "statuses", "happened"} else DOCUMENTS


def _check(kind: str, wanted: Wanted) -> None:
    if kind != DOCUMENTS and kind not in KINDS:
        raise UsageError(f"there is no kind {kind!r}; there are {', '.join([DOCUMENTS, *KINDS])}")
    given = wanted.given()
    known = (
        _OF_DOCUMENTS
        if kind == DOCUMENTS
        else _EVERYWHERE
        | {name for name, column in _FILTERS.items() if column in KINDS[kind].filters}
        | ({"happened"} if kind in {"events", "times"} else set())
        | {name for name in _PEOPLE if name in KINDS[kind].people}
    )
    for name in sorted(given - known):
        raise UsageError(f"{kind} have no filter {name!r}; they have {', '.join(sorted(known))}")


def _documents(connection: apsw.Connection, wanted: Wanted, matcher: Matcher) -> Iterator[tuple[Any, ...]]:
    condition, values = _of_documents(connection, wanted, _matching(connection, wanted, matcher))
    if wanted.entities:
        condition += " and d.id in (select document from entities r where " + _entity(connection, wanted, values) + ")"
    if wanted.countries:
        codes = _codes(connection, wanted.countries)
        condition += " and d.id in (select document from places where country in (select value from json_each(?)))"
        values.append(json.dumps(codes))
    sql = f"""select d.id, d.day, d.publisher, d.title, d.key, d.url from documents d
              where {condition} order by d.day desc, d.key desc"""
    for row, day, publisher, title, key, url in connection.execute(sql, values):
        text = _text(connection, row)
        start, stop = matcher.first(text) or (0, 0)
        yield day, publisher, title, _snippet(text, start, stop), key, start, stop, url


def _records(connection: apsw.Connection, kind: Kind, wanted: Wanted, matcher: Matcher) -> Iterator[tuple[Any, ...]]:
    matching = _matching(connection, wanted, matcher)
    allowed = {name: _allowed(connection, name, given) for name in _FILTERS if (given := getattr(wanted, name))}
    on_records, record_values = _of_records(connection, kind, wanted, allowed)
    few_documents = matching is not None and len(matching) <= _FEW_DOCUMENTS
    records_first = not few_documents and _are_few(connection, kind, allowed)
    filtered = on_records != "1"  # without a filter nearly every document has a row, so the first ones come at once
    few = 0 if records_first else _MATCHING_RECORDS if filtered else _FEW_DOCUMENTS
    on_documents, document_values = _of_documents(connection, wanted, matching, few=few)
    tables = f"{kind.table} r cross join documents d on d.id = r.document"
    if not records_first:
        tables = f"documents d cross join {kind.table} r on r.document = d.id"
    shows = ", ".join(expression for _, expression in kind.shows)
    sql = f"""select r.{kind.words}, {shows} from {tables} {kind.joins} where {on_documents} and {on_records}
              order by d.day desc, d.key desc, r.start"""
    for words, *row in connection.execute(sql, document_values + record_values):
        if not wanted.words or matcher.matches(words):
            yield tuple(row)


def _matching(connection: apsw.Connection, wanted: Wanted, matcher: Matcher) -> set[int] | None:
    """The documents in which the words stand that were asked for; None where none were."""
    found = matcher.documents()
    about = Matcher(connection, parsed(wanted.about)).documents()
    return found if about is None else about if found is None else found & about


def _of_documents(
    connection: apsw.Connection, wanted: Wanted, matching: set[int] | None, *, few: int = _FEW_DOCUMENTS
) -> tuple[str, Values]:
    conditions, values = [] if wanted.superseded else ["d.newer is null"], Values()
    if matching is not None:
        # Of few, each is looked up; of many, documents are gone through by day, so that the first rows come at once.
        sign = "" if len(matching) <= few else "+"
        conditions.append(f"{sign}d.id in (select value from json_each(?))")
        values.append(json.dumps(list(matching)))
    if not wanted.happened:
        for day, sign in ((wanted.since, ">="), (wanted.until, "<=")):
            if day:
                conditions.append(f"d.day {sign} ?")
                values.append(day.isoformat())
    if wanted.publishers:
        conditions.append("d.publisher in (select value from json_each(?))")
        values.append(json.dumps(_named(connection, wanted.publishers)))
    if wanted.after and wanted.after.day is None:
        conditions.append("d.day is null and d.key <= ?")
        values.append(wanted.after.document)
    elif wanted.after:
        conditions.append("(d.day < ? or d.day is null or d.day = ? and d.key <= ?)")
        values += [wanted.after.day, wanted.after.day, wanted.after.document]
    for name in _PEOPLE:
        if people := getattr(wanted, name):
            conditions.append(
                "d.id in (select document from sightings where identity in (select value from json_each(?)))"
            )
            values.append(json.dumps(people))
    for column, allowed in (("language", wanted.languages), ("key", wanted.documents)):
        if allowed:
            conditions.append(f"d.{column} in (select value from json_each(?))")
            values.append(json.dumps(allowed))
    return " and ".join(conditions) or "1", values


def _of_records(
    connection: apsw.Connection, kind: Kind, wanted: Wanted, allowed: Mapping[str, list[str]]
) -> tuple[str, Values]:
    conditions, values = ["1"], Values()
    for name, these in allowed.items():
        conditions.append(f"{kind.filters[_FILTERS[name]]} in (select value from json_each(?))")
        values.append(json.dumps(these))
    if wanted.happened:
        for day, test in ((wanted.since, "r.last_day >= ?"), (wanted.until, "r.first_day <= ?")):
            if day:
                conditions.append(test)
                values.append(day.isoformat())
    if wanted.standings:
        conditions.append("r.standing in (select value from json_each(?))")
        values.append(json.dumps(wanted.standings))
    if wanted.least:
        conditions.append("r.confidence >= ?")
        values.append(wanted.least)
    if wanted.entities:
        conditions.append(_mentions(connection, wanted, values))
    for name in _PEOPLE:
        if people := getattr(wanted, name):
            conditions.append(
                f"""exists (select 1 from sightings g where g.document = r.document and g.entity = {kind.people[name]}
                    and g.identity in (select value from json_each(?)))"""
            )
            values.append(json.dumps(people))
    return " and ".join(conditions), values


def _allowed(connection: apsw.Connection, name: str, allowed: tuple[str, ...]) -> list[str]:
    """The values of a column that a filter takes: names and codes in full for the parts that were given."""
    if name == "speakers":
        return _named(connection, allowed)
    if name in {"actors", "recipients"}:
        return _sides(connection, allowed)
    if name == "countries":
        return _codes(connection, allowed)
    if name == "types":
        return [value.upper() for value in allowed]
    return [value.lower() for value in allowed] if name in {"acts", "forms", "statuses"} else list(allowed)


def _mentions(connection: apsw.Connection, wanted: Wanted, values: Values) -> str:
    """The record's words hold a mention of the entity."""
    return f"""exists (select 1 from mentions m join entities e on e.document = m.document and e.key = m.entity
               where m.document = r.document and m.start >= r.start and m.stop <= r.stop
               and {_entity(connection, wanted, values, alias="e")})"""


def _entity(connection: apsw.Connection, wanted: Wanted, values: Values, *, alias: str = "r") -> str:
    named = json.dumps(_named(connection, wanted.entities))
    same = json.dumps(sorted(item.key for words in wanted.entities for item in identities.named(connection, words)))
    values += [json.dumps([value.upper() for value in wanted.entities]), named, named, same]
    each = "(select value from json_each(?))"
    across = f"""exists (select 1 from sightings g where g.document = {alias}.document and g.entity = {alias}.key
                 and g.identity in {each})"""
    return f"({alias}.code in {each} or {alias}.name in {each} or {alias}.known in {each} or {across})"


def _named(connection: apsw.Connection, parts: tuple[str, ...]) -> list[str]:
    return sorted({name for part in parts for name in names_like(connection, part)})


def _codes(connection: apsw.Connection, given: tuple[str, ...]) -> list[str]:
    """Codes as they are, and those of the states and organisations with a name like this."""
    sql = "select distinct code from entities where code is not null and kind in ('state', 'organisation') and "
    codes = {value.upper() for value in given}
    for value in given:
        named = json.dumps(names_like(connection, value))
        for column in ("name", "known"):
            rows = connection.execute(f"{sql} {column} in (select value from json_each(?))", (named,))
            codes.update(code for (code,) in rows)
    return sorted(codes)


def _sides(connection: apsw.Connection, given: tuple[str, ...]) -> list[str]:
    """The codes, with their parts ("RUS-OPP"), and short names as texts have them."""
    codes = set(_codes(connection, given)) | set(_named(connection, given)) | set(given)
    known = connection.execute("select distinct actor from events union select distinct recipient from events")
    return sorted(code for (code,) in known if code and (code in codes or code.split("-")[0] in codes)) + sorted(codes)


def _are_few(connection: apsw.Connection, kind: Kind, allowed: Mapping[str, list[str]]) -> bool:
    """Whether a filter with an index leaves few records, so that they are best looked at one by one."""
    if kind.table == "events" and ("actors" in allowed or "recipients" in allowed):
        return True  # even of the side that most is told of there are not many
    name = _INDEXED.get(kind.table, "")
    if name not in allowed:
        return False
    few = f"select 1 from {kind.table} where {_FILTERS[name]} in (select value from json_each(?)) limit ?"
    row = connection.execute(f"select count(*) from ({few})", (json.dumps(allowed[name]), _FEW)).fetchone()
    return row is not None and row[0] < _FEW


def _text(connection: apsw.Connection, row: int) -> str:
    found = connection.execute("select text from pages where document = ?", (row,)).fetchone()
    return str(found[0]) if found else ""


def _snippet(text: str, start: int, stop: int) -> str:
    """The words around a place, cut at white space; from the beginning of the text where there is no place."""
    first = max(0, start - _AROUND)
    last = min(len(text), max(stop, start) + _AROUND * (1 if stop else 2))
    before = "… " if first else ""
    behind = " …" if last < len(text) else ""
    inner = text[first:last]
    if first:
        inner = inner[inner.find(" ") + 1 :] if " " in inner[: start - first] else inner
    if last < len(text) and " " in inner[-_AROUND // 2 :]:
        inner = inner[: inner.rfind(" ")]
    return before + " ".join(inner.split()) + behind
