"""Puts a document's words into the index; page furniture is left out."""

import apsw

from lagebild.language.search import Word, words_in
from lagebild.model.findings import Findings
from lagebild.model.near import Near
from lagebild.model.span import Span
from lagebild.store.search.vocabulary import learn_names, learn_words


def index_text(connection: apsw.Connection, row: int, findings: Findings, *, again: bool = False) -> None:
    """Indexes title and text; with `again` in place of what the index had."""
    document = findings.document
    title = list(words_in(document.title or ""))
    body = _without_furniture(list(words_in(document.text)), findings)
    values = (
        " ".join(word.folded for word in title if not word.joined),
        " ".join(word.folded for word in body if not word.joined),
        " ".join(word.folded for word in (*title, *body) if word.joined),
    )
    if again:
        connection.execute("delete from texts where rowid = ?", (row,))
    connection.execute("insert into texts (rowid, title, body, joined) values (?, ?, ?, ?)", (row, *values))
    learn_words(connection, dict.fromkeys(word.folded for word in (*title, *body)), document.language)


def index_names(connection: apsw.Connection, findings: Findings) -> None:
    """Takes in the names of speakers, entities and the publisher."""
    names = [item.speaker for item in findings.attributions]
    for entity in findings.entities:
        names += [entity.name, entity.known]
    names.append(findings.document.publisher)
    learn_names(connection, dict.fromkeys(name for name in names if name))


def _without_furniture(words: list[Word], findings: Findings) -> list[Word]:
    if not findings.furniture:
        return words
    furniture = Near(findings.furniture, lambda item: item.span)
    return [word for word in words if not furniture.holding(_span(word))]


def _span(word: Word) -> Span:
    return Span(word.start, word.stop)
