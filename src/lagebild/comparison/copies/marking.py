"""By which marks a report is found among all others, and how many two must share to be worth a comparison."""

from typing import NamedTuple

from lagebild.comparison.copies.boilerplate import Own, own_words
from lagebild.comparison.copies.report import Report
from lagebild.comparison.copies.shelf import Marks
from lagebild.comparison.copies.shingles import shingles
from lagebild.comparison.copies.sketch import bands, hashes, samples

FEWEST_SHARED = 2
SHARED_PART = 0.15
"""So many samples, and this part of those of the document with fewer, must be shared for a comparison. An excerpt
shares four words of five and reports of one agency one in four, so that samples hardly ever stay below one in seven."""


class Cut(NamedTuple):
    """A report in shingles, its samples, and these as numbers only."""

    report: Report
    shingles: list[str]
    samples: tuple[tuple[int, int], ...]
    numbers: frozenset[int]


class Marked(NamedTuple):
    """A report with the words that count and the marks by which it is found."""

    report: Report
    own: Own
    marks: Marks


def cut_of(report: Report) -> Cut:
    """The report, cut."""
    cut = shingles(report.words)
    sampled = samples(hashes(cut))
    return Cut(report, cut, sampled, frozenset(number for _, number in sampled))


def marked_by(cut: Cut, common: frozenset[int]) -> Marked:
    """The report with its marks, where these samples are boilerplate of its outlet."""
    own = own_words(cut.report.words, cut.samples, common, outlet=cut.report.outlet)
    sketched = bands(cut.shingles if own.stretches is None else shingles(own.words))
    return Marked(cut.report, own, Marks(sketched, tuple(sorted(cut.numbers - common))))


def enough_shared(shared: int, fewer: int) -> bool:
    """Whether two reports share samples enough, `fewer` being those of the one that has fewer."""
    return shared >= max(FEWEST_SHARED, SHARED_PART * fewer)
