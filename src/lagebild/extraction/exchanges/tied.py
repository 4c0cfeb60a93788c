"""Tied: exchanges told by the words of the table of ties."""

from collections.abc import Iterator
from typing import NamedTuple

from lagebild.extraction.events.reality import is_negated, is_unreal
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.events.verbal import source_sides
from lagebild.extraction.exchanges.draft import Draft
from lagebild.extraction.exchanges.gifts import gift_of, is_gift, is_hostile, side, whole
from lagebild.extraction.exchanges.partners import before, giver, is_side, other_side, owner_of, receiver
from lagebild.extraction.records.triggers import followers
from lagebild.language.ties import Tie, ties
from lagebild.language.words import word_lists
from lagebild.model.analysis import Clause, ClauseKind
from lagebild.model.event import Party, code_of
from lagebild.model.span import Span

# Prepositions before whom a gift concerns: "Sanktionen gegen den Iran", "Hilfe für Ägypten".
RECEIVING = frozenset(("gegen", "für", "an"))
IF_ONLY = Tie((), "ifonly", "", ())


class Tied(NamedTuple):
    """Where a tie stands: its tokens `[first, last)` and the clause of its first word."""

    tie: Tie
    first: int
    last: int
    clause: int
    span: Span


def by_ties(stage: Stage) -> Iterator[Draft]:
    """The exchanges of all ties, in text order."""
    forms = {
        "return": _returned,
        "doubtful": _returned,
        "swap": _swapped,
        "condition": _conditional,
        "ifonly": _conditional,
    }
    for tied in (*_found(stage), *_apart(stage)):
        draft = forms[tied.tie.form](stage, tied)
        if draft is not None and code_of(draft.sides[0].party) != code_of(draft.sides[1].party):
            yield draft


def _found(stage: Stage) -> Iterator[Tied]:
    rows = ties(stage.language)
    words = [token.text.lower() for token in stage.tokens]
    taken = 0
    for i, word in enumerate(words):
        if i < taken:
            continue
        for tie in rows.get(word, ()):
            if tuple(words[i : i + len(tie.words)]) == tie.words:
                last = i + len(tie.words)
                index = _clause_at(stage, i)
                if index >= 0:
                    yield Tied(tie, i, last, index, stage.analysis.span(i, last))
                taken = last
                break


def _clause_at(stage: Stage, i: int) -> int:
    """The clause of a token; words behind the end of the verb belong to the clause before."""
    index = stage.analysis.clause_of[i]
    if index > 0 and stage.clauses[index].kind is ClauseKind.FRAGMENT:
        before_it = stage.clauses[index - 1]
        return index - 1 if before_it.sentence == stage.clauses[index].sentence else index
    return index


def _apart(stage: Stage) -> Iterator[Tied]:
    """As in "will die Kontrollen nur zulassen, wenn …", "ist bereit abzuziehen, wenn …": words of the main clause that
    make its condition one that is set."""
    words = word_lists(stage.language, "exchanges")
    for index, clause in enumerate(stage.clauses):
        if clause.kind is not ClauseKind.SUB or clause.opener is None:
            continue
        if stage.tokens[clause.opener].text.lower() not in words["if_words"]:
            continue
        opener = stage.tokens[clause.opener]
        main = _main_of(stage, index, None)
        if main is None or stage.clauses[main].sentence != clause.sentence:
            continue
        for first, last in stage.clauses[main].parts:
            for i in range(first, last):
                if stage.tokens[i].text.lower() in words["only_words"]:
                    yield Tied(IF_ONLY, i, clause.opener + 1, index, Span(opener.start, opener.end))
                    break


