"""Tells from the clause around an expression whether it looks back or ahead."""

from bisect import bisect_right
from collections.abc import Sequence

from lagebild.extraction.times.anchor import Direction
from lagebild.language.load import Language
from lagebild.model.analysis import Analysis, Clause, Token
from lagebild.model.span import Span

RULES = "times"
MODAL = "VM"
PARTICIPLES = frozenset(("VVPP", "VAPP", "VMPP"))
INFINITIVES = frozenset(("VVINF", "VAINF", "VMINF", "VVIZU"))
DEEPEST = 4
"""So many clauses up is a verb looked for; infinitives and fragments have none of their own."""


class Tenses:
    """The clauses of one analysis, looked up by place."""

    def __init__(self, analysis: Analysis, language: Language) -> None:
        """Reads the auxiliaries of the language from the `tense` section of times.toml."""
        tense = language.rules(RULES)["tense"]
        self._future, self._perfect = frozenset(tense["future"]), frozenset(tense["perfect"])
        self._analysis = analysis
        self._starts = [token.start for token in analysis.tokens]
        self._clause_of = {
            index: clause for clause in analysis.clauses for first, last in clause.parts for index in range(first, last)
        }

    def direction(self, span: Span) -> Direction:
        """Past for preterite and perfect; ahead for future, intention and present; unknown without a verb."""
        index = bisect_right(self._starts, span.start) - 1
        clause = self._clause_of.get(index)
        for _ in range(DEEPEST):
            if clause is None or clause.finite is not None or clause.parent is None:
                break
            clause = self._analysis.clauses[clause.parent]
        if clause is None or clause.finite is None:
            return Direction.UNKNOWN
        return self._of(self._analysis.tokens, clause, clause.finite)

    def _of(self, tokens: Sequence[Token], clause: Clause, at: int) -> Direction:
        finite = tokens[at]
        others = [tokens[index] for index in clause.predicate if index != at]
        participle = any(token.tag in PARTICIPLES for token in others)
        has_done = participle and any(token.lemma in self._perfect and token.tag in INFINITIVES for token in others)
        if has_done or (finite.verb is not None and finite.verb.tense == "past" and finite.verb.mood == "ind"):
            return Direction.PAST
        if finite.lemma in self._future or finite.tag.startswith(MODAL):
            return Direction.FUTURE
        # "hat gesagt", and "hat kommen müssen" with its infinitives for participles.
        return Direction.PAST if finite.lemma in self._perfect and others else Direction.FUTURE
