"""A new document finds its place: its sketch, whom to compare it with, and the group it belongs to."""

from collections.abc import Sequence

from lagebild.comparison.copies.boilerplate import MANY, Own, own_words
from lagebild.comparison.copies.likeness import Likeness, Relation, likeness, relation
from lagebild.comparison.copies.marking import Marked, cut_of, enough_shared, marked_by
from lagebild.comparison.copies.report import Report
from lagebild.comparison.copies.shelf import Key, Met, Shelf


def place(document: Key, report: Report, shelf: Shelf[Key]) -> None:
    """Puts a new document on the shelf and joins it with what it is a copy of.

    What the shelf holds in the end does not depend on the order in which documents come. Words that become
    boilerplate with this document are taken out of the earlier ones too, and these find their places again.
    """
    shelf.put(document, report)
    cut = cut_of(report)
    known = shelf.common(report.outlet, cut.numbers)
    risen = shelf.count(document, report.outlet, cut.numbers - known, many=MANY)
    if not risen:
        marked = marked_by(cut, known)
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
    cut = cut_of(report)
    common = shelf.common(report.outlet, cut.numbers)
    return own_words(report.words, cut.samples, common, outlet=report.outlet)


def compared(left: Report, left_own: Own, right: Report, right_own: Own) -> tuple[Likeness, Relation | None]:
    """How much two reports have in common of the words that count, and what they are to each other."""
    found = likeness(left_own.words, right_own.words)
    apart = abs((left.date - right.date).days) if left.date and right.date else None
    return found, relation(found, same_agency=bool(left.agencies & right.agencies), days_apart=apart)


def _read(document: Key, shelf: Shelf[Key]) -> Marked:
    report = shelf.report(document)
    cut = cut_of(report)
    return marked_by(cut, shelf.common(report.outlet, cut.numbers))


def _connect(document: Key, marked: Marked, shelf: Shelf[Key]) -> None:
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
    return met.in_band or enough_shared(met.shared, min(met.samples, len(samples)))


def _shorter(likeness: Likeness, left: Key, right: Key) -> bool:
    """Whether the left text is the one that stands in the other."""
    return (-likeness.left_share, likeness.left_words, left) < (-likeness.right_share, likeness.right_words, right)
