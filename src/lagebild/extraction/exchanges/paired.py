"""Paired: exchanges told as two gifts side by side, with a word nearby that calls them a deal."""

from collections.abc import Iterator
from itertools import combinations

from lagebild.extraction.events.reality import is_negated, is_unreal
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.exchanges.draft import Draft
from lagebild.extraction.exchanges.gifts import gift_of, is_gift, is_hostile, is_refused, side
from lagebild.extraction.exchanges.partners import giver, receiver
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.records.vocabulary import vocabulary_of
from lagebild.language.endings import without_ending
from lagebild.language.words import word_lists
from lagebild.model.analysis import Clause, ClauseKind
from lagebild.model.event import Party

# How many sentences away from the word both gifts may stand: of one that means an exchange by itself, and of one that
# means any agreement.
BARTERED, AGREED = 3, 1
# So many sentences may lie between the gifts beside such a word.
APART = 2
FREE = (ClauseKind.MAIN, ClauseKind.V2)
TOLD_IN = (ClauseKind.MAIN, ClauseKind.V2, ClauseKind.SUB)


def by_pairs(stage: Stage) -> Iterator[Draft]:
    """As in "Ungarn hebt sein Veto auf. Die EU gibt Hilfen frei. Man sprach von einem Tauschgeschäft"."""
    words = word_lists(stage.language, "exchanges")
    vocabulary = vocabulary_of(stage.findings, stage.language)
    barters, deals = vocabulary.listed(words["barters"]), vocabulary.listed(words["deals"])
    for k, phrase in enumerate(stage.phrases) if barters or deals else ():
        head = stage.tokens[phrase.head]
        index = stage.analysis.clause_of[phrase.head]
        if head.tag != "NN" or index < 0:
            continue
        bartered = head.lemma in barters
        if bartered or (head.lemma in deals and _points_back(stage, k)):
            draft = _pair(stage, k, index, bartered=bartered)
            if draft is not None:
                yield draft
    yield from _by_captives(stage)
    yield from _before_captives(stage)


def _before_captives(stage: Stage) -> Iterator[Draft]:
    """As in "Eriwan übergab Karten der Minen, Baku ließ 15 Gefangene frei"."""
    words = word_lists(stage.language, "exchanges")
    for index in stage.roll.clauses(words["handing_back"]):
        clause = stage.clauses[index]
        captives = any(_is_captive(stage, k) for k in clause.objects)
        if index == 0 or not captives or clause.kind not in FREE or is_refused(stage, index):
            continue
        mine, theirs = giver(stage, index - 1), giver(stage, index)
        free = stage.clauses[index - 1].kind in FREE and not is_refused(stage, index - 1)
        if mine is None or theirs is None or mine.code == theirs.code or not free or is_hostile(stage, index - 1):
            continue
        if _stands_beside(stage, index - 1, index) and _hands(stage, index - 1):
            sides = (side(stage, mine, gift_of(stage, index - 1)), side(stage, theirs, gift_of(stage, index)))
            tie = stage.tokens[clause.predicate[-1]].span
            yield Draft("exchange-deal", sides, (tie,), index, is_unreal(stage, clause))


def _points_back(stage: Stage, k: int) -> bool:
    """As in "die Abmachung", "dieser Handel"."""
    phrase = stage.phrases[k]
    bare = phrase.last - phrase.first == 2 and "-" not in stage.tokens[phrase.head].text  # not "der Nato-Vertrag"
    return bare and stage.tokens[phrase.first].text.lower() in word_lists(stage.language, "exchanges")["pointing"]


def _pair(stage: Stage, k: int, index: int, *, bartered: bool) -> Draft | None:
    """The two gifts next to the word, where each is for the other side or the word means an exchange by itself."""
    sentence = stage.clauses[index].sentence
    reach = BARTERED if bartered else AGREED
    giving = list(_giving(stage, sentence - reach, sentence + 1))
    for (one, mine), (two, theirs) in reversed(list(combinations(giving, 2))):
        apart = stage.clauses[two].sentence - stage.clauses[one].sentence
        if mine.code == theirs.code or apart > (APART if bartered else 1):
            continue
        told_behind = stage.clauses[two].sentence > sentence
        if told_behind and not bartered and apart:
            continue
        if not bartered and not told_behind and not _is_mutual(stage, one, mine, two, theirs):
            continue
        sides = (side(stage, mine, gift_of(stage, one)), side(stage, theirs, gift_of(stage, two)))
        unreal = is_unreal(stage, stage.clauses[one]) or is_unreal(stage, stage.clauses[two])
        tie = stage.tokens[stage.phrases[k].head].span
        return Draft("exchange-deal", sides, (tie,), two, unreal, is_negated(stage, stage.clauses[index]))
    return None