def _returned(stage: Stage, tied: Tied) -> Draft | None:
    """As in "A gibt x. Im Gegenzug gibt B y"."""
    index = tied.clause
    clause = stage.clauses[index]
    getting = clause.lemma in word_lists(stage.language, "exchanges")["getting"]
    acting = giver(stage, index)
    doubtful = tied.tie.form == "doubtful"
    if doubtful and (acting is None or is_hostile(stage, index) or _points_on(stage, tied)):
        return None
    opens = _opens(stage, tied)
    if doubtful and not getting and not opens and not is_gift(stage, index):
        return None
    if acting is None and not getting:
        return _received(stage, tied)
    for other in before(stage, index):
        partner = giver(stage, other)
        if doubtful and stage.clauses[other].sentence != clause.sentence and not opens:
            return None
        if partner is None or (doubtful and not is_gift(stage, other)):
            continue
        if getting and acting is not None:
            return _gotten(stage, tied, acting, other)
        if acting is None or partner.code == acting.code:
            continue
        given = gift_of(stage, index, without=tied.span)
        sides = (side(stage, partner, gift_of(stage, other)), side(stage, acting, given))
        return Draft("exchange-tie", sides, (tied.span,), index, is_unreal(stage, clause), is_negated(stage, clause))
    if doubtful or acting is None:
        return None
    if getting:
        return _gotten(stage, tied, acting, index)
    partner = receiver(stage, index, acting) or other_side(stage, index, acting)
    if partner is None:
        return None
    sides = (side(stage, partner, ()), side(stage, acting, gift_of(stage, index, without=tied.span)))
    return Draft("exchange-tie", sides, (tied.span,), index, is_unreal(stage, clause), is_negated(stage, clause))


def _points_on(stage: Stage, tied: Tied) -> bool:
    """As in "setzte sich dafür ein, dass …", "ein Beweis dafür, dass …": the word stands for what follows."""
    clause = stage.clauses[tied.clause]
    end = stage.analysis.sentences[clause.sentence].last
    words = word_lists(stage.language, "exchanges")
    after = next((i for i in range(tied.last, end) if stage.tokens[i].text == ","), None)
    follows = after is not None and after + 1 < end and stage.tokens[after + 1].text.lower() in words["pointed_at"]
    return clause.lemma in words["standing_for"] or follows


def _opens(stage: Stage, tied: Tied) -> bool:
    """Whether the tie opens a main clause: "Dafür hob Spanien die Sperre auf"; elsewhere it means something else."""
    clause = stage.clauses[tied.clause]
    if clause.kind not in (ClauseKind.MAIN, ClauseKind.V2):
        return False
    if len(tied.tie.words) == 1 and tied.tie.words[0] in word_lists(stage.language, "exchanges")["on_their_part"]:
        return True
    return all(stage.tokens[i].tag == "KON" for i in range(clause.first, tied.first))


def _received(stage: Stage, tied: Tied) -> Draft | None:
    """As in "Teheran gibt Uran ab. Im Gegenzug werden die Sanktionen gegen den Iran aufgehoben".

    Nobody is said to give, so it is the other side than the one that receives, or than the one that gives before."""
    index = tied.clause
    clause = stage.clauses[index]
    if tied.tie.form == "doubtful" and not is_gift(stage, index):
        return None
    near = [other for other in before(stage, index) if is_gift(stage, other) or giver(stage, other) is not None]
    named = next((party for other in near if (party := giver(stage, other)) is not None), None)
    partner = _receiving(stage, clause) or named
    if partner is None or not near:
        return None
    acting = other_side(stage, index, partner)
    told = next((other for other in near if (party := giver(stage, other)) is None or party.code == partner.code), None)
    if acting is None:
        return None
    sides = (
        side(stage, partner, gift_of(stage, told) if told is not None else ()),
        side(stage, acting, gift_of(stage, index, without=tied.span)),
    )
    return Draft("exchange-tie", sides, (tied.span,), index, is_unreal(stage, clause), is_negated(stage, clause))


def _receiving(stage: Stage, clause: Clause) -> Party | None:
    for k in (*clause.objects, *((clause.subject,) if clause.subject is not None else ())):
        for other in (k, *followers(stage, k)):
            if stage.preposition(other) in RECEIVING and (found := stage.parties.of_full(other)):
                return found[0]
    return None


def _gotten(stage: Stage, tied: Tied, acting: Party, other: int) -> Draft | None:
    """As in "A gibt x, erwartet im Gegenzug y": y is the gift of the other side."""
    index = tied.clause
    clause = stage.clauses[index]
    wanted = stage.standing(clause, "akk")
    source = None
    for k in (*stage.standing(clause, "p:von"), *wanted):
        source = next(iter(stage.parties.of_full(k)), None) if stage.preposition(k) else owner_of(stage, k)
        if source is not None and source.code != acting.code:
            break
    if source is None or source.code == acting.code:
        source = receiver(stage, other, acting)
    if not wanted:
        return None
    giving = giver(stage, other)
    mine = gift_of(stage, other) if giving is not None and giving.code == acting.code else ()
    theirs = tuple(whole(stage, k) for k in wanted[:1])
    if not mine and source is None:
        return None
    wanting = clause.lemma in word_lists(stage.language, "exchanges")["wanting"]
    sides = (side(stage, acting, mine), side(stage, source, theirs))
    return Draft("exchange-tie", sides, (tied.span,), index, wanting or is_unreal(stage, clause))


