"""Phrased: exchanges whose gifts are phrases of one clause, "fordert für x y", "ohne y kein x", "tauschten x aus"."""

from collections.abc import Iterator

from lagebild.extraction.events.nouns import row_of
from lagebild.extraction.events.reality import is_negated, is_unreal
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.exchanges.draft import Draft
from lagebild.extraction.exchanges.gifts import FRIENDLY, gift_of, is_gift, side, whole
from lagebild.extraction.exchanges.partners import giver, is_side, owner_of
from lagebild.extraction.exchanges.places import found_ties
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.records.triggers import beside_noun, standing
from lagebild.language.words import word_lists
from lagebild.model.analysis import ClauseKind
from lagebild.model.event import Party
from lagebild.model.span import Span


def by_phrases(stage: Stage) -> Iterator[Draft]:
    """The exchanges of all clauses, in text order."""
    tied = [found.span for found in found_ties(stage)]
    for index, clause in enumerate(stage.clauses):
        if clause.kind is ClauseKind.FRAGMENT or clause.finite is None:
            continue
        for rule in (_for, _without, _swapped, _paid):
            draft = rule(stage, index)
            if draft is not None and not any(draft.tie[0].overlaps(span) for span in tied):
                yield draft
                break
    yield from _swap_nouns(stage)


def _for(stage: Stage, index: int) -> Draft | None:
    """As in "Für die Granaten erhält Nordkorea Öl von Russland", "fordert für eine Waffenruhe den Abzug"."""
    clause = stage.clauses[index]
    words = word_lists(stage.language, "exchanges")
    if clause.lemma not in words["getting"]:
        return None
    mine = next((k for k in stage.standing(clause, "p:für") if _is_gift_noun(stage, k)), None)
    acting = giver(stage, index)
    if mine is None or acting is None:
        return None
    wanted = [k for k in stage.standing(clause, "akk") if k != mine]
    source = _named(stage, index, ("p:von", "p:aus"), acting)
    source = source or next((party for k in wanted if (party := owner_of(stage, k)) is not None), None)
    if not wanted or source is None or source.code == acting.code:
        return None
    at = stage.preposition_at(mine)
    tie = stage.tokens[at if at is not None else stage.phrases[mine].first].span
    sides = (side(stage, acting, (whole(stage, mine),)), side(stage, source, (whole(stage, wanted[0]),)))
    unreal = clause.lemma in words["wanting"] or is_unreal(stage, clause)
    return Draft("exchange-phrase", sides, (tie,), index, unreal, is_negated(stage, clause))


def _is_gift_noun(stage: Stage, k: int) -> bool:
    """Whether the noun names an act that may be given, or a thing that states give."""
    row = row_of(stage, k)
    if row is not None and row.type in FRIENDLY:
        return True
    head = stage.tokens[stage.phrases[k].head]
    return head.tag == "NN" and is_listed(head.lemma, word_lists(stage.language, "exchanges")["goods"])


def _named(stage: Stage, index: int, places: tuple[str, ...], other_than: Party) -> Party | None:
    clause = stage.clauses[index]
    for place in places:
        for k in stage.standing(clause, place):
            for party in stage.parties.of_full(k):
                if party.code != other_than.code and is_side(stage, party):
                    return party
    return None


def _without(stage: Stage, index: int) -> Draft | None:
    """As in "Ohne Reformen in Griechenland wird die EU keine Kredite auszahlen"."""
    clause = stage.clauses[index]
    words = word_lists(stage.language, "exchanges")
    missing = next((k for k in clause.objects if stage.preposition(k) in words["without"]), None)
    if missing is None or not is_negated(stage, clause) or not is_gift(stage, index):
        return None
    acting, asked = giver(stage, index), owner_of(stage, missing)
    if acting is None or asked is None or acting.code == asked.code:
        return None
    at = stage.preposition_at(missing)
    tie = stage.tokens[at if at is not None else stage.phrases[missing].first].span
    gift = Span(tie.start, stage.full(missing).end)
    mine = tuple(span for span in gift_of(stage, index, without=gift))
    sides = (side(stage, acting, mine), side(stage, asked, (stage.full(missing),)))
    return Draft("exchange-phrase", sides, (tie,), index, True)


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


def _is_captive(stage: Stage, k: int) -> bool:
    head = stage.tokens[stage.phrases[k].head]
    return head.tag == "NN" and is_listed(head.lemma, word_lists(stage.language, "exchanges")["swapped"])


def _mutual(stage: Stage, index: int, acting: tuple[Party, ...], gift: Span, at: int) -> Draft | None:
    both = [party for party in acting if is_side(stage, party)]
    if len(both) == 1 and (partner := _named(stage, index, ("p:mit",), both[0])) is not None:
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
    for k, phrase in enumerate(stage.phrases):
        head = stage.tokens[phrase.head]
        index = stage.analysis.clause_of[phrase.head]
        if head.tag != "NN" or index < 0 or head.lemma.lower() not in words["swap_nouns"]:
            continue
        near = beside_noun(stage, k, ("p:zwischen", "p:mit"))
        near = near or standing(stage, stage.clauses[index], ("p:zwischen",))
        named = [party for other in near for party in stage.parties.of_full(other)]
        if len(named) == 1:
            named = [*stage.actor_of(index), *named]
        draft = _mutual(stage, index, tuple(named), head.span, phrase.head)
        if draft is not None:
            yield draft


def _paid(stage: Stage, index: int) -> Draft | None:
    """As in "Teheran liefert Drohnen, Moskau zahlt mit Kampfjets"."""
    clause = stage.clauses[index]
    words = word_lists(stage.language, "exchanges")
    if clause.lemma not in words["paying_with"] or index == 0:
        return None
    gift = next((k for k in stage.standing(clause, "p:mit") if _is_gift_noun(stage, k)), None)
    acting, given = giver(stage, index), giver(stage, index - 1)
    same = stage.clauses[index - 1].sentence == clause.sentence
    if gift is None or acting is None or given is None or acting.code == given.code or not same:
        return None
    if not is_gift(stage, index - 1):
        return None
    verb = stage.tokens[clause.predicate[0]].span
    sides = (side(stage, given, gift_of(stage, index - 1)), side(stage, acting, (whole(stage, gift),)))
    return Draft("exchange-phrase", sides, (verb,), index, is_unreal(stage, clause), is_negated(stage, clause))
