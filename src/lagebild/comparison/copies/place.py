"""A new document finds its place: its sketch, whom to compare it with, and the group it belongs to."""

from collections.abc import Sequence

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
    sampled = frozenset(number for _, number in samples(hashes(shingles(report.words))))
    risen = shelf.count(document, report.outlet, sampled - shelf.common(report.outlet, sampled), many=MANY)
    if not risen:
        _file(document, shelf)
        _connect(document, shelf)
        return
    moved = shelf.holders(report.outlet, risen)
    before = {one: own_and_marks(shelf.report(one), shelf)[1] for one in moved if one != document}
    shelf.make_common(report.outlet, risen)
    shelf.drop_excerpts(moved)
    members = shelf.part(moved)
    for one in sorted(moved):
        if one in before:
            shelf.unfile(one, before[one])
        _file(one, shelf)
    for one in sorted(members):
        _connect(one, shelf)


def place_again(document: Key, report: Report, shelf: Shelf[Key]) -> None:
    """Puts a document that is there already in its place anew, because other words of it count now.

    What had become boilerplate stays so.
    """
    shelf.drop_excerpts((document,))
    left_alone = shelf.part((document,)) - {document}
    shelf.take_out(document, own_and_marks(shelf.report(document), shelf)[1])
    place(document, report, shelf)
    for one in sorted(left_alone):
        _connect(one, shelf)


def own_and_marks(report: Report, shelf: Shelf[Key]) -> tuple[Own, Marks]:
    """The words of the report that count, without its outlet's boilerplate, and by what it is found."""
    hashed = hashes(shingles(report.words))
    sampled = samples(hashed)
    common = shelf.common(report.outlet, [number for _, number in sampled])
    own = own_words(report.words, sampled, common, outlet=report.outlet)
    if own.places is not None:
        hashed = hashes(shingles(own.words))
    return own, Marks(bands(hashed), tuple(sorted({number for _, number in sampled} - common)))


def compared(left: Report, left_own: Own, right: Report, right_own: Own) -> tuple[Likeness, Relation | None]:
    """How much two reports have in common of the words that count, and what they are to each other."""
    found = likeness(left_own.words, right_own.words)
    apart = abs((left.date - right.date).days) if left.date and right.date else None
    return found, relation(found, same_agency=bool(left.agencies & right.agencies), days_apart=apart)


def _file(document: Key, shelf: Shelf[Key]) -> None:
    shelf.file(document, own_and_marks(shelf.report(document), shelf)[1])


def _connect(document: Key, shelf: Shelf[Key]) -> None:
    """Compares the document with those that share marks with it and are not yet known to be the same report."""
    report = shelf.report(document)
    own, marks = own_and_marks(report, shelf)
    met = shelf.met(document, marks)
    for other in sorted(met, key=lambda one: (-met[one].shared, one)):
        if not _worth_comparing(met[other], marks.samples) or shelf.one(document, other):
            continue
        others = shelf.report(other)
        likeness, found = compared(report, own, others, own_and_marks(others, shelf)[0])
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
