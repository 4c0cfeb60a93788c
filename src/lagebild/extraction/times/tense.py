"""Tells from the clause around an expression whether it looks back or ahead."""

from bisect import bisect_right
from collections.abc import Sequence

from lagebild.extraction.times.anchor import Direction
from lagebild.model.analysis import Analysis, Clause, Token
from lagebild.model.span import Span

AUXILIARY, MODAL, PARTICIPLE, INFINITIVE = "VA", "VM", "VVPP", ("VVINF", "VAINF", "VMINF", "VVIZU")


class Tenses:
    """The clauses of one analysis, looked up by place."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._starts = [token.start for token in analysis.tokens]
        self._clause_of: dict[int, Clause] = {}
        for clause in analysis.clauses:
            for first, last in clause.parts:
                for index in range(first, last):
                    self._clause_of[index] = clause

    def token_at(self, place: int) -> int | None:
        """The token that covers the place or is the last before it."""
        index = bisect_right(self._starts, place) - 1
        return index if index >= 0 else None

    def direction(self, span: Span) -> Direction:
        """Past for preterite and perfect, future for future, intention and present; unknown without a verb."""
        index = self.token_at(span.start)
        clause = None if index is None else self._clause_of.get(index)
        if clause is None or clause.finite is None:
            return Direction.UNKNOWN
        return direction_of(self._analysis.tokens, clause)


def direction_of(tokens: Sequence[Token], clause: Clause) -> Direction:
    """Where the clause looks."""
    assert clause.finite is not None
    finite = tokens[clause.finite]
    others = [tokens[index] for index in clause.predicate if index != clause.finite]
    participle = any(token.tag.endswith("PP") for token in others)
    infinitive = any(token.tag in INFINITIVE for token in others)
    past = finite.verb is not None and finite.verb.tense == "past" and finite.verb.mood == "ind"
    perfect = any(token.lemma in ("haben", "sein") and token.tag in ("VAINF", "VAPP") for token in others)
    if finite.tag.startswith(MODAL):
        return Direction.PAST if past or (perfect and participle) else Direction.FUTURE
    if finite.lemma == "werden":
        if past or (perfect and participle):
            return Direction.PAST
        return Direction.FUTURE
    if finite.tag.startswith(AUXILIARY) and participle:
        return Direction.PAST
    if past:
        return Direction.PAST
    return Direction.FUTURE if not infinitive or finite.tag.startswith(AUXILIARY) else Direction.FUTURE
