"""A new document finds its place: its sketch, whom to compare it with, and the group it belongs to."""

from collections.abc import Sequence
from typing import NamedTuple

from lagebild.comparison.copies.boilerplate import MANY, Own, own_words
from lagebild.comparison.copies.likeness import Likeness, Relation, likeness, relation
from lagebild.comparison.copies.report import Report
from lagebild.comparison.copies.shelf import Key, Marks, Met, Shelf
from lagebild.comparison.copies.shingles import shingles
from lagebild.comparison.copies.sketch import bands, hashes, samples

FEWEST_SHARED = 2
SHARED_PART = 0.15
"""So many samples, and this part of those of the document with fewer, must be shared for a comparison. An excerpt
shares four words of five and reports of one agency one in four, so that samples hardly ever stay below one in seven."""


def place(document: Key, report: Report, shelf: Shelf[Key]) -> None:
    """Puts a new document on the shelf and joins it with what it is a copy of.

    What the shelf holds in the end does not depend on the order in which documents come. Words that become
    boilerplate with this document are taken out of the earlier ones too, and these find their places again.
    """
    shelf.put(document, report)
    cut = _cut(report)
    known = shelf.common(report.outlet, cut.numbers)
    risen = shelf.count(document, report.outlet, cut.numbers - known, many=MANY)
    if not risen:
        marked = _marked(cut, known)
        shelf.file(document, marked.marks)
        _connect(document, marked, shelf)
        return
    moved = shelf.holders(report.outlet, risen)
    for one in sorted(moved - {document}):
        shelf.unfile(one, _read(one, shelf).marks)
    shelf.make_common(report.outlet, risen)
    shelf.drop_excerpts(moved)
    members = shelf.part(moved)
    for one in sorted(moved):
        shelf.file(one, _read(one, shelf).marks)
    for one in sorted(members):
        _connect(one, _read(one, shelf), shelf)


def place_again(document: Key, report: Report, shelf: Shelf[Key]) -> None:
    """Puts a document that is there already in its place anew, because other words of it count now.

    What had become boilerplate stays so.
    """
    shelf.drop_excerpts((document,))
    left_alone = shelf.part((document,)) - {document}
    shelf.take_out(document, _read(document, shelf).marks)
    place(document, report, shelf)
    for one in sorted(left_alone):
        _connect(one, _read(one, shelf), shelf)


def own_of(report: Report, shelf: Shelf[Key]) -> Own:
    """The words of the report that count, without its outlet's boilerplate."""
    cut = _cut(report)
    common = shelf.common(report.outlet, cut.numbers)
    return own_words(report.words, cut.samples, common, outlet=report.outlet)


def compared(left: Report, left_own: Own, right: Report, right_own: Own) -> tuple[Likeness, Relation | None]:
    """How much two reports have in common of the words that count, and what they are to each other."""
    found = likeness(left_own.words, right_own.words)
    apart = abs((left.date - right.date).days) if left.date and right.date else None
    return found, relation(found, same_agency=bool(left.agencies & right.agencies), days_apart=apart)


class _Cut(NamedTuple):
    """A report in shingles, its samples, and these as numbers only."""

    report: Report
    shingles: list[str]
    samples: tuple[tuple[int, int], ...]
    numbers: frozenset[int]


class _Marked(NamedTuple):
    """A report with the words that count and the marks by which it is found."""

    report: Report
    own: Own
    marks: Marks


def _cut(report: Report) -> _Cut:
    cut = shingles(report.words)
    sampled = samples(hashes(cut))
    return _Cut(report, cut, sampled, frozenset(number for _, number in sampled))


def _marked(cut: _Cut, common: frozenset[int]) -> _Marked:
    own = own_words(cut.report.words, cut.samples, common, outlet=cut.report.outlet)
    sketched = bands(cut.shingles if own.stretches is None else shingles(own.words))
    return _Marked(cut.report, own, Marks(sketched, tuple(sorted(cut.numbers - common))))


def _read(document: Key, shelf: Shelf[Key]) -> _Marked:
    report = shelf.report(document)
    cut = _cut(report)
    return _marked(cut, shelf.common(report.outlet, cut.numbers))


def _connect(document: Key, marked: _Marked, shelf: Shelf[Key]) -> None:
    """Compares the document with those that share marks with it and are not yet known to be the same report."""
    met = shelf.met(document, marked.marks)
    for other in sorted(met, key=lambda one: (-met[one].shared, one)):
        if not _worth_comparing(met[other], marked.marks.samples) or shelf.one(document, other):
            continue
        report = shelf.report(other)
        likeness, found = compared(marked.report, marked.own, report, own_of(report, shelf))
        if found in (Relation.COPY, Relation.AGENCY):
            shelf.join(document, other)
        elif found is Relation.EXCERPT:
            pair = (document, other) if _shorter(likeness, document, other) else (other, document)
            shelf.keep_excerpt(*pair)


def _worth_comparing(met: Met, samples: Sequence[int]) -> bool:
    fewer = min(met.samples, len(samples))
    return met.in_band or met.shared >= max(FEWEST_SHARED, SHARED_PART * fewer)


def _shorter(likeness: Likeness, left: Key, right: Key) -> bool:
    """Whether the left text is the one that stands in the other."""
    return (-likeness.left_share, likeness.left_words, left) < (-likeness.right_share, likeness.right_words, right)
