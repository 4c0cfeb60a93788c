"""Puts a document's words into the index; page furniture is left out."""

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
    document = findings.document
    title, joined_title = running_words(document.title or "")
    body, joined = running_words(_without_furniture(findings))
    joined = f"{joined_title} {joined}".strip()
    later(connection, _put_in, (_Indexed(row, title, body, joined, again),))
    learn_words(connection, f"{title} {body} {joined}".split(), document.language)


def index_names(connection: apsw.Connection, findings: Findings) -> None:
    """Takes in the names of speakers, entities and the publisher."""
    names = [item.speaker for item in findings.attributions]
    for entity in findings.entities:
        names += [entity.name, entity.known]
    names.append(findings.document.publisher)
    learn_names(connection, dict.fromkeys(name for name in names if name))


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
