"""ClauseWords: the words of a clause and its full verbs, which every table of verbs and nouns asks for again."""

from collections.abc import Sequence
from typing import NamedTuple

from lagebild.model.analysis import Clause, ClauseKind, Token
from lagebild.model.quick import quick

NOT_FULL = ("VA", "VM", "PTKZU")
LIKE_VERBS = ("ADJD", "ADV", "VVINF", "VVFIN", "VVPP")


class Spoken(NamedTuple):
    """One full verb of a clause: its lemma and the token that carries it."""

    lemma: str
    token: int


class Told(NamedTuple):
    """Where a verb stands: the number of its clause, its place among the verbs of the clause."""

    clause: int
    place: int
    verb: Spoken


@quick
class Own:
    """The clause's own tokens, and all forms of them: as written, small, and their lemmas."""

    tokens: tuple[int, ...]
    forms: frozenset[str]


class ClauseWords:
    """Made once for a document; each clause is looked at when it is asked for first."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._own: dict[tuple[tuple[int, int], ...], Own] = {}
        self._spoken: dict[tuple[str, tuple[int, ...]], tuple[Spoken, ...]] = {}
        self._told: dict[str, list[Told]] | None = None

    def own(self, clause: Clause) -> Own:
        """The words between the clause's borders, without those of clauses inside it."""
        known = self._own.get(clause.parts)
        if known is None:
            own = tuple([i for first, last in clause.parts for i in range(first, last)])
            tokens = [self._tokens[i] for i in own]
            texts = [token.text for token in tokens]
            forms = frozenset([*texts, *map(str.lower, texts), *(token.lemma for token in tokens)])
            known = self._own[clause.parts] = Own(own, forms)
        return known

    def told(self, clauses: tuple[Clause, ...]) -> dict[str, list[Told]]:
        """By their lemmas all verbs of the document's clauses; made once, for each table of verbs asks."""
        if self._told is None:
            self._told = {}
            for index, clause in enumerate(clauses):
                for place, verb in enumerate(self._telling(clause)):
                    self._told.setdefault(verb.lemma, []).append(Told(index, place, verb))
        return self._told

    def _telling(self, clause: Clause) -> Sequence[Spoken]:
        """The full verbs of the clause; "sein" and "haben" where they stand alone."""
        if clause.kind is ClauseKind.FRAGMENT:
            # A headline whose verb looks like a noun or an adverb: "Die USA verlegen Panzer".
            inside = (i for first, last in clause.parts for i in range(first, last))
            return [Spoken(self._tokens[i].text, i) for i in inside if self._tokens[i].tag in LIKE_VERBS]
        spoken = self.spoken(clause)
        if spoken or not clause.predicate or not clause.lemma:
            return spoken
        return [Spoken(clause.lemma, clause.finite if clause.finite is not None else clause.predicate[-1])]

    def spoken(self, clause: Clause) -> tuple[Spoken, ...]:
        """The full verbs of the clause: "eingekreist und eingenommen" are two."""
        asked = (clause.lemma, clause.predicate)
        known = self._spoken.get(asked)
        if known is None:
            known = self._spoken[asked] = tuple(self._full_verbs(clause))
        return known

    def _full_verbs(self, clause: Clause) -> list[Spoken]:
        tokens = self._tokens
        full = [i for i in clause.predicate if not tokens[i].tag.startswith(NOT_FULL)]
        cores = [i for i in full if tokens[i].tag != "PTKVZ"] or full
        if not cores:
            return []
        others = [
            i for i in cores[:-1] if tokens[i].tag in ("VVPP", "VVINF", "VVIZU") and tokens[i].lemma != clause.lemma
        ]
        first = Spoken(clause.lemma, next((i for i in cores if i not in others), cores[0]))
        return [first, *(Spoken(tokens[i].lemma, i) for i in others)]
