"""Swapped: exchanges in which both sides give the same, "tauschten Gefangene aus", "Agententausch von A mit B"."""

from collections.abc import Iterator

from lagebild.extraction.events.reality import is_negated, is_unreal
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.exchanges.draft import Draft
from lagebild.extraction.exchanges.gifts import side, whole
from lagebild.extraction.exchanges.partners import is_side
from lagebild.extraction.exchanges.phrased import named_in
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.records.triggers import beside_noun, standing
from lagebild.language.words import word_lists
from lagebild.model.analysis import ClauseKind
from lagebild.model.event import Party
from lagebild.model.span import Span


def by_swaps(stage: Stage) -> Iterator[Draft]:
    """The swaps of all clauses, then those that nouns tell."""
    words = word_lists(stage.language, "exchanges")
    for index in stage.roll.clauses(words["swapping"] | words["handing_back"]):
        clause = stage.clauses[index]
        if clause.kind is not ClauseKind.FRAGMENT and clause.finite is not None:
            draft = _swapped(stage, index) or _handed_each(stage, index)
            if draft is not None:
                yield draft
    yield from _swap_nouns(stage)


def _swapped(stage: Stage, index: int) -> Draft | None:
    """As in "Russland und die Ukraine haben Gefangene ausgetauscht": both give the same."""
    clause = stage.clauses[index]
    words = word_lists(stage.language, "exchanges")
    if clause.lemma not in words["swapping"]:
        return None
    thing = next((k for k in standing(stage, clause, ("akk",)) if _is_captive(stage, k)), None)
    if thing is None:
        return None
    return _mutual(stage, index, stage.actor_of(index), whole(stage, thing), clause.predicate[-1])


def _handed_each(stage: Stage, index: int) -> Draft | None:
    """As in "Peru und Chile ließen jeweils 40 Gefangene frei": both hand over captives, each to the other."""
    clause = stage.clauses[index]
    words = word_lists(stage.language, "exchanges")
    if clause.lemma not in words["handing_back"]:
        return None
    spoken = {stage.tokens[i].text.lower() for first, last in clause.parts for i in range(first, last)}
    thing = next((k for k in standing(stage, clause, ("akk",)) if _is_captive(stage, k)), None)
    if thing is None or not spoken & words["each"]:
        return None
    return _mutual(stage, index, stage.actor_of(index), whole(stage, thing), clause.predicate[-1])


def _swapped_by_noun(stage: Stage, k: int) -> Span | None:
    """The words of a swap: "Gefangenenaustausch", "der Austausch von Gefangenen"."""
    words = word_lists(stage.language, "exchanges")
    noun = stage.tokens[stage.phrases[k].head]
    if noun.lemma.lower() in words["swap_nouns"]:
        return noun.span
    if noun.lemma.lower() not in words["swaps_of"]:
        return None
    thing = next((o for o in beside_noun(stage, k, ("p:von", "gen")) if _is_captive(stage, o)), None)
    return Span(noun.start, stage.full(thing).end) if thing is not None else None


def _is_captive(stage: Stage, k: int) -> bool:
    head = stage.tokens[stage.phrases[k].head]
    return head.tag == "NN" and is_listed(head.lemma, word_lists(stage.language, "exchanges")["swapped"])


def _mutual(stage: Stage, index: int, acting: tuple[Party, ...], gift: Span, at: int) -> Draft | None:
    both = [party for party in acting if is_side(stage, party)]
    if len(both) == 1 and (partner := named_in(stage, index, ("p:mit",), both[0])) is not None:
        both.append(partner)
    if len(both) != 2 or both[0].code == both[1].code:
        return None
    clause = stage.clauses[index]
    refused = is_negated(stage, clause) or clause.lemma in word_lists(stage.language, "exchanges")["refusing"]
    sides = (side(stage, both[0], (gift,)), side(stage, both[1], (gift,)))
    return Draft("exchange-phrase", sides, (stage.tokens[at].span,), index, is_unreal(stage, clause), refused)


def _swap_nouns(stage: Stage) -> Iterator[Draft]:
    """As in "ein Gefangenenaustausch zwischen Israel und der Hamas"."""
    words = word_lists(stage.language, "exchanges")
    for k in stage.roll.phrases(words["swap_nouns"] | words["swaps_of"]):
        phrase = stage.phrases[k]
        head = stage.tokens[phrase.head]
        index = stage.analysis.clause_of[phrase.head]
        if head.tag != "NN" or index < 0:
            continue
        gift = _swapped_by_noun(stage, k)
        if gift is None:
            continue
        near = beside_noun(stage, k, ("p:zwischen", "p:mit"))
        near = near or standing(stage, stage.clauses[index], ("p:zwischen",))
        named = list({party.code: party for other in near for party in stage.parties.of_full(other)}.values())
        if len(named) < 2:
            named = [*stage.actor_of(index), *named]
        draft = _mutual(stage, index, tuple(named), gift, phrase.head)
        if draft is not None:
            yield draft
