"""Tells from the clause around an expression whether it looks back or ahead."""

from bisect import bisect_right

from lagebild.extraction.times.anchor import Direction
from lagebild.language.load import Language
from lagebild.model.analysis import Analysis, Clause, ClauseKind, Token
from lagebild.model.span import Span

RULES = "times"
MODAL = "VM"
PARTICIPLES = frozenset(("VVPP", "VAPP", "VMPP"))
INFINITIVES = frozenset(("VVINF", "VAINF", "VMINF", "VVIZU"))
PREPOSITIONS = frozenset(("APPR", "APPRART"))
DEEPEST = 4
"""So many clauses up is a verb looked for; infinitives and fragments have none of their own."""


class Tenses:
    """The clauses of one analysis, looked up by place."""

    def __init__(self, analysis: Analysis, language: Language) -> None:
        """Reads the auxiliaries of the language from the `tense` section of times.toml."""
        tense = language.rules(RULES)["tense"]
        self._future, self._perfect = frozenset(tense["future"]), frozenset(tense["perfect"])
        self._since, self._until = frozenset(tense["since"]), frozenset(tense["until"])
        self._analysis = analysis
        self._phrase_ending = {phrase.last: phrase for phrase in analysis.phrases}
        self._starts = analysis.where.starts

    def direction(self, span: Span) -> Direction:
        """Past for preterite and perfect; ahead for future, intention and present; unknown without a verb."""
        index = bisect_right(self._starts, span.start) - 1
        here = self._analysis.clause_of[index] if index >= 0 else -1
        clause = self._analysis.clauses[here] if here >= 0 else None
        if self._within_since(index):
            return Direction.PAST
        if clause is not None and clause.kind is ClauseKind.INF and self._is_term(clause, index):
            return Direction.FUTURE
        for _ in range(DEEPEST):
            if clause is None or clause.finite is not None or clause.parent is None:
                break
            clause = self._analysis.clauses[clause.parent]
        if clause is None or clause.finite is None:
            return Direction.UNKNOWN
        return self._of(self._analysis.tokens, clause, clause.finite)

    def _within_since(self, index: int) -> bool:
        """As in "seit dem Vorstoß im August": what has lasted began in the past, whatever the tense."""
        tokens = self._analysis.tokens
        last = index if tokens[index].tag not in PREPOSITIONS and index > 0 else index + 1
        before = self._phrase_ending.get(last - 1) if tokens[last - 1].tag in PREPOSITIONS else None
        return before is not None and before.preposition is not None and tokens[before.preposition].lemma in self._since

    def _is_term(self, clause: Clause, index: int) -> bool:
        """As in "die Kontrollen bis Ende Juni zuzulassen": what is still to be done ends or begins ahead."""
        tokens = self._analysis.tokens
        done = any(tokens[other].tag in PARTICIPLES for other in clause.predicate)
        return not done and any(tokens[other].lemma in self._until for other in (index - 1, index) if other >= 0)

    def _of(self, tokens: tuple[Token, ...], clause: Clause, at: int) -> Direction:
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
