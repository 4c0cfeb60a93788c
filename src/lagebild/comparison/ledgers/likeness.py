"""Likeness: which reports are of the same, as they have names and recurring nouns in common."""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from lagebild.comparison.claims.times import days_between
from lagebild.comparison.ledgers.numbers import Number

SHARED = 2
"""So many of the names and nouns that recur in them have two reports in common, at least, that are of one matter."""
SHARE = 0.25
"""The same as a share of those of the report that has fewer."""
APART = 92
"""Days; what is told later, and by no report in between, is of another matter."""
USUAL = 100
"""A name that so many reports have says nothing of what they are of; without it the effort would grow with the square
of the reports."""

Pairs = frozenset[tuple[str, str]]
"""Keys of two documents each, the lesser first."""


def alike_documents(numbers: Iterable[Number]) -> Pairs:
    """The pairs of documents that are of the same."""
    told = list(numbers)
    topics = {number.telling.document: number.topic for number in told}
    days = {number.telling.document: number.telling.day for number in told}
    having: dict[str, list[str]] = {}
    for document in sorted(topics):
        for name in topics[document]:
            having.setdefault(name, []).append(document)
    shared: Counter[tuple[str, str]] = Counter()
    for documents in having.values():
        if len(documents) <= USUAL:
            shared.update(combinations(documents, 2))
    return frozenset(
        (one, other) for (one, other), count in shared.items()
        if count >= max(SHARED, SHARE * min(len(topics[one]), len(topics[other]))) and are_near(days[one], days[other])
    )  # fmt: skip


def are_near(one: str | None, other: str | None) -> bool:
    """Whether two days of publication are APART days apart at most, or one of them is unknown."""
    return (days_between(one, other) or 0) <= APART


def matters_among(numbers: Iterable[Number], alike: Pairs) -> dict[str, str]:
    """The matter of each document of these figures, named by one of its documents: those are of one that are alike, or
    alike to some that are."""
    roots = {number.telling.document: number.telling.document for number in numbers}
    for one, other in sorted(alike):
        if one in roots and other in roots:
            first, second = root_of(roots, one), root_of(roots, other)
            roots[max(first, second)] = min(first, second)
    return {document: root_of(roots, document) for document in roots}


def root_of(roots: dict[str, str], name: str) -> str:
    """The name that stands for all that are joined with one."""
    while roots.get(name, name) != name:
        name = roots[name]
    return name
