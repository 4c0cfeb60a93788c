"""Puts a document's words into the index; page furniture is left out."""

import json
from collections.abc import Iterator
from typing import NamedTuple

import apsw

from lagebild.language.search import running_words
from lagebild.model.findings import Findings
from lagebild.store.search.vocabulary import learn_names, learn_words
from lagebild.store.waiting import later


class _Indexed(NamedTuple):
    """A row of the index; `again` where it may have one of that number."""

    row: int
    title: str
    body: str
    joined: str
    again: bool


def index_text(connection: apsw.Connection, row: int, findings: Findings, *, again: bool = False) -> None:
    """Indexes title and text before the transaction ends; with `again` in place of what the index had."""
    words = _words(findings)
    later(connection, _put_in, (_Indexed(row, *words, again),))
    learn_words(connection, " ".join(words).split(), findings.document.language)


def is_indexed(connection: apsw.Connection, row: int, findings: Findings) -> bool:
    """Whether a search can find the document, and by each of its words and names."""
    query = """select exists (select 1 from texts_docsize where id = ?1)
                  and not exists (select value from json_each(?2) except select word from vocabulary)
                  and not exists (select value from json_each(?3) except select name from names)"""
    words = json.dumps(list(dict.fromkeys(" ".join(_words(findings)).split())))
    ((indexed,),) = connection.execute(query, (row, words, json.dumps(list(dict.fromkeys(_names(findings))))))
    return bool(indexed)


def index_names(connection: apsw.Connection, findings: Findings) -> None:
    """Takes in the names of speakers, entities and the publisher."""
    learn_names(connection, _names(findings))


def _names(findings: Findings) -> Iterator[str]:
    names = (item.speaker for item in findings.attributions)
    told = (name for entity in findings.entities for name in (entity.name, entity.known))
    return (name for name in (*names, *told, findings.document.publisher) if name)


def _words(findings: Findings) -> tuple[str, str, str]:
    """The words of the title, of the text, and those whose hyphens were taken out."""
    title, joined_title = running_words(findings.document.title or "")
    body, joined = running_words(_without_furniture(findings))
    return title, body, f"{joined_title} {joined}".strip()


def _without_furniture(findings: Findings) -> str:
    text, kept, start = findings.document.text, [], 0
    for item in sorted(findings.furniture, key=lambda item: item.span):
        kept.append(text[start : max(start, item.span.start)])
        start = max(start, item.span.end)
    return "\n".join((*kept, text[start:]))


def _put_in(connection: apsw.Connection, indexed: list[_Indexed]) -> None:
    newest = {item.row: item for item in indexed}
    connection.executemany("delete from texts where rowid = ?", ((item.row,) for item in newest.values() if item.again))
    query = "insert into texts (rowid, title, body, joined) values (?, ?, ?, ?)"
    connection.executemany(query, (item[:-1] for item in newest.values()))
