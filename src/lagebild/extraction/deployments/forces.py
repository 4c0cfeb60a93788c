"""Forces: the phrases of a report that name soldiers, units, ships, planes and heavy arms, and whose these are."""

from typing import NamedTuple

from lagebild.extraction.events.owners import name_inside
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.events.verbal import source_sides
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.records.triggers import followers
from lagebild.language.words import word_lists
from lagebild.model.analysis import GENITIVE
from lagebild.model.event import Party
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span

# How many sentences back a mission may be named whose soldiers are meant; other forces stand right before.
MISSION_REACH = 3


class Forces(NamedTuple):
    """Forces as phrase `phrase` names them; `own` are the sides that the phrase itself says they belong to."""

    phrase: int
    span: Span
    strength: Quantity | None
    own: tuple[Party, ...]
    mission: bool
    weak: bool = False


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
        if head.tag != "NN":
            return None
        mission = self._is(head.lemma, head.text, "missions")
        strong = mission or (
            self._is(head.lemma, head.text, "forces") and not self._is(head.lemma, head.text, "not_forces")
        )
        weak = self._is(head.lemma, head.text, "weak_forces") and head.text.lower() not in self.words["not_forces"]
        if not strong and not weak:
            return None
        end = self.end(k)
        span = Span(stage.tokens[phrase.first].start, end)
        strength = self.counted(k, span)
        if strength is not None and strength.span.start < span.start:
            span = Span(strength.span.start, span.end)
        return Forces(k, span, strength, self.own(k), mission, not strong)

    def figure_alone(self, k: int) -> Forces | None:
        """As in "300 Soldaten aus Polen und 200 aus Ungarn": forces told by their figure alone."""
        stage, phrase = self.stage, self.stage.phrases[k]
        if stage.tokens[phrase.head].tag != "CARD":
            return None
        span = Span(stage.tokens[phrase.first].start, self.end(k))
        strength, own = self.counted(k, span), self.own(k)
        if strength is None or not own:
            return None
        return Forces(k, Span(min(span.start, strength.span.start), span.end), strength, own, False)

    def is_measured(self, k: int) -> bool:
        """As in "bis zu 400 Soldaten", "mit 400": the preposition belongs to the figure."""
        at = self.stage.phrases[k].preposition
        if at is None:
            return False
        start = self.stage.tokens[at].start
        return bool(self.stage.quantities.holding(Span(start, start + 1)))

    def guessed(self, forces: Forces, there: str | None) -> tuple[Party, ...]:
        """Whose forces may be that nobody is named for: of the side that speaks of them, else of the state of which the
        report speaks; not of the state in which they are, which is told as such."""
        stage = self.stage
        for holder in stage.holding(forces.span)[:1]:
            found = source_sides(stage, holder)
            if found and found[0].code != there and not found[0].code.endswith(("-CVL", "-MED", "-JUD")):
                return found[:1]
        if not stage.parties.focus.named:
            return ()
        named = stage.parties.of_phrase(forces.phrase)
        if named and named[0].code == there:
            other = stage.parties.focus.at(stage.phrases[forces.phrase].first, other_than=frozenset((there,)))
            return (Party(other, None),) if any(code == other for _, code in stage.parties.focus.named) else named
        return named

    def lately(self, k: int) -> tuple[Party, ...]:
        """Whose the forces are that were named last before phrase `k`, in its sentence or the one before."""
        stage = self.stage
        sentence = stage.analysis.sentence_of[stage.phrases[k].first]
        for other in range(k - 1, -1, -1):
            apart = sentence - stage.analysis.sentence_of[stage.phrases[other].first]
            if apart > MISSION_REACH:
                return ()
            named = self.forces(other)
            if named is not None and named.own and (apart <= 1 or named.mission):
                return named.own
        return ()

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
            start = stage.tokens[phrase.first].start
            counted = preposition == "von" and stage.quantities.holding(Span(start, start + 1))
            if (
                not genitive
                and not counted
                and not (preposition in self.words["from_state"] and stage.parties.of_full(other))
            ):
                break
            last = phrase.last
        return stage.tokens[last - 1].end

    def counted(self, k: int, span: Span) -> Quantity | None:
        """The figure of the forces."""
        start = self.stage.tokens[self.stage.phrases[k].first].start
        around = Span(min(span.start, start), max(span.end, start + 1))
        for quantity in self.stage.quantities.overlapping(around):
            if quantity.unit is None and (
                span.contains(quantity.span) or quantity.span.start <= start < quantity.span.end
            ):
                return quantity
        return None

    def own(self, k: int) -> tuple[Party, ...]:
        """The sides to whom the forces belong by their own words."""
        stage = self.stage
        for other in followers(stage, k):
            if (
                stage.preposition(other) in self.words["from_state"]
                and stage.phrases[other].first - stage.phrases[k].last <= 1
            ):
                found = stage.parties.of_full(other)
                if found:
                    return found
            break
        return self._by_words_before(k) or self._by_genitive(k)

    def _by_words_before(self, k: int) -> tuple[Party, ...]:
        """As in "amerikanische Soldaten", "US-Truppen", "ihre Truppen", "Russlands Armee"."""
        stage, phrase = self.stage, self.stage.phrases[k]
        code = stage.parties.bodies.before_noun(phrase)
        if code is not None:
            return (Party(code, stage.parties.span_of(phrase)),)
        for i in range(phrase.first, phrase.head):
            if stage.tokens[i].tag == "PPOSAT" and (party := stage.parties.possessor(i)) is not None:
                return (party,)
        return name_inside(stage, k)

    def _by_genitive(self, k: int) -> tuple[Party, ...]:
        stage, phrase = self.stage, self.stage.phrases[k]
        for other in followers(stage, k):
            follower = stage.phrases[other]
            if follower.first == phrase.last and follower.preposition is None and follower.agreement & GENITIVE:
                return stage.parties.of_full(other)
            break
        return ()
