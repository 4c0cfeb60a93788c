"""The documents that a query matches, and where in a text it does."""

import json
from collections.abc import Sequence

import apsw

from lagebild.language.search import words_in
from lagebild.model.span import Span
from lagebild.store.search.query import Query
from lagebild.store.search.vocabulary import words_like

_TOGETHER = 40
"""Up to so many words are asked for in one question; more cost less one by one."""


def documents_matching(connection: apsw.Connection, query: Query) -> set[int] | None:
    """The rows of the documents that match; None where the query asks for nothing."""
    if not query:
        return None
    matching: set[int] | None = None
    groups = sorted((words_like(connection, word) for word in query.words), key=len)
    if not all(groups):
        return set()
    asked = [_any_of(group) for group in groups if len(group) <= _TOGETHER] + [_phrase(item) for item in query.phrases]
    if asked:
        matching = _rows(connection, " AND ".join(f"({part})" for part in asked))
    for group in groups:
        if len(group) > _TOGETHER and matching != set():
            found = _union(connection, group)
            matching = found if matching is None else matching & found
    if matching is None:
        every = connection.execute("select json_group_array(id) from documents").fetchone()
        matching = set(json.loads(every[0])) if every else set()
    for word in query.without:
        matching -= _union(connection, words_like(connection, word))
    for phrase in query.without_phrases:
        matching -= _rows(connection, _phrase(phrase))
    return matching


class Matcher:
    """Where a query's words stand in a text; made once for a search, asked for each of its results."""

    def __init__(self, connection: apsw.Connection, query: Query) -> None:
        self._groups = [frozenset(words_like(connection, word)) for word in query.words]
        self._phrases = query.phrases

    def matches(self, text: str) -> bool:
        """Whether every word and phrase stands in it."""
        words = [word.folded for word in words_in(text)]
        here = set(words)
        return all(not here.isdisjoint(group) for group in self._groups) and all(
            _find(words, phrase) is not None for phrase in self._phrases
        )

    def first(self, text: str) -> Span | None:
        """The first place of a word or phrase that was asked for."""
        words = [word for word in words_in(text) if not word.joined]
        for phrase in self._phrases:
            at = _find([word.folded for word in words], phrase)
            if at is not None:
                return Span(words[at].start, words[at + len(phrase) - 1].stop)
        for word in words_in(text):
            if any(word.folded in group for group in self._groups):
                return Span(word.start, word.stop)
        return None


def _find(words: Sequence[str], phrase: Sequence[str]) -> int | None:
    size = len(phrase)
    for at in range(len(words) - size + 1):
        if words[at] == phrase[0] and tuple(words[at : at + size]) == tuple(phrase):
            return at
    return None


def _any_of(words: Sequence[str]) -> str:
    return " OR ".join(map(_quoted, words))


def _phrase(words: Sequence[str]) -> str:
    return "{title body} : " + _quoted(" ".join(words))


def _quoted(words: str) -> str:
    return f'"{words}"'


def _union(connection: apsw.Connection, words: Sequence[str]) -> set[int]:
    found: set[int] = set()
    for word in words:
        found |= _rows(connection, _quoted(word))
    return found


def _rows(connection: apsw.Connection, match: str) -> set[int]:
    row = connection.execute("select json_group_array(rowid) from texts where texts match ?", (match,)).fetchone()
    return set(json.loads(row[0])) if row else set()
