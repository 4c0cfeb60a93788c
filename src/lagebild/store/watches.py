"""Questions that people have saved, and the news for them."""

from collections.abc import Iterable, Iterator
from datetime import datetime

import apsw

from lagebild.store.moments import moment, stamp
from lagebild.watching.news import News, NewsKind
from lagebild.watching.watch import Watch

_FIELDS = "kind, sentence, claim, gloss, telling, words, document, outlet, day"


def every(connection: apsw.Connection) -> list[Watch]:
    """All watches, by name."""
    query = """select w.name, w.words, w.made, w.looked, count(n.number), ifnull(sum(n.unread), 0)
               from watches w left join news n on n.watch = w.id group by w.id order by w.name"""
    return [
        Watch(name, words, moment(made), moment(looked), news, unread)
        for name, words, made, looked, news, unread in connection.execute(query)
    ]


def make(connection: apsw.Connection, name: str, words: str, *, at: datetime) -> None:
    """Saves a question; what is in the base by now is no news for it."""
    query = "insert into watches (name, words, made, looked, seen) values (?1, ?2, ?3, ?3, ?4)"
    connection.execute(query, (name, words, stamp(at), newest(connection)))


def remove(connection: apsw.Connection, name: str) -> None:
    """Takes a question out, with its news."""
    connection.execute("delete from news where watch = (select id from watches where name = ?)", (name,))
    connection.execute("delete from watches where name = ?", (name,))


def newest(connection: apsw.Connection) -> int:
    """The number of the document that came in last; 0 in an empty base."""
    ((number,),) = connection.execute("select ifnull(max(id), 0) from documents")
    return int(number)


def fresh(connection: apsw.Connection, name: str) -> frozenset[str]:
    """The keys of documents that came in since news were last looked for, without new versions of older ones."""
    query = """select d.key from documents d join watches w on w.name = ? where d.id > w.seen and d.newer is null
               and not exists (select 1 from documents o where o.newer = d.id and o.id <= w.seen)"""
    return frozenset(key for (key,) in connection.execute(query, (name,)))


def looked(connection: apsw.Connection, name: str, news: Iterable[News], *, at: datetime) -> None:
    """Keeps the news that were found, unread; those that are known already stay as they are."""
    ((number,),) = connection.execute("select id from watches where name = ?", (name,))
    query = f"""insert into news (watch, key, found, unread, {_FIELDS})
                values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing"""
    for item in news:
        values = (
            item.kind.value, item.sentence, item.claim, item.gloss, item.ref, item.words, item.document, item.outlet,
            item.day,
        )  # fmt: skip
        connection.execute(query, (number, item.key, stamp(at), *values))
    query = "update watches set looked = ?, seen = ? where id = ?"
    connection.execute(query, (stamp(at), newest(connection), number))


def news(connection: apsw.Connection, name: str, *, unread: bool) -> Iterator[tuple[datetime, News]]:
    """The news of a watch with when each was found: all, the newest first, or the unread in their order."""
    order = "n.number" if unread else "n.found desc, n.number"
    query = f"""select n.key, n.found, {", ".join(f"n.{field}" for field in _FIELDS.split(", "))}
                from news n join watches w on w.id = n.watch where w.name = ? and n.unread >= ? order by {order}"""
    for key, found, kind, sentence, claim, gloss, ref, words, document, outlet, day in connection.execute(
        query, (name, int(unread))
    ):
        item = News(key, NewsKind(kind), sentence, claim, gloss, ref, words, document, outlet, day)
        yield moment(found), item


def read(connection: apsw.Connection, name: str) -> None:
    """Says that the news of a watch were shown to somebody."""
    connection.execute("update news set unread = 0 where watch = (select id from watches where name = ?)", (name,))
