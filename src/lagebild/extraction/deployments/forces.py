"""Forces: the phrases of a report that name soldiers, units, ships, planes and heavy arms, and whose these are."""

from typing import NamedTuple

from lagebild.extraction.events.owners import owners
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.records.triggers import followers
from lagebild.language.words import word_lists
from lagebild.model.analysis import GENITIVE
from lagebild.model.event import Party
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span

SHORTEST_ENDING = 4


class Forces(NamedTuple):
    """Forces as phrase `phrase` names them; `own` are the sides that the phrase itself says they belong to."""

    phrase: int
    span: Span
    strength: Quantity | None
    own: tuple[Party, ...]
    mission: bool


def is_listed(word: str, entries: frozenset[str]) -> bool:
    """Whether the noun stands in the list, by itself, behind a hyphen or as the end of a compound."""
    lower = word.lower()
    if lower in entries or lower.rsplit("-", 1)[-1] in entries or f"-{lower}" in entries:
        return True
    return any(f"-{lower[start:]}" in entries for start in range(1, len(lower) - SHORTEST_ENDING + 2))


class Muster:
    """Finds the forces of one document."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.words = word_lists(stage.language, "deployments")

    def forces(self, k: int) -> Forces | None:
        """The forces that phrase `k` names, if it names any."""
        stage = self.stage
        phrase = stage.phrases[k]
        head = stage.tokens[phrase.head]
        mission = False
        if head.tag == "NN":
            mission = self._is(head.lemma, head.text, "missions")
            if not mission and (not self._is(head.lemma, head.text, "forces") or self._is(head.lemma, head.text, "not_forces")):
                return None
        else:
            return None
        end = self.end(k)
        span = Span(stage.tokens[phrase.first].start, end)
        strength = self.counted(k, span)
        if strength is not None and strength.span.start < span.start:
            span = Span(strength.span.start, span.end)
        return Forces(k, span, strength, self.own(k), mission)

    def _is(self, lemma: str, text: str, name: str) -> bool:
        return is_listed(lemma, self.words[name]) or is_listed(text, self.words[name])

    def end(self, k: int) -> int:
        """The end of the words for the forces: genitives and the state they are from belong to them, places do not."""
        stage = self.stage
        last = stage.phrases[k].last
        for other in followers(stage, k):
            phrase = stage.phrases[other]
            if phrase.first - last > 1:
                break
            preposition = stage.preposition(other)
            genitive = not preposition and phrase.first == last and phrase.agreement & GENITIVE
            counted = preposition == "von" and any(q.span.start <= stage.tokens[phrase.first].start < q.span.end for q in stage.findings.quantities)
            if not genitive and not counted and not (preposition in self.words["from_state"] and stage.parties.of_full(other)):
                break
            last = phrase.last
        return stage.tokens[last - 1].end

    def counted(self, k: int, span: Span) -> Quantity | None:
        """The figure of the forces."""
        start = self.stage.tokens[self.stage.phrases[k].first].start
        for quantity in self.stage.findings.quantities:
            if quantity.unit is None and (span.contains(quantity.span) or quantity.span.start <= start < quantity.span.end):
                return quantity
        return None

    def own(self, k: int) -> tuple[Party, ...]:
        stage = self.stage
        for other in followers(stage, k):
            if stage.preposition(other) in self.words["from_state"] and stage.phrases[other].first - stage.phrases[k].last <= 1:
                found = stage.parties.of_full(other)
                if found:
                    return found
            break
        front = stage.parties.front_code(stage.phrases[k])
        if front is not None:
            return (Party(front, stage.parties.span_of(stage.phrases[k])),)
        named = tuple(party for party in owners(stage, k) if party.span != stage.full(k))
        return named
