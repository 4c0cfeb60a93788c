"""Agreed: exchanges that a deal provides for, "Der Pakt sieht vor, dass A x und B y", "Laut Einigung gibt A x, B y"."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from lagebild.analysis.coordination import enumerated
from lagebild.analysis.relatives import antecedent
from lagebild.extraction.events.reality import is_negated, is_unreal
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.exchanges.draft import Draft
from lagebild.extraction.exchanges.gifts import gift_of, is_gift, is_gift_noun, is_hostile, side, whole
from lagebild.extraction.exchanges.partners import giver, is_side, owner_of
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.records.vocabulary import vocabulary_of
from lagebild.language.words import word_lists
from lagebild.model.analysis import ClauseKind
from lagebild.model.event import Party
from lagebild.model.span import Span

# How many sentences behind the one with the deal go on telling it.
SENTENCES = 1
# So many clauses tell what a deal provides for; in longer sentences the rest is something else.
CLAUSES = 8
NAMES = ("NE", "FM")
FREE = (ClauseKind.MAIN, ClauseKind.V2)


def by_deals(stage: Stage) -> Iterator[Draft]:
    """The exchanges of all deals that the report names, in text order."""
    words = word_lists(stage.language, "exchanges")
    vocabulary = vocabulary_of(stage.findings, stage.language)
    told = {noun for noun in vocabulary.listed(words["deals"]) if _is_deal(noun, words)}
    told |= {noun for noun in vocabulary.nouns if noun.lower() in words["told_by_colon"]}
    for k, phrase in enumerate(stage.phrases) if told else ():
        head = stage.tokens[phrase.head]
        index = stage.analysis.clause_of[phrase.head]
        if head.lemma not in told or head.tag != "NN" or index < 0:
            continue
        framed = _is_frame(stage, k)
        if not framed and not _provides(stage, index, k):
            continue
        proposed = is_listed(head.lemma, words["proposals"])
        draft = None if framed else _nominal(stage, index, k, proposed=proposed)
        draft = draft or _clauses(stage, index, k, framed=framed, proposed=proposed)
        if draft is not None:
            yield draft
    yield from _by_agreeing(stage)
    if told:
        yield from _by_sharing(stage)


def _by_sharing(stage: Stage) -> Iterator[Draft]:
    """As in "ein Kompromiss, der Peru die Insel und Chile die Fischgründe gibt": what one gets the other leaves it."""
    words = word_lists(stage.language, "exchanges")
    for index in stage.roll.clauses(words["granting"]):
        clause = stage.clauses[index]
        if clause.passive or clause.subject is None:
            continue
        subject = clause.subject
        if stage.tokens[stage.phrases[subject].head].tag == "PRELS":
            noun = antecedent(stage.analysis, clause, stage.phrases[subject])
            subject = noun if noun is not None else subject
        if not _is_deal(stage.tokens[stage.phrases[subject].head].lemma, words):
            continue
        shares = list(_shares(stage, index))
        if len(shares) == 2 and shares[0][0].code != shares[1][0].code:
            (one, first), (two, second) = shares
            sides = (side(stage, one, (whole(stage, second),)), side(stage, two, (whole(stage, first),)))
            tie = stage.tokens[stage.phrases[subject].head].span
            yield Draft("exchange-deal", sides, (tie,), index, is_unreal(stage, clause), is_negated(stage, clause))


def _shares(stage: Stage, index: int) -> Iterator[tuple[Party, int]]:
    """Each side that gets something, with the thing that stands right behind it."""
    bare = sorted(k for k in stage.clauses[index].objects if not stage.preposition(k))
    for k, thing in pairwise(bare):
        named = stage.tokens[stage.phrases[k].head].tag in NAMES
        things = stage.tokens[stage.phrases[thing].head].tag == "NN"
        if named and things and stage.phrases[thing].first == stage.phrases[k].last:
            found = next((party for party in stage.parties.of_full(k) if is_side(stage, party)), None)
            yield found or Party(stage.full(k).of(stage.analysis.text), stage.full(k)), thing


def _is_deal(noun: str, words: dict[str, frozenset[str]]) -> bool:
    return is_listed(noun, words["deals"]) and not is_listed(noun, words["business_deals"])


def _by_agreeing(stage: Stage) -> Iterator[Draft]:
    """As in "Sie einigten sich darauf, dass A x gibt und B y"."""
    words = word_lists(stage.language, "exchanges")
    for index in stage.roll.clauses(words["agreeing"]):
        clause = stage.clauses[index]
        if clause.kind is ClauseKind.FRAGMENT or not clause.predicate:
            continue
        colon = clause.last < len(stage.tokens) and stage.tokens[clause.last].text == ":"
        told = _following(stage, index, framed=False) if colon else _dependent(stage, index)
        draft = _pair(stage, index, list(told), clause.predicate[-1], proposed=False)
        if draft is not None:
            yield draft


def _is_frame(stage: Stage, k: int) -> bool:
    """As in "laut dem Abkommen", "im Rahmen der Einigung"."""
    words = word_lists(stage.language, "exchanges")
    if stage.preposition(k) in words["by_deal"]:
        return True
    first = stage.phrases[k].first
    before = stage.analysis.phrase_of[first - 1] if first > 0 else -1
    return before >= 0 and stage.tokens[stage.phrases[before].head].lemma.lower() in words["frames"]


def _provides(stage: Stage, index: int, k: int) -> bool:
    """As in "das Abkommen sieht vor", "der Deal: …"."""
    clause = stage.clauses[index]
    if clause.kind is ClauseKind.FRAGMENT:
        after = stage.phrases[k].last
        return after < len(stage.tokens) and stage.tokens[after].text == ":"
    words = word_lists(stage.language, "exchanges")
    colon = clause.last < len(stage.tokens) and stage.tokens[clause.last].text == ":"
    if stage.tokens[stage.phrases[k].head].lemma.lower() in words["told_by_colon"]:
        return colon
    return colon or (clause.lemma in words["providing"] and stage.subject(clause) == k)


def _nominal(stage: Stage, index: int, k: int, *, proposed: bool) -> Draft | None:
    """As in "sieht den Abzug der Russen und die Freilassung von Häftlingen durch Kiew vor"."""
    clause = stage.clauses[index]
    for first in stage.standing(clause, "akk"):
        members = [m for m in enumerated(stage.analysis, first) if is_gift_noun(stage, m)]
        for one, other in combinations(members, 2):
            mine, theirs = owner_of(stage, one), owner_of(stage, other)
            if mine is None or theirs is None or mine.code == theirs.code:
                continue
            sides = (side(stage, mine, (stage.full(one),)), side(stage, theirs, (stage.full(other),)))
            tie = stage.tokens[stage.phrases[k].head].span
            return Draft("exchange-deal", sides, (tie,), index, proposed or is_unreal(stage, clause))
    return None


def _clauses(stage: Stage, index: int, k: int, *, framed: bool, proposed: bool) -> Draft | None:
    telling = list(_following(stage, index, framed=framed))
    frame = _frame_of(stage, k) if framed else None
    return _pair(stage, index, telling, stage.phrases[k].head, proposed=proposed, frame=frame)


def _frame_of(stage: Stage, k: int) -> Span:
    """The words of a frame: "im Rahmen der Einigung", "laut dem Abkommen"."""
    first = stage.phrases[k].first
    at = stage.preposition_at(k)
    if at is None and first > 0 and (before := stage.analysis.phrase_of[first - 1]) >= 0:
        at = stage.preposition_at(before)
    return Span(stage.tokens[at if at is not None else first].start, stage.full(k).end)


def _dependent(stage: Stage, index: int) -> Iterator[int]:
    """The clauses of the sentence that depend on this one, and those that go on in the next."""
    words = word_lists(stage.language, "exchanges")
    clause = stage.clauses[index]
    for other in range(index + 1, min(index + CLAUSES, len(stage.clauses))):
        found = stage.clauses[other]
        if found.sentence > clause.sentence + SENTENCES:
            return
        if found.sentence == clause.sentence:
            opener = stage.tokens[found.opener].text.lower() if found.opener is not None else ""
            if found.kind is ClauseKind.SUB and (not opener or opener in words["dealing_out"]):
                yield other
        elif found.kind in FREE and found.modal in words["wanted_modals"]:
            yield other


def _following(stage: Stage, index: int, *, framed: bool) -> Iterator[int]:
    """The clauses that tell what a deal provides for: with a frame its own as well."""
    clause = stage.clauses[index]
    if framed:
        yield index
    for other in range(index + 1, min(index + CLAUSES, len(stage.clauses))):
        found = stage.clauses[other]
        if found.sentence > clause.sentence:
            break
        if found.kind in FREE:
            yield other
    yield from _dependent(stage, index)


def _pair(
    stage: Stage, index: int, telling: list[int], at: int, *, proposed: bool, frame: Span | None = None
) -> Draft | None:
    """The first two of the clauses that tell different gifts of different sides."""
    words = word_lists(stage.language, "exchanges")
    giving: list[tuple[int, Party]] = []
    for other in sorted(set(telling))[:CLAUSES]:
        clause = stage.clauses[other]
        if clause.lemma in words["agreeing"] | words["stative"] or is_hostile(stage, other):
            continue
        acting = giver(stage, other)
        if acting is not None:
            giving.append((other, acting))
    for (one, mine), (two, theirs) in combinations(giving, 2):
        gifts = [is_gift(stage, one), is_gift(stage, two)]
        enough = any(gifts) if frame is None else all(gifts)
        if mine.code == theirs.code or not enough or _is_the_same(stage, one, two):
            continue
        mine_given, theirs_given = (gift_of(stage, other, without=frame) for other in (one, two))
        sides = (side(stage, mine, mine_given), side(stage, theirs, theirs_given))
        # What a deal says that a side shall do is agreed.
        agreed = stage.clauses[two].modal in words["wanted_modals"]
        unreal = proposed or (is_unreal(stage, stage.clauses[two]) and not agreed)
        negated = is_negated(stage, stage.clauses[index]) and index not in (one, two)
        return Draft("exchange-deal", sides, (stage.tokens[at].span,), index, unreal, negated)
    return None


def _is_the_same(stage: Stage, one: int, two: int) -> bool:
    """Whether both do the same, as in "beide stellen das Feuer ein", which is no exchange."""

    def act(index: int) -> tuple[str, frozenset[str]]:
        clause = stage.clauses[index]
        return clause.lemma, frozenset(
            stage.tokens[stage.phrases[k].head].lemma for k in clause.objects if not stage.parties.of_phrase(k)
        )

    return act(one) == act(two)
