"""A ledger: records of one kind, filtered, counted, page by page without an end."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from lagebild.knowledge import KnowledgeBase
from lagebild.store.search.kinds import DOCUMENTS
from lagebild.store.search.wanted import After, Wanted
from lagebild.web.filters import without
from lagebild.web.tokens import token
from lagebild.web.views.titles import called

Values = dict[str, Any]

PAGE = 50
COUNTED = 4_000
"""Facets count the newest so many rows that fit; where there are more the page says so."""
_FACETS = 12
KINDS = (
    "statements", "events", "deals", "breaches", "threats", "deployments", "figures", "times", "places", DOCUMENTS,
)  # fmt: skip
"""The kinds of records that have a ledger, in the order of their tabs."""
RECORDS = {
    "statements": "attribution", "events": "event", "deals": "exchange", "breaches": "breach", "threats": "threat",
    "deployments": "deployment", "figures": "quantity", "times": "timex", "places": "place",
}  # fmt: skip
"""What a record of a ledger is called in judgements and on cards."""
FACETS: Mapping[str, Sequence[tuple[str, str]]] = {
    "statements": (("speaker", "speaker"), ("act", "act"), ("form", "form"), ("publisher", "publisher")),
    "events": (
        ("type", "type"), ("actor", "actor"), ("recipient", "recipient"), ("status", "status"),
        ("publisher", "publisher"),
    ),
    "deals": (("actor", "party"), ("status", "status"), ("publisher", "publisher")),
    "breaches": (("actor", "actor"), ("status", "status"), ("publisher", "publisher")),
    "threats": (("actor", "actor"), ("recipient", "recipient"), ("status", "status"), ("publisher", "publisher")),
    "deployments": (("actor", "actor"), ("status", "status"), ("publisher", "publisher")),
    "figures": (("speaker", "said_by"), ("publisher", "publisher")),
    "times": (("publisher", "publisher"),),
    "places": (("country", "country"), ("publisher", "publisher")),
    DOCUMENTS: (("publisher", "publisher"),),
}  # fmt: skip
"""Of each kind the filters with counts, and the columns that are counted."""


def ledger(base: KnowledgeBase, kind: str, wanted: Wanted, *, size: int = PAGE) -> Values:
    """One page of rows; `next` is the token of the page after it, None where there is none."""
    found = base.find(kind, wanted, limit=size + 1)
    rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    more, rows = len(rows) > size, rows[:size]
    for row in rows:
        row["document"] = row["id"] if kind == DOCUMENTS else row["document"]
        row["ref"] = None if kind == DOCUMENTS else f"{RECORDS[kind]}:{row['id'].partition('/')[2]}"
    following = token(_end(rows, wanted.after)) if more else None
    if kind == DOCUMENTS:
        rows = called(base, rows, key="document")
    return {"kind": kind, "rows": rows, "next": following}


def facets(base: KnowledgeBase, kind: str, wanted: Wanted) -> Values:
    """How many rows have which value, of the newest COUNTED that fit; `whole` where these are all."""
    found = base.find(kind, without(wanted, "after"), limit=COUNTED)
    places = {name: found.columns.index(column) for name, column in FACETS[kind]}
    counts: dict[str, Counter[str]] = {name: Counter() for name in places}
    total = 0
    for row in found.rows:
        total += 1
        for name, at in places.items():
            if row[at]:
                counts[name][row[at]] += 1
    return {
        "total": total,
        "whole": total < COUNTED,
        "facets": [
            {"name": name, "values": [{"value": value, "count": count} for value, count in _first(counter)]}
            for name, counter in counts.items()
            if counter
        ],
    }


def grouped(rows: Sequence[Values], column: str) -> list[Values]:
    """The rows by what stands in a column, in the order in which each comes first."""
    groups: dict[Any, list[Values]] = {}
    for row in rows:
        groups.setdefault(row[column], []).append(row)
    return [{"name": name, "rows": list_} for name, list_ in groups.items()]


def _first(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))[:_FACETS]


def _end(rows: Sequence[Values], before: After | None) -> After:
    """The place behind the last row."""
    last = rows[-1]
    same = sum(row["document"] == last["document"] for row in rows)
    if before and before.document == last["document"]:
        same += before.rows
    return After(last["day"], last["document"], same)
