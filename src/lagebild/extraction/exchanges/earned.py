"""Earned: exchanges told as what one side does to get a thing of another, "Um Hilfe der EU zu erhalten, muss A x"."""

from collections.abc import Iterator

from lagebild.extraction.events.reality import is_unreal
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.exchanges.draft import Draft
from lagebild.extraction.exchanges.gifts import gift_of, is_gift, is_gift_noun, is_hostile, is_refused, side, whole
from lagebild.extraction.exchanges.partners import giver, other_side, owner_of
from lagebild.extraction.exchanges.phrased import named_in
from lagebild.extraction.records.triggers import beside_noun
from lagebild.language.words import word_lists
from lagebild.model.analysis import Clause, ClauseKind
from lagebild.model.event import Party


def by_earning(stage: Stage) -> Iterator[Draft]:
    """The exchanges of all clauses that tell what for something is done, in text order."""
    words = word_lists(stage.language, "exchanges")
    opening = set(stage.analysis.where.spoken(words["in_order_to"] | words["paid_for"]))
    for index, clause in enumerate(stage.clauses) if opening else ():
        if clause.first not in opening:
            continue
        opens = stage.tokens[clause.first].text.lower() in words["in_order_to"]
        if (
            opens
            and clause.kind is ClauseKind.INF
            and clause.lemma in words["simply_getting"] | words["getting_free"] | words["coming"]
        ):
            draft = _earned(stage, index)
            if draft is not None:
                yield draft
        first = stage.tokens[clause.first]
        heads = clause.first == stage.analysis.sentences[clause.sentence].first
        if heads and first.text.lower() in words["paid_for"] and (draft := _kept(stage, index)) is not None:
            yield draft


def _kept(stage: Stage, index: int) -> Draft | None:
    """As in "Damit die Visafreiheit erhalten bleibt, müsste Ankara Häftlinge freilassen": whose the thing is, or who is
    named beside, gives it. At the head of a sentence the word looks like an adverb."""
    words = word_lists(stage.language, "exchanges")
    clause = stage.clauses[index]
    thing = next((k for k in clause.arguments if stage.phrases[k].first == clause.first + 1), None)
    main = _verb_first_behind(stage, index)
    if thing is None or main is None or not is_gift_noun(stage, thing):
        return None
    lemmas = {stage.clauses[i].lemma for i in range(index, main)}
    passive = any(stage.clauses[i].passive for i in range(index, main))
    if not passive and lemmas.isdisjoint(words["coming_about"]):
        return None
    acting = giver(stage, main)
    bound = stage.clauses[main].modal in words["wanted_modals"] and stage.clauses[main].lemma not in words["stative"]
    if acting is None or not bound or is_hostile(stage, main) or is_refused(stage, main):
        return None
    partner = owner_of(stage, thing)
    if partner is None or partner.code == acting.code:
        partner = other_side(stage, main, acting)
    if partner is None:
        return None
    tie = stage.tokens[clause.first].span
    sides = (side(stage, partner, (whole(stage, thing),)), side(stage, acting, gift_of(stage, main)))
    return Draft("exchange-condition", sides, (tie,), main, True)


def _verb_first_behind(stage: Stage, index: int) -> int | None:
    """The clause of the sentence behind this one that begins with its verb."""
    sentence = stage.clauses[index].sentence
    for other in range(index + 1, len(stage.clauses)):
        clause = stage.clauses[other]
        if clause.sentence != sentence:
            return None
        if clause.finite is not None and clause.finite == clause.first and clause.modal is not None:
            return other
    return None


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
    frees = clause.lemma in words["getting_free"]
    got = _thing_of(stage, clause)
    bound = done.modal in words["wanted_modals"] and done.lemma not in words["stative"]
    if acting is None or got is None or not (bound or is_gift(stage, main)):
        return None
    source = named_in(stage, index, ("p:von", "p:aus"), acting) or (owner_of(stage, got) if not frees else None)
    source = source or _holder(stage, index, acting) or _demanding_behind(stage, main, acting)
    source = source or (other_side(stage, main, acting) if frees else None)
    if source is None or source.code == acting.code:
        return None
    sides = (side(stage, source, (whole(stage, got),)), side(stage, acting, gift_of(stage, main)))
    tie = stage.tokens[clause.first].span
    return Draft("exchange-condition", sides, (tie,), main, is_unreal(stage, done), is_refused(stage, main))


def _holder(stage: Stage, index: int, acting: Party) -> Party | None:
    """As in "um den Soldaten freizubekommen, der von der Hamas festgehalten wird": who holds him."""
    for other in range(index + 1, min(index + 3, len(stage.clauses))):
        if stage.clauses[other].kind is ClauseKind.REL and stage.clauses[other].parent == index:
            found = giver(stage, other)
            return found if found is not None and found.code != acting.code else None
    return None


def _thing_of(stage: Stage, clause: Clause) -> int | None:
    """What is got: "um Kredite zu bekommen", "um Geiseln freizubekommen", "um in den Genuss der Hilfen zu kommen"."""
    words = word_lists(stage.language, "exchanges")
    if clause.lemma in words["getting_free"]:
        return next(iter(stage.standing(clause, "akk")), None)
    if clause.lemma in words["coming"]:
        reached = (k for place in ("p:in", "p:an") for k in stage.standing(clause, place))
        for k in reached:
            if stage.tokens[stage.phrases[k].head].lemma.lower() in words["enjoying"]:
                return next(iter(beside_noun(stage, k, ("gen", "p:von"))), None)
            if is_gift_noun(stage, k):
                return k
        return None
    return next((k for k in clause.objects if _is_got(stage, clause, k)), None)


def _demanding_behind(stage: Stage, main: int, acting: Party) -> Party | None:
    """As in "muss Zypern die Bank abwickeln. Das verlangen die Geldgeber": who wants what is done."""
    words = word_lists(stage.language, "exchanges")
    for index in range(main + 1, len(stage.clauses)):
        clause = stage.clauses[index]
        if clause.sentence > stage.clauses[main].sentence + 1:
            return None
        pointing = stage.tokens[clause.first].text.lower() in words["it"]
        if clause.sentence > stage.clauses[main].sentence and pointing and clause.lemma in words["wanting"]:
            found = giver(stage, index)
            return found if found is not None and found.code != acting.code else None
    return None