def _giving(stage: Stage, first: int, last: int) -> Iterator[tuple[int, Party]]:
    """The clauses of the sentences that tell a gift, with who gives."""
    words = word_lists(stage.language, "exchanges")
    for index, clause in enumerate(stage.clauses):
        if not first <= clause.sentence <= last or clause.kind not in TOLD_IN or not clause.predicate:
            continue
        if clause.lemma in words["talking"] | words["stative"] or is_refused(stage, index) or is_hostile(stage, index):
            continue
        acting = giver(stage, index) if _hands(stage, index) else None
        if acting is not None:
            yield index, acting


def _hands(stage: Stage, index: int) -> bool:
    """Whether the clause tells of giving and not of talk: "lobte die Nachbarn" is none."""
    lemma = stage.clauses[index].lemma
    words = word_lists(stage.language, "exchanges")
    return (lemma in words["giving"] or lemma in words["light_verbs"]) and is_gift(stage, index)


def _by_captives(stage: Stage) -> Iterator[Draft]:
    """As in "Die Taliban ließen die Geiseln frei. Seoul hatte zugesagt, seine Truppen abzuziehen": one hands captives
    over, and the next sentence tells what the other side hands over, or had promised or paid."""
    words = word_lists(stage.language, "exchanges")
    for index, clause in enumerate(stage.clauses):
        lets = _lets_go(stage, clause)
        if not (lets or clause.lemma in words["handing_back"]) or clause.kind not in FREE or is_refused(stage, index):
            continue
        acting = giver(stage, index)
        freed = lets or any(_is_captive(stage, k) for k in clause.objects)
        if acting is None or not freed:
            continue
        for other in range(index + 1, min(index + 4, len(stage.clauses))):
            theirs = stage.clauses[other]
            if theirs.sentence > clause.sentence + 1 or theirs.kind not in FREE:
                break
            partner = giver(stage, other)
            if partner is None or partner.code == acting.code or is_refused(stage, other):
                continue
            if not _answers(stage, index, acting, other, partner) and not _stands_beside(stage, index, other):
                continue
            sides = (side(stage, acting, gift_of(stage, index)), side(stage, partner, gift_of(stage, other)))
            unreal = is_unreal(stage, clause)
            yield Draft("exchange-deal", sides, (stage.tokens[theirs.predicate[-1]].span,), other, unreal)
            break


def _stands_beside(stage: Stage, index: int, other: int) -> bool:
    """As in "Kuba ließ Gefangene frei, die USA lockerten ihr Embargo": two gifts in one sentence, no more between them
    than a comma or "und"."""
    between = range(stage.clauses[index].last, stage.clauses[other].first)
    joined = all(stage.tokens[i].tag in ("$,", "$.", "KON") for i in between) and other == index + 1
    same = stage.clauses[index].sentence == stage.clauses[other].sentence and stage.clauses[index].modal is None
    talking = word_lists(stage.language, "exchanges")["talking"]
    return same and joined and _hands(stage, other) and stage.clauses[other].lemma not in talking


def _lets_go(stage: Stage, clause: Clause) -> bool:
    """As in "lässt die Krankenschwestern ausreisen"."""
    letting = word_lists(stage.language, "exchanges")["let_inf"]
    return any(stage.tokens[i].lemma in letting for i in clause.predicate) and any(
        stage.tokens[i].lemma in word_lists(stage.language, "exchanges")["let_go"] for i in clause.predicate
    )


def _answers(stage: Stage, index: int, acting: Party, other: int, partner: Party) -> bool:
    """Whether the second clause hands captives over as well, or tells a promise or payment made before or to who
    hands them over."""
    words = word_lists(stage.language, "exchanges")
    clause = stage.clauses[other]
    if clause.lemma in words["handing_back"]:
        return any(_is_captive(stage, k) for k in clause.objects)
    if clause.lemma not in words["promising"] | words["paying"] or not is_gift(stage, other):
        return False
    finite = stage.tokens[clause.finite] if clause.finite is not None else None
    earlier = (
        finite is not None
        and finite.verb is not None
        and finite.verb.tense == "past"
        and finite.lemma in words["perfect"]
        and len(clause.predicate) > 1
    )
    return earlier or _is_for(stage, other, partner, acting)


def _is_captive(stage: Stage, k: int) -> bool:
    head = stage.tokens[stage.phrases[k].head]
    words = word_lists(stage.language, "exchanges")
    stems = (without_ending(stage.tokens[i].text.lower()) for i in range(stage.phrases[k].first, stage.phrases[k].last))
    return head.tag == "NN" and (
        is_listed(head.lemma, words["swapped"]) or any(stem in words["taken"] for stem in stems)
    )


def _is_mutual(stage: Stage, one: int, mine: Party, two: int, theirs: Party) -> bool:
    return _is_for(stage, one, mine, theirs) or _is_for(stage, two, theirs, mine)


def _is_for(stage: Stage, index: int, giving: Party, other: Party) -> bool:
    found = receiver(stage, index, giving)
    return found is not None and found.code == other.code
