"""What a number counts: the noun phrase behind it, from the analysis where there is one, else from the text."""

from bisect import bisect_left
from collections.abc import Callable

from lagebild.extraction.quantities.words import Words
from lagebild.model.analysis import Analysis
from lagebild.model.span import Span

Counter = Callable[[int, bool, bool], Span | None]
"""(end of the number and its unit, whether a genitive may follow, whether a unit came before) to what is counted."""

NOUNS = frozenset({"NN", "NE"})
REACH = 120
"""How many characters behind a number the text is searched; no counted phrase of the corpora was longer."""


def counter(text: str, analysis: Analysis | None, words: Words) -> Counter:
    """The function that finds what is counted behind a place of this text."""
    if analysis is None or not analysis.tokens or not any(token.tag for token in analysis.tokens[:50]):
        return lambda end, genitive, measured: _by_text(text, end, genitive, measured, words)
    starts = analysis.where.starts
    return lambda end, genitive, measured: _by_tags(analysis, starts, end, genitive, measured, words)


def _by_text(text: str, end: int, genitive: bool, measured: bool, words: Words) -> Span | None:
    found = words.phrase.match(text, end, end + REACH)
    if found is None:
        found = words.genitive.match(text, end, end + REACH) if genitive else None
        if found is None:
            return None
        span = Span(*found.span("from" if found["from"] else "phrase"))
        return None if words.not_adjectives.intersection(span.of(text).split()[:-1]) - words.genitive_words else span
    if any(word.strip(",") in words.not_adjectives for word in found["adjectives"].split()):
        return None
    if measured and words.of_measure.fullmatch(found["adjectives"].split(None, 1)[0] if found["adjectives"] else ""):
        return None
    return Span(*found.span("phrase"))


def _by_tags(
    analysis: Analysis, starts: list[int], end: int, genitive: bool, measured: bool, words: Words
) -> Span | None:
    tokens = analysis.tokens
    first = bisect_left(starts, end)
    if first >= len(tokens) or tokens[first].start - end > 2:
        return None
    if genitive and tokens[first].text in words.from_words:
        first += 1
    index = first
    if genitive and index < len(tokens) and tokens[index].text in words.genitive_words:
        index += 1
    if index >= len(tokens):
        return None
    if measured and tokens[index].tag == "ADJA" and words.of_measure.fullmatch(tokens[index].text):
        return None
    limit = min(len(tokens), first + 9)
    while index < limit and _before_noun(analysis, index, first):
        index += 1
    if index >= limit or tokens[index].tag not in NOUNS or tokens[index].text[0].islower():
        # An adjective made a noun: "der Befragten", "20 Verletzte".
        if index > first and tokens[index - 1].tag == "ADJA" and tokens[index - 1].text[0].isupper():
            return analysis.span(first, index)
        return None
    last = index + 1
    while last < limit and tokens[index].tag == tokens[last].tag == "NE":
        last += 1
    return analysis.span(first, last)


def _before_noun(analysis: Analysis, index: int, first: int) -> bool:
    token = analysis.tokens[index]
    if token.tag in ("ADJA", "TRUNC", "PIAT"):
        return True
    if token.tag in ("KON", "$,"):
        return index > first and _adjective_next(analysis, index + 1)
    return token.tag in ("ADV", "ADJD") and _adjective_next(analysis, index + 1)


def _adjective_next(analysis: Analysis, index: int) -> bool:
    return index < len(analysis.tokens) and analysis.tokens[index].tag in ("ADJA", "TRUNC")
