"""The documents that a query matches, and where in a text it does."""

import json
from collections.abc import Sequence
from typing import NamedTuple

import apsw

from lagebild.language.search import folded, parts_of, words_in
from lagebild.model.span import Span
from lagebild.store.search.query import Query
from lagebild.store.search.vocabulary import words_like
from lagebild.store.waiting import write_waiting

_NO_HYPHENS = {ord(sign): None for sign in "-‐‑"}
_TOGETHER = 40
"""Up to so many words are asked for in one question; more cost less one by one."""


class _Sought(NamedTuple):
    """One word of a query: the `words` of the base that it finds; the `terms` that the index is asked for, all words
    that begin with a part of it at once, the others one by one; and `needles` of which one stands in every text that
    holds one of the words."""

    words: frozenset[str]
    terms: list[str]
    needles: tuple[str, ...]


class Matcher:
    """A query with the words of the base that it finds; made once for a search."""

    def __init__(self, connection: apsw.Connection, query: Query) -> None:
        write_waiting(connection)
        self._connection = connection
        self._query = query
        self._sought = [_sought(connection, word) for word in query.words]

    def documents(self) -> set[int] | None:
        """The rows of the documents that match; None where the query asks for nothing."""
        if not self._query:
            return None
        if not all(item.words for item in self._sought):
            return set()
        matching = self._with_all()
        for word in self._query.without:
            matching -= _union(self._connection, _sought(self._connection, word).terms)
        for phrase in self._query.without_phrases:
            matching -= _rows(self._connection, _phrase(phrase))
        return matching

    def matches(self, text: str) -> bool:
        """Whether every word and phrase stands in it."""
        plain = folded(text)
        bare = plain.translate(_NO_HYPHENS)
        if not all(any(needle in plain or needle in bare for needle in item.needles) for item in self._sought):
            return False  # most texts are told by that, without taking them apart
        words = [word.folded for word in words_in(text)]
        here = set(words)
        return all(not here.isdisjoint(item.words) for item in self._sought) and all(
            _find(words, phrase) is not None for phrase in self._query.phrases
        )

    def first(self, text: str) -> Span | None:
        """The first place of a phrase or word that was asked for."""
        if self._query.phrases:
            words = [word for word in words_in(text) if not word.joined]
            for phrase in self._query.phrases:
                at = _find([word.folded for word in words], phrase)
                if at is not None:
                    return Span(words[at].start, words[at + len(phrase) - 1].stop)
        sought = frozenset[str]().union(*(item.words for item in self._sought))
        places = (Span(word.start, word.stop) for word in words_in(text) if word.folded in sought)
        return next(places, None) if sought else None

    def _with_all(self) -> set[int]:
        """The documents that hold every word and phrase; all, where only words that must not be there are given."""
        matching: set[int] | None = None
        groups = sorted((item.terms for item in self._sought), key=len)
        asked = [" OR ".join(group) for group in groups if len(group) <= _TOGETHER]
        asked += [_phrase(phrase) for phrase in self._query.phrases]
        if asked:
            matching = _rows(self._connection, " AND ".join(f"({part})" for part in asked))
        for group in groups:
            if len(group) > _TOGETHER and matching != set():
                found = _union(self._connection, group)
                matching = found if matching is None else matching & found
        return _all_documents(self._connection) if matching is None else matching


def _find(words: Sequence[str], phrase: Sequence[str]) -> int | None:
    size = len(phrase)
    for at in range(len(words) - size + 1):
        if words[at] == phrase[0] and tuple(words[at : at + size]) == tuple(phrase):
            return at
    return None


def _sought(connection: apsw.Connection, word: str) -> _Sought:
    like, parts = words_like(connection, word), parts_of(word)
    begun = [f"{_quoted(part)} *" for part in parts if any(known.startswith(part) for known in like)]
    return _Sought(
        words=frozenset(like),
        terms=[*begun, *(_quoted(known) for known in like if not known.startswith(parts))],
        needles=(*parts, *(known for known in like if not any(part in known for part in parts))),
    )


def _phrase(words: Sequence[str]) -> str:
    return "{title body} : " + _quoted(" ".join(words))


def _quoted(words: str) -> str:
    return f'"{words}"'


def _union(connection: apsw.Connection, terms: Sequence[str]) -> set[int]:
    found: set[int] = set()
    for at in range(0, len(terms), _TOGETHER):
        found |= _rows(connection, " OR ".join(terms[at : at + _TOGETHER]))
    return found


def _all_documents(connection: apsw.Connection) -> set[int]:
    row = connection.execute("select json_group_array(id) from documents").fetchone()
    return set(json.loads(row[0])) if row else set()


def _rows(connection: apsw.Connection, match: str) -> set[int]:
    row = connection.execute("select json_group_array(rowid) from texts where texts match ?", (match,)).fetchone()
    return set(json.loads(row[0])) if row else set()
