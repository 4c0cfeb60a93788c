"""Demanded: exchanges told as a demand and what comes only then, "Athen soll sparen. Vorher fließt kein Geld"."""

from collections.abc import Iterator

from lagebild.extraction.events.reality import is_negated, is_unreal
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.exchanges.draft import Draft
from lagebild.extraction.exchanges.gifts import gift_of, is_gift, is_hostile, is_ready, side, whole
from lagebild.extraction.exchanges.partners import (
    acting_phrase,
    before,
    debtor,
    giver,
    is_side,
    other_side,
    owner_of,
    speaking,
)
from lagebild.extraction.exchanges.wanted import gained, is_wanting
from lagebild.extraction.records.triggers import dependent
from lagebild.language.words import word_lists
from lagebild.model.analysis import Clause, ClauseKind
from lagebild.model.event import Party
from lagebild.model.span import Span

FREE = (ClauseKind.MAIN, ClauseKind.V2)
# The mood of what somebody tells of what will be: "Dann könne man verhandeln".
REPORTED = ("kon1", "kon2")


def by_demanding(stage: Stage) -> Iterator[Draft]:
    """The exchanges of all clauses that tell what follows from a demand, in text order."""
    words = word_lists(stage.language, "exchanges")
    opening = words["else_words"] | words["then_given"]
    opening |= words["for_that"]
    told = {stage.analysis.clause_of[i] for i in stage.analysis.where.spoken(opening)}
    told.update(stage.roll.clauses(modals=words["wanted_modals"]))
    for index in sorted(told):
        if index < 0:
            continue
        clause = stage.clauses[index]
        if (draft := _owed(stage, index)) is not None:
            yield draft
            continue
        opener = _opener(stage, index)
        if opener is None or is_hostile(stage, index):
            continue
        wanted = next(iter(before(stage, index)), None)
        while wanted is not None and stage.clauses[wanted].kind is ClauseKind.INF:
            wanted = stage.clauses[wanted].parent
        if wanted is None or clause.sentence - stage.clauses[wanted].sentence > 1:
            continue
        draft = _asked(stage, index, wanted, opener) or _due(stage, index, wanted, opener)
        if draft is not None:
            yield draft


def _owed(stage: Stage, index: int) -> Draft | None:
    """As in "Bern hat angeboten, x zu geben. Kiew müsste dann y": who is offered something has to give as well."""
    clause = stage.clauses[index]
    words = word_lists(stage.language, "exchanges")
    if clause.modal not in words["wanted_modals"] or clause.kind not in FREE or clause.finite is None:
        return None
    opening = words["then_given"] | words["for_that"]
    held = (i for first, last in clause.parts for i in range(first, last))
    then = next((i for i in held if stage.tokens[i].text.lower() in opening), None)
    if then is not None and then < clause.finite and stage.tokens[then].text.lower() not in words["for_that"]:
        return None  # "Dann müsste Bern nachgeben"
    if then is None and not _is_told_on(stage, index):
        return None
    if is_hostile(stage, index) or not is_gift(stage, index):
        return None
    at = then if then is not None else clause.finite
    for other in before(stage, index):
        offer = stage.clauses[other]
        if offer.sentence < clause.sentence - 1:
            return None
        acting, asked = giver(stage, other), giver(stage, index)
        offers = is_ready(stage, other) or (then is not None and _offers(stage, other))
        if offers and acting is not None and asked is not None and acting.code != asked.code:
            tie = stage.tokens[at].span
            theirs = gift_of(stage, index, without=tie)
            sides = (side(stage, acting, gift_of(stage, other)), side(stage, asked, theirs))
            return Draft("exchange-condition", sides, (tie,), index, True)
    return None


def _offers(stage: Stage, index: int) -> bool:
    """As in "hat angeboten, x zu geben", "will x geben", "stellt x in Aussicht"."""
    clause = stage.clauses[index]
    words = word_lists(stage.language, "exchanges")
    prospect = any(stage.tokens[stage.phrases[k].head].lemma.lower() in words["prospects"] for k in clause.objects)
    return clause.lemma in words["offering"] or prospect or (clause.modal in words["wishing"] and is_gift(stage, index))


def _is_told_on(stage: Stage, index: int) -> bool:
    """Whether the clause opens a sentence in which who spoke before goes on: "Kuba müsse x"."""
    clause = stage.clauses[index]
    verb = stage.tokens[clause.finite].verb if clause.finite is not None else None
    opens = clause.first == stage.analysis.sentences[clause.sentence].first
    return opens and verb is not None and verb.mood in REPORTED


