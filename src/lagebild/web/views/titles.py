"""Titles: what a report goes by on pages, its first words where nobody gave it a title."""

from collections.abc import Iterable
from typing import Any

from lagebild.knowledge import KnowledgeBase
from lagebild.store.documents import beginnings

_LENGTH = 80


def called(base: KnowledgeBase, rows: Iterable[dict[str, Any]], *, key: str = "key") -> list[dict[str, Any]]:
    """The rows, each with what its document goes by as `called`; `key` names the column of the document."""
    found = list(rows)
    nameless = {str(row[key]).partition("/")[0] for row in found if not row["title"]}
    words = beginnings(base.store.connection, nameless) if nameless else {}
    return [
        {**row, "called": row["title"] or first_words(words.get(str(row[key]).partition("/")[0], "")) or row[key]}
        for row in found
    ]


def first_words(text: str) -> str:
    """The beginning of a text, cut at a word."""
    told = " ".join(text.split())
    return told if len(told) <= _LENGTH else f"{told[:_LENGTH].rpartition(' ')[0]} …"
