"""Titles in quotation marks, though they hold a verb: a film, a song, a show is named, and nobody says it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from lagebild.model.analysis import Analysis
from lagebild.model.span import Span

# Words before a title that no sentence can follow: "für „Wetten, dass“", "der „Wilde Wald“", "ihr „Abend am See“".
GOVERNING = frozenset(("APPR", "APPRART", "ART", "PPOSAT"))
# A title has at most so many words.
LONGEST = 7


def quoted_titles(analysis: Analysis, starts: Sequence[int]) -> frozenset[Span]:
    """The inner spans of the outermost quotations that are titles: a compound goes on behind them ("„Twin
    Peaks“-Fans"), or the same words, with a capital, stand in quotation marks again and a preposition, an article or
    a possessive governs them once. `starts` are the offsets of the tokens."""
    text = analysis.text
    by_words: dict[str, list[Span]] = defaultdict(list)
    titles: set[Span] = set()
    governed: set[str] = set()
    for quotation in analysis.quotations:
        words = text[quotation.inner.start : quotation.inner.end]
        if quotation.depth or quotation.is_turn or len(words.split()) > LONGEST:
            continue
        by_words[words].append(quotation.inner)
        end = quotation.outer.end
        if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
            titles.add(quotation.inner)
        before = bisect_left(starts, quotation.outer.start) - 1
        if words[:1].isupper() and before >= 0 and analysis.tokens[before].tag in GOVERNING:
            governed.add(words)
    for words in governed:
        if len(by_words[words]) > 1:
            titles.update(by_words[words])
    return frozenset(titles)
