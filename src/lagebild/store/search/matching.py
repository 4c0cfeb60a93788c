"""The documents that a query matches, and where in a text it does."""

import json
from collections.abc import Sequence

import apsw

from lagebild.language.search import folded, part_of, spellings, words_in
from lagebild.model.span import Span
from lagebild.store.search.query import Query
from lagebild.store.search.vocabulary import words_like

_NO_HYPHENS = {ord(sign): None for sign in "-‐‑"}
_TOGETHER = 40
"""Up to so many words are asked for in one question; more cost less one by one."""


class Matcher:
    """A query with the words of the base that it finds; made once for a search."""

    def __init__(self, connection: apsw.Connection, query: Query) -> None:
        self._connection = connection
        self._query = query
        self._groups = [words_like(connection, word) for word in query.words]
        self._sets = [frozenset(group) for group in self._groups]
        self._needles = [_needles(word, group) for word, group in zip(query.words, self._groups, strict=True)]
        self._terms = [_terms(word, group) for word, group in zip(query.words, self._groups, strict=True)]

    def documents(self) -> set[int] | None:
        """The rows of the documents that match; None where the query asks for nothing."""
        if not self._query:
            return None
        if not all(self._groups):
            return set()
        matching = self._with_all()
        for word in self._query.without:
            matching -= _union(self._connection, _terms(word, words_like(self._connection, word)))
        for phrase in self._query.without_phrases:
            matching -= _rows(self._connection, _phrase(phrase))
        return matching

    def matches(self, text: str) -> bool:
        """Whether every word and phrase stands in it."""
        plain = folded(text)
        bare = plain.translate(_NO_HYPHENS)
        if not all(any(needle in plain or needle in bare for needle in needles) for needles in self._needles):
            return False  # most texts are told by that, without taking them apart
        words = [word.folded for word in words_in(text)]
        here = set(words)
        return all(not here.isdisjoint(group) for group in self._sets) and all(
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
        sought = frozenset[str]().union(*self._sets)
        places = (Span(word.start, word.stop) for word in words_in(text) if word.folded in sought)
        return next(places, None) if sought else None

    def _with_all(self) -> set[int]:
        """The documents that hold every word and phrase; all, where only words that must not be there are given."""
        matching: set[int] | None = None
        groups = sorted(self._terms, key=len)
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


def _needles(word: str, like: Sequence[str]) -> tuple[str, ...]:
    """Strings of which one stands in every text that holds one of these words: parts of the word, and words without."""
    parts = tuple(part for part in map(part_of, spellings(word)) if part)
    return (*parts, *(known for known in like if not any(part in known for part in parts)))


def _terms(word: str, like: Sequence[str]) -> list[str]:
    """What the index is asked for: all words that begin with a part of the word at once, the others one by one."""
    parts = tuple(part for part in map(part_of, spellings(word)) if part)
    begun = [f"{_quoted(part)} *" for part in parts if any(known.startswith(part) for known in like)]
    return begun + [_quoted(known) for known in like if not known.startswith(parts)]


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