def _opener(stage: Stage, index: int) -> Span | None:
    """The words that open it: "Sonst" before what is not given, "Dann", "Nur dann" before what is."""
    clause = stage.clauses[index]
    words = word_lists(stage.language, "exchanges")
    if clause.kind not in FREE or clause.finite is None:
        return None
    front = [i for i in range(clause.first, clause.finite) if stage.tokens[i].tag != "KON"]
    spoken = [stage.tokens[i].text.lower() for i in front]
    if not front or len(front) > 2:
        return None
    if spoken[0] in words["else_words"] and len(front) == 1:
        fits = is_negated(stage, clause)
    else:
        only = len(front) == 1 or spoken[0] in words["only_words"]
        fits = only and spoken[-1] in words["then_given"] and is_gift(stage, index) and _is_to_come(stage, clause)
    return stage.analysis.span(front[0], front[-1] + 1) if fits else None


def _is_to_come(stage: Stage, clause: Clause) -> bool:
    """Whether the clause tells what is not done yet."""
    verb = stage.tokens[clause.finite].verb if clause.finite is not None else None
    told = verb is not None and (verb.mood in REPORTED or (verb.tense == "pres" and not _is_perfect(stage, clause)))
    return told or is_unreal(stage, clause)


def _is_perfect(stage: Stage, clause: Clause) -> bool:
    assert clause.finite is not None
    perfect = word_lists(stage.language, "exchanges")["perfect"]
    return stage.tokens[clause.finite].lemma in perfect and len(clause.predicate) > 1


def _asked(stage: Stage, index: int, wanted: int, opener: Span) -> Draft | None:
    """As in "Die Geldgeber fordern Kürzungen von Athen. Sonst zahlen sie nichts"."""
    clause = stage.clauses[wanted]
    if clause.kind is ClauseKind.SUB and clause.parent is not None:
        clause = stage.clauses[wanted := clause.parent]
    asking = giver(stage, wanted)
    if asking is None or not is_wanting(stage, clause):
        return None
    asked = dependent(stage, wanted, ("dass",))
    if asked is not None:
        return _draft(stage, index, opener, asking, giver(stage, asked), gift_of(stage, asked))
    things = gained(stage, clause)
    if not things:
        return None
    partner = _of_whom(stage, wanted, things, asking)
    told = (whole(stage, things[0]), *(stage.full(k) for k in things[1:]))
    theirs = tuple(span for n, span in enumerate(told) if n == 0 or not span.overlaps(told[0]))
    return _draft(stage, index, opener, asking, partner, theirs)


def _due(stage: Stage, index: int, wanted: int, opener: Span) -> Draft | None:
    """As in "Athen müsse sparen. Sonst fließe kein Geld, sagte der Währungsfonds"."""
    clause = stage.clauses[wanted]
    words = word_lists(stage.language, "exchanges")
    if clause.modal not in words["wanted_modals"] or is_negated(stage, clause) or clause.lemma in words["stative"]:
        return None
    asking = giver(stage, index) or speaking(stage, index)
    asked = giver(stage, wanted)
    if asking is None or asked is None or is_hostile(stage, wanted):
        return None
    return _draft(stage, index, opener, asking, asked, gift_of(stage, wanted))


def _draft(
    stage: Stage, index: int, opener: Span, asking: Party, asked: Party | None, theirs: tuple[Span, ...]
) -> Draft | None:
    mine = _coming(stage, index, opener)
    if asked is None or asked.code == asking.code or not theirs or not mine:
        return None
    sides = (side(stage, asking, mine), side(stage, asked, theirs))
    return Draft("exchange-condition", sides, (opener,), index, True)


def _coming(stage: Stage, index: int, opener: Span) -> tuple[Span, ...]:
    """What is given or not: the act, or the thing that does not come, "kein Geld"."""
    clause = stage.clauses[index]
    if giver(stage, index) is not None:
        return gift_of(stage, index, without=opener)
    things = (*((clause.subject,) if clause.subject is not None else ()), *clause.objects)
    named = (k for k in things if not stage.preposition(k) and stage.tokens[stage.phrases[k].head].tag == "NN")
    return tuple(whole(stage, k) for k in named)[:1] or gift_of(stage, index, without=opener)


def _of_whom(stage: Stage, index: int, things: list[int], asking: Party) -> Party | None:
    """Of whom it is wanted: who is named behind "von", whose it is, or who is named near."""
    clause = stage.clauses[index]
    named = [party for k in stage.standing(clause, "p:von") for party in stage.parties.of_full(k)]
    subject = acting_phrase(stage, index)
    owing = debtor(stage, subject) if subject is not None else None
    found = (*named, *(owner_of(stage, thing) for thing in things), owing)
    fits = (party for party in found if party is not None and party.code != asking.code and is_side(stage, party))
    return next(fits, None) or other_side(stage, index, asking)
