"""Two reports in, what they are to each other: the exact comparison, word for word."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from lagebild.comparison.copies.shingles import covered, shingles, stretches

# Found with altered copies of 250 news articles and with 900 pairs of different ones into which the same paragraph was
# put (docs/copies.md has the figures).
ALLOWED_WORDS = 60
"""Different reports on one matter may share a quotation or a paragraph of background of so many words …"""
ALLOWED_SHARE = 0.4
"""… but no more than this part of either text."""
LEAST_REST = 0.3
"""What must be common of the rest of either text, the longest common passage aside, for a copy …"""
DAYS = 7
LEAST_REST_LATER = 0.6
"""… and what, where more days lie between the two: wire copy is printed at once, but an outlet takes half an old report
of its own into a new one weeks later."""
WHOLE = 0.9
"""From here on a text stands in the other as a whole, and length does not matter."""
INSIDE = 0.8
"""Of the shorter text, for an excerpt."""
FEWEST_WORDS = 25
"""Fewer words in common prove nothing, unless they are the whole text."""
AGENCY_SHARE = 0.25
AGENCY_WORDS = 40
"""Two reports that credit the same agency have one origin with so much text in common: a quarter of the shorter."""


class Relation(StrEnum):
    """What one report is to another."""

    COPY = "copy"
    """The same report, however cut, lengthened and reworded."""
    AGENCY = "agency"
    """Both credit the same agency and share text: one origin, each edited by itself."""
    EXCERPT = "excerpt"
    """The shorter stands in the longer almost whole, and the longer has much beside: no merge."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two texts have in common: words in shared runs of at least four, and these as a share of all words of
    either text. `left_longest` and `right_longest` count the words of the longest such run."""

    left_words: int
    right_words: int
    left_common: int
    right_common: int
    left_longest: int
    right_longest: int

    @property
    def left_share(self) -> float:
        """How much of the left text stands in the right one too, 0 to 1."""
        return self.left_common / self.left_words if self.left_words else 0.0

    @property
    def right_share(self) -> float:
        """How much of the right text stands in the left one too, 0 to 1."""
        return self.right_common / self.right_words if self.right_words else 0.0

    @property
    def common(self) -> int:
        """Words in common, counted where there are fewer."""
        return min(self.left_common, self.right_common)

    def turned(self) -> "Likeness":
        """The same with left and right exchanged."""
        return Likeness(
            self.right_words,
            self.left_words,
            self.right_common,
            self.left_common,
            self.right_longest,
            self.left_longest,
        )


def likeness(left: Sequence[str], right: Sequence[str]) -> Likeness:
    """Compares two texts, given as words in comparable form; symmetric but for the sides."""
    if left == right:
        return Likeness(*(len(left),) * 6)
    left_shingles, right_shingles = shingles(left), shingles(right)
    left_mask = covered(left_shingles, set(right_shingles), len(left))
    right_mask = covered(right_shingles, set(left_shingles), len(right))
    return Likeness(len(left), len(right), sum(left_mask), sum(right_mask), _longest(left_mask), _longest(right_mask))


def relation(likeness: Likeness, *, same_agency: bool = False, days_apart: int | None = None) -> Relation | None:
    """What the two are to each other; None where nothing tells that they have one origin.

    Symmetric. `same_agency` says that both give credit to the same agency, `days_apart` how many days lie between them.
    """
    if not likeness.common:
        return None
    low, high = sorted((likeness.left_share, likeness.right_share))
    if low >= WHOLE:
        return Relation.COPY
    if likeness.common < FEWEST_WORDS:
        return None
    least = LEAST_REST if days_apart is None or days_apart <= DAYS else LEAST_REST_LATER
    if min(_rest(likeness), _rest(likeness.turned())) >= least:
        return Relation.COPY
    if same_agency and likeness.common >= AGENCY_WORDS and high >= AGENCY_SHARE:
        return Relation.AGENCY
    return Relation.EXCERPT if high >= INSIDE else None


def _rest(likeness: Likeness) -> float:
    """How much of the left text is common, without the longest common passage that different reports may share."""
    words = likeness.left_words
    allowed = min(likeness.left_longest, ALLOWED_WORDS, int(ALLOWED_SHARE * words))
    return (likeness.left_common - allowed) / (words - allowed)


def _longest(mask: bytearray) -> int:
    return max((end - start for start, end in stretches(mask)), default=0)
