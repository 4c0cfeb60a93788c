"""Earned: exchanges told as what one side does to get a thing of another, "Um Hilfe der EU zu erhalten, muss A x"."""

from collections.abc import Iterator

from lagebild.extraction.events.reality import is_unreal
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.exchanges.draft import Draft
from lagebild.extraction.exchanges.gifts import gift_of, is_gift, is_gift_noun, is_hostile, is_refused, side, whole
from lagebild.extraction.exchanges.partners import giver, owner_of
from lagebild.extraction.exchanges.phrased import named_in
from lagebild.language.words import word_lists
from lagebild.model.analysis import Clause, ClauseKind


def by_earning(stage: Stage) -> Iterator[Draft]:
    """The exchanges of all clauses that tell what for something is done, in text order."""
    words = word_lists(stage.language, "exchanges")
    for index, clause in enumerate(stage.clauses):
        opens = stage.tokens[clause.first].text.lower() in words["in_order_to"]
        if opens and clause.kind is ClauseKind.INF and clause.lemma in words["simply_getting"]:
            draft = _earned(stage, index)
            if draft is not None:
                yield draft


def _is_got(stage: Stage, clause: Clause, k: int) -> bool:
    """As in "um Kredite zu bekommen", where "um" looks like a preposition."""
    bare = not stage.preposition(k) or stage.preposition_at(k) == clause.first
    return bare and is_gift_noun(stage, k)


def _earned(stage: Stage, index: int) -> Draft | None:
    clause = stage.clauses[index]
    words = word_lists(stage.language, "exchanges")
    main = clause.parent if clause.parent is not None else index + 1
    if main >= len(stage.clauses) or stage.clauses[main].sentence != clause.sentence or is_hostile(stage, main):
        return None
    done = stage.clauses[main]
    acting = giver(stage, main)
    got = next((k for k in clause.objects if _is_got(stage, clause, k)), None)
    bound = done.modal in words["wanted_modals"] and done.lemma not in words["stative"]
    if acting is None or got is None or not (bound or is_gift(stage, main)):
        return None
    source = named_in(stage, index, ("p:von", "p:aus"), acting) or owner_of(stage, got)
    if source is None or source.code == acting.code:
        return None
    sides = (side(stage, source, (whole(stage, got),)), side(stage, acting, gift_of(stage, main)))
    tie = stage.tokens[clause.first].span
    return Draft("exchange-condition", sides, (tie,), main, is_unreal(stage, done), is_refused(stage, main))
