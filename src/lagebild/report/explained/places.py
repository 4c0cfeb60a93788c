"""Tokens and clauses at a place of the text."""

from bisect import bisect_right

from lagebild.model.analysis import Clause, Token
from lagebild.model.findings import Findings
from lagebild.model.span import Span


def token_at(findings: Findings, offset: int) -> tuple[int, Token] | None:
    """The token that holds the offset, with its index."""
    analysis = findings.analysis
    if analysis is None:
        return None
    index = bisect_right(analysis.tokens, offset, key=lambda token: token.start) - 1
    return (index, analysis.tokens[index]) if index >= 0 and offset < analysis.tokens[index].end else None


def tokens_in(findings: Findings, span: Span) -> list[tuple[int, Token]]:
    """The tokens inside the span, with their index."""
    analysis = findings.analysis
    if analysis is None:
        return []
    first = bisect_right(analysis.tokens, span.start - 1, key=lambda token: token.start)
    last = bisect_right(analysis.tokens, span.end - 1, key=lambda token: token.start)
    return [(index, analysis.tokens[index]) for index in range(first, last)]


def clause_at(findings: Findings, offset: int) -> Clause | None:
    """The clause that the word at the offset belongs to."""
    found = token_at(findings, offset)
    if found is None or findings.analysis is None:
        return None
    index = findings.analysis.clause_of[found[0]]
    return findings.analysis.clauses[index] if index >= 0 else None
