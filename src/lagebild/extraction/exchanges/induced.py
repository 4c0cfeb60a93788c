"""Induced: exchanges told by verbs of luring, "will den Sudan mit Hilfen dazu bewegen, Israel anzuerkennen"."""

from collections.abc import Iterator

from lagebild.extraction.events.reality import is_negated
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.exchanges.draft import Draft
from lagebild.extraction.exchanges.gifts import gift_of, is_gift, is_gift_noun, side, whole
from lagebild.extraction.exchanges.partners import giver, is_side, sides_of
from lagebild.extraction.exchanges.purposes import gifts_for
from lagebild.language.words import word_lists
from lagebild.model.analysis import ClauseKind
from lagebild.model.span import Span


def by_inducing(stage: Stage) -> Iterator[Draft]:
    """The exchanges of all verbs of luring that tell with what and to do what, in text order."""
    words = word_lists(stage.language, "exchanges")
    for index in stage.roll.clauses(words["inducing"]):
        clause = stage.clauses[index]
        if clause.kind is ClauseKind.FRAGMENT:
            continue
        given = next((k for k in stage.standing(clause, "p:mit") if is_gift_noun(stage, k)), None)
        acting = giver(stage, index)
        lured = [party for k in stage.standing(clause, "akk") for party in sides_of(stage, k) if is_side(stage, party)]
        if given is None or acting is None or not lured or lured[0].code == acting.code:
            continue
        theirs = _wanted(stage, index)
        if theirs:
            sides = (side(stage, acting, (whole(stage, given),)), side(stage, lured[0], theirs))
            tie = stage.tokens[clause.predicate[-1]].span
            yield Draft("exchange-verb", sides, (tie,), index, True, is_negated(stage, clause))
    yield from _in_order_to(stage)


def _in_order_to(stage: Stage) -> Iterator[Draft]:
    """As in "sagte Nordkorea Öl zu, um es an den Verhandlungstisch zu bringen": who gets it shall do something."""
    words = word_lists(stage.language, "exchanges")
    for index, given, acting, partner, tie in gifts_for(stage, lambda clause: clause.lemma in words["bringing_to"]):
        clause = stage.clauses[index]
        brought = [party.code for k in stage.standing(clause, "akk") for party in sides_of(stage, k)]
        wanted = _wanted(stage, index) or tuple(
            _with_preposition(stage, k) for k in clause.objects if stage.preposition(k) in words["brought_to"]
        )
        if partner.code not in brought or not wanted:
            continue
        sides = (side(stage, acting, gift_of(stage, given)), side(stage, partner, wanted[:1]))
        yield Draft("exchange-verb", sides, (tie,), given, True)


def _with_preposition(stage: Stage, k: int) -> Span:
    at = stage.preposition_at(k)
    named = whole(stage, k)
    return named if at is None else Span(stage.tokens[at].start, named.end)


def _wanted(stage: Stage, index: int) -> tuple[Span, ...]:
    """What the other shall do: the infinitive behind the clause, or a noun behind "zu"."""
    behind = index + 1
    if behind < len(stage.clauses) and stage.clauses[behind].parent == index and is_gift(stage, behind):
        return gift_of(stage, behind) if stage.clauses[behind].kind is ClauseKind.INF else ()
    return tuple(whole(stage, k) for k in stage.standing(stage.clauses[index], "p:zu") if is_gift_noun(stage, k))[:1]