def _swapped(stage: Stage, tied: Tied) -> Draft | None:
    """As in "A liefert B Öl im Tausch gegen Waffen": the phrase behind the tie is the gift of the other side."""
    index = tied.clause
    k = stage.analysis.phrase_of[tied.last] if tied.last < len(stage.tokens) else -1
    acting = giver(stage, index)
    if k < 0 or acting is None:
        return None
    gift = whole(stage, k)
    clause = stage.clauses[index]
    words = word_lists(stage.language, "exchanges")
    if clause.lemma in words["getting"]:
        return _demanded(stage, tied, acting, gift)
    if not is_gift(stage, index):
        return None
    partner = receiver(stage, index, acting) or owner_of(stage, k)
    if partner is None or partner.code == acting.code:
        partner = owner_of(stage, k)
    if partner is None or partner.code == acting.code:
        partner = other_side(stage, index, acting)
    mine = tuple(span for span in gift_of(stage, index, without=Span(tied.span.start, gift.end)))
    sides = (side(stage, partner, (gift,)), side(stage, acting, mine))
    return Draft("exchange-tie", sides, (tied.span,), index, is_unreal(stage, clause), is_negated(stage, clause))


def _demanded(stage: Stage, tied: Tied, acting: Party, gift: Span) -> Draft | None:
    """As in "A fordert im Gegenzug für x von B y": x is the gift of A."""
    index = tied.clause
    clause = stage.clauses[index]
    wanted = [k for k in stage.standing(clause, "akk") if not gift.overlaps(stage.full(k))]
    if not wanted:
        return None
    asked = [party for k in stage.standing(clause, "p:von") for party in stage.parties.of_full(k)]
    source = asked[0] if asked else owner_of(stage, wanted[0])
    if source is None or source.code == acting.code:
        source = other_side(stage, index, acting)
    sides = (side(stage, acting, (gift,)), side(stage, source, (whole(stage, wanted[-1]),)))
    wanting = clause.lemma in word_lists(stage.language, "exchanges")["wanting"]
    return Draft("exchange-tie", sides, (tied.span,), index, wanting or is_unreal(stage, clause))


def _conditional(stage: Stage, tied: Tied) -> Draft | None:
    """As in "A will x, sofern B y": main clause and condition are the gifts."""
    opened = stage.analysis.clause_of[tied.last - 1]
    if opened < 0 or stage.clauses[opened].kind is not ClauseKind.SUB:
        return None
    main = _main_of(stage, opened, tied)
    if main is None:
        return None
    strict = tied.tie.form == "ifonly"
    if is_hostile(stage, main) or is_hostile(stage, opened):
        return None
    asking = giver(stage, main) or _speaking(stage, main)
    asked = giver(stage, opened)
    if asked is None and asking is not None and stage.clauses[opened].passive and is_gift(stage, opened):
        asked = other_side(stage, opened, asking)
    if asking is None or asked is None:
        return None
    if strict and not (is_gift(stage, main) or is_gift(stage, opened)):
        return None
    mine = gift_of(stage, main, without=tied.span)
    subject = stage.subject(stage.clauses[main])
    if giver(stage, main) is None and subject is not None:
        mine = (whole(stage, subject), *mine)
    gifts = (side(stage, asking, mine), side(stage, asked, gift_of(stage, opened, without=tied.span)))
    return Draft("exchange-condition", gifts, (tied.span,), main, True)


def _speaking(stage: Stage, index: int) -> Party | None:
    """Who sets the condition of whom the clause names nobody: who speaks."""
    clause = stage.clauses[index]
    for holder in stage.holding(stage.tokens[clause.first].span)[:1]:
        return next((party for party in source_sides(stage, holder) if is_side(stage, party)), None)
    return None


def _main_of(stage: Stage, opened: int, tied: Tied | None) -> int | None:
    """The clause that the condition belongs to: its parent, else the next to it in the sentence."""
    clause = stage.clauses[opened]
    if tied is not None and tied.clause != opened:
        return tied.clause
    if clause.parent is not None:
        return clause.parent
    for other in (opened + 1, opened - 1):
        if 0 <= other < len(stage.clauses) and stage.clauses[other].sentence == clause.sentence:
            return other
    return None
