"""Tied: exchanges told by the words of the table of ties."""

from collections.abc import Iterator

from lagebild.extraction.events.reality import is_negated, is_unreal
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.exchanges.bartered import bartered
from lagebild.extraction.exchanges.coupled import granting
from lagebild.extraction.exchanges.draft import Draft
from lagebild.extraction.exchanges.gifts import (
    gift_of,
    is_gift,
    is_hostile,
    is_refused,
    side,
    whole,
)
from lagebild.extraction.exchanges.partners import (
    SENTENCES,
    before,
    giver,
    is_bare_state,
    is_side,
    other_side,
    owner_of,
    owner_of_given,
    receiver,
    shares_subject,
)
from lagebild.extraction.exchanges.places import Tied, found_ties
from lagebild.extraction.exchanges.wanted import gained, is_wanting
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.records.triggers import followers
from lagebild.language.words import word_lists
from lagebild.model.analysis import Clause, ClauseKind
from lagebild.model.event import Party, code_of


def by_ties(stage: Stage) -> Iterator[Draft]:
    """The exchanges of all ties but those of conditions, in text order."""
    forms = {"return": _returned, "doubtful": _returned, "swap": bartered}
    for tied in found_ties(stage):
        make = forms.get(tied.tie.form)
        draft = make(stage, tied) if make is not None else None
        if draft is not None and code_of(draft.sides[0].party) != code_of(draft.sides[1].party):
            yield draft


def _returned(stage: Stage, tied: Tied) -> Draft | None:
    """As in "A gibt x. Im Gegenzug gibt B y"."""
    index = tied.clause
    clause = stage.clauses[index]
    getting = bool(gained(stage, clause)) or clause.lemma in word_lists(stage.language, "exchanges")["getting"]
    getting = getting and not _is_let(stage, index)
    acting = giver(stage, index) or (_got_by_pronoun(stage, index) if getting else None)
    doubtful = tied.tie.form == "doubtful"
    if acting is None and (draft := _let_go(stage, tied)) is not None:
        return draft
    words = word_lists(stage.language, "exchanges")
    owed = clause.modal in words["wanted_modals"] and clause.lemma not in words["stative"]
    if is_hostile(stage, index) and not getting and not owed and not is_gift(stage, index):
        return None
    if doubtful and (told := _told_behind(stage, tied)) is not None:
        return _with(stage, tied, acting, told, getting=getting) if acting is not None else None
    loose = _is_loose(stage, tied)
    if doubtful and (
        acting is None or _points_on(stage, tied) or not (getting or loose or owed or is_gift(stage, index))
    ):
        return None
    if acting is None:
        return _received(stage, tied) if not getting else None
    for other in _tellings(stage, tied):
        draft = _with(stage, tied, acting, other, getting=getting)
        if draft is not None:
            return draft
        before_it = giver(stage, other)
        if (before_it is None and is_gift(stage, other)) or _is_own_gain(stage, other, acting):
            break
    if doubtful:
        return None
    if getting:
        return _gotten(stage, tied, acting, index)
    return _with_anybody(stage, tied, acting)


def _got_by_pronoun(stage: Stage, index: int) -> Party | None:
    """As in "Nordkorea legt den Reaktor still. Es erhält dafür Öl": who acts in the sentence before."""
    subject = stage.clauses[index].subject
    if subject is None or stage.tokens[stage.phrases[subject].head].tag != "PPER":
        return None
    near = (other for other in before(stage, index) if stage.clauses[other].kind in (ClauseKind.MAIN, ClauseKind.V2))
    other = next(near, None)
    return giver(stage, other) if other is not None and is_gift(stage, other) else None


def _let_go(stage: Stage, tied: Tied) -> Draft | None:
    """As in "Die Entführer verlangen die Freilassung von Kämpfern. Im Gegenzug würden die Geiseln freikommen", "gaben
    Bürger frei, dafür durften 240 ihrer Anhänger heimkehren": nobody is said to let them go."""
    words = word_lists(stage.language, "exchanges")
    clause = stage.clauses[tied.clause]
    subject = clause.subject
    surely = tied.tie.form == "return" or set(tied.tie.words) <= words["pointing_back"]
    free = surely and (clause.lemma in words["coming_free"] or clause.modal in words["allowed_modals"])
    if subject is None or not free or is_negated(stage, clause):
        return None
    freed = (stage.full(subject), *gift_of(stage, tied.clause, without=tied.span))
    for other in before(stage, tied.clause):
        acting = giver(stage, other)
        if acting is None or stage.clauses[other].sentence < stage.clauses[tied.clause].sentence - 1:
            continue
        wanted = gained(stage, stage.clauses[other])
        if wanted and clause.modal not in words["allowed_modals"]:
            source = owner_of(stage, wanted[0]) or other_side(stage, tied.clause, acting)
            source = source if source is not None and source.code != acting.code else None
            sides = (side(stage, acting, freed), side(stage, source, (whole(stage, wanted[0]),)))
            return Draft("exchange-tie", sides, (tied.span,), tied.clause, True)
        if is_gift(stage, other) and clause.modal in words["allowed_modals"]:
            theirs = side(stage, other_side(stage, tied.clause, acting), freed)
            sides = (side(stage, acting, gift_of(stage, other)), theirs)
            return Draft("exchange-tie", sides, (tied.span,), tied.clause, is_unreal(stage, stage.clauses[other]))
    return None


def _is_own_gain(stage: Stage, other: int, acting: Party) -> bool:
    """As in "Die Liga bekommt das Ministerium, dafür verzichtet sie auf das Amt": no side stands further before."""
    found = giver(stage, other)
    getting = word_lists(stage.language, "exchanges")["simply_getting"]
    return found is not None and found.code == acting.code and stage.clauses[other].lemma in getting


def _is_loose(stage: Stage, tied: Tied) -> bool:
    """Whether one gift is enough beside the tie: "Erst dann"."""
    return bool(set(tied.tie.words) & word_lists(stage.language, "exchanges")["loose_ties"])


def _told_behind(stage: Stage, tied: Tied) -> int | None:
    """As in "Dafür, dass Libyen Flüchtlinge aufnimmt, zahlt Italien": the clause behind the word is a gift."""
    clause = stage.clauses[tied.clause]
    words = word_lists(stage.language, "exchanges")
    if clause.lemma in words["standing_for"] or tied.last + 1 >= len(stage.tokens):
        return None
    index = stage.analysis.clause_of[tied.last + 1]
    if stage.tokens[tied.last].text != "," or index < 0:
        return None
    told = stage.clauses[index]
    opens = told.opener == tied.last + 1 and stage.tokens[tied.last + 1].text.lower() in words["dealing_out"]
    acts = clause.lemma in words["getting"] or is_gift(stage, tied.clause)
    return index if opens and acts and told.lemma not in words["stative"] else None


def _tellings(stage: Stage, tied: Tied) -> Iterator[int]:
    """The clauses before the tie that may tell the other gift: those that tell one first; where the tie is doubtful
    these alone, and those of another sentence only if the tie opens its own."""
    doubtful = tied.tie.form == "doubtful"
    words = word_lists(stage.language, "exchanges")
    near = list(before(stage, tied.clause))
    if not doubtful:
        yield from sorted(near, key=lambda other: not is_gift(stage, other))
        return
    opens = _opens(stage, tied)
    backing = set(tied.tie.words) <= words["pointing_back"] and is_gift(stage, tied.clause)
    for other in near:
        apart = stage.clauses[tied.clause].sentence - stage.clauses[other].sentence
        if apart > (SENTENCES if opens else backing):
            return
        still = stage.clauses[other].lemma in words["stative"]
        loose = _is_loose(stage, tied) and not still
        # "Skopje änderte den Namen, Athen gab dafür den Weg frei": nothing stands between the two.
        loose = loose or (backing and apart == 0 and not still and _is_next(stage, tied.clause, other))
        told = is_gift(stage, other) or stage.clauses[other].lemma in words["getting"]
        if loose or told or gained(stage, stage.clauses[other]):
            yield other


def _is_next(stage: Stage, index: int, other: int) -> bool:
    """Whether the clause stands right before, is a main clause as well, and tells no harm."""
    clause = stage.clauses[other]
    return other == index - 1 and clause.kind in (ClauseKind.MAIN, ClauseKind.V2) and not is_hostile(stage, other)


def _with(stage: Stage, tied: Tied, acting: Party, other: int, *, getting: bool) -> Draft | None:
    """The exchange of the two clauses, if the one before has a side of its own that gives, or from whom it gets."""
    index = tied.clause
    clause = stage.clauses[index]
    partner = giver(stage, other)
    if partner is None:
        return None
    if getting:
        return _gotten(stage, tied, acting, other)
    if partner.code == acting.code and is_bare_state(stage, index):
        acting = receiver(stage, other, partner) or acting
    if partner.code == acting.code:
        words = word_lists(stage.language, "exchanges")
        if stage.clauses[other].lemma in words["getting"] or gained(stage, stage.clauses[other]):
            return _got_before(stage, tied, acting, other)
        if stage.clauses[other].modal in words["allowed_modals"]:
            return _allowed(stage, tied, acting, index, other)
        return _allowed(stage, tied, acting, other, index) if _is_let(stage, index) else None
    if not is_gift(stage, index) and not is_gift(stage, other):
        return None
    given = gift_of(stage, index, without=tied.span)
    sides = (side(stage, partner, gift_of(stage, other)), side(stage, acting, given))
    unreal = is_unreal(stage, clause) or is_unreal(stage, stage.clauses[other])
    return Draft("exchange-tie", sides, (tied.span,), index, unreal, is_refused(stage, index))


def _is_let(stage: Stage, index: int) -> bool:
    """As in "dürfen dafür die Stadt verlassen", "müssen im Gegenzug keine Strafe fürchten"."""
    clause = stage.clauses[index]
    words = word_lists(stage.language, "exchanges")
    spared = clause.modal in words["spared_modals"] and is_negated(stage, clause)
    return spared or clause.modal in words["allowed_modals"]


def _allowed(stage: Stage, tied: Tied, acting: Party, giving: int, allowed: int) -> Draft | None:
    """As in "Die Rebellen gaben Soldaten frei und durften dafür die Stadt verlassen": the other side lets it happen."""
    partner = receiver(stage, giving, acting) or receiver(stage, allowed, acting)
    partner = partner or other_side(stage, tied.clause, acting)
    still = stage.clauses[giving].lemma in word_lists(stage.language, "exchanges")["stative"]
    surely = tied.tie.form == "return" and not still
    if partner is None or not (surely or is_gift(stage, giving)):
        return None
    mine, theirs = (gift_of(stage, index, without=tied.span) for index in (giving, allowed))
    sides = (side(stage, acting, mine), side(stage, partner, theirs))
    return Draft("exchange-tie", sides, (tied.span,), tied.clause, is_unreal(stage, stage.clauses[giving]))


def _with_anybody(stage: Stage, tied: Tied, acting: Party) -> Draft | None:
    """As in "2.400 Drohnen wurden verschifft. Im Gegenzug soll Russland Flugzeuge zugesagt haben": the other side is
    whom the clause itself names, else one that is named near."""
    index = tied.clause
    clause = stage.clauses[index]
    partner = receiver(stage, index, acting)
    guess = partner is None
    partner = partner or other_side(stage, index, acting)
    if _is_let(stage, index):
        return None
    nobodys = (other for other in before(stage, index) if giver(stage, other) is None and is_gift(stage, other))
    told = next(nobodys, None)
    theirs = gift_of(stage, told) if told is not None else ()
    if (partner is None and not theirs) or (guess and not is_gift(stage, index)):
        return None
    sides = (side(stage, partner, theirs), side(stage, acting, gift_of(stage, index, without=tied.span)))
    return Draft("exchange-tie", sides, (tied.span,), index, is_unreal(stage, clause), is_refused(stage, index), guess)


def _got_before(stage: Stage, tied: Tied, acting: Party, other: int) -> Draft | None:
    """As in "A bekommt Öl aus B und liefert dafür Granaten": the clause before tells what the same side gets."""
    clause = stage.clauses[other]
    got = gained(stage, clause) or stage.standing(clause, "akk")
    source = next(
        (
            party
            for place in ("p:von", "p:aus", "p:durch")
            for k in stage.standing(clause, place)
            for party in stage.parties.of_full(k)
            if party.code != acting.code and is_side(stage, party)
        ),
        None,
    )
    source = source or next((party for k in got if (party := owner_of(stage, k)) is not None), None)
    if source is None or source.code == acting.code:
        source = receiver(stage, tied.clause, acting)
    if source is None or source.code == acting.code or not got:
        return None
    mine = gift_of(stage, tied.clause, without=tied.span)
    sides = (side(stage, source, (whole(stage, got[0]),)), side(stage, acting, mine))
    unreal = is_unreal(stage, stage.clauses[tied.clause]) or is_wanting(stage, clause)
    return Draft("exchange-tie", sides, (tied.span,), tied.clause, unreal)


def _points_on(stage: Stage, tied: Tied) -> bool:
    """As in "setzte sich dafür ein, dass …", "ein Beweis dafür, dass …": the word stands for what follows."""
    clause = stage.clauses[tied.clause]
    end = stage.analysis.sentences[clause.sentence].last
    words = word_lists(stage.language, "exchanges")
    spoken = {stage.tokens[i].text.lower() for first, last in clause.parts for i in range(first, last)}
    if not spoken & words["pointing_back"]:
        return False
    after = next((i for i in range(tied.last, end) if stage.tokens[i].text == ","), None)
    opener = stage.tokens[after + 1].text.lower() if after is not None and after + 1 < end else ""
    told = opener in words["told_as"] and is_gift(stage, tied.clause)  # "stellt dafür das Feuer ein, wie Bern mitteilt"
    told = told or _promised_in(stage, tied.clause, gained(stage, clause)) is not None
    follows = opener in words["pointed_at"] and not told
    return clause.lemma in words["standing_for"] or follows


def _opens(stage: Stage, tied: Tied) -> bool:
    """Whether the tie opens a main clause: "Dafür hob Spanien die Sperre auf"; elsewhere it means something else."""
    clause = stage.clauses[tied.clause]
    theirs = tied.tie.words[0] in word_lists(stage.language, "exchanges")["on_their_part"]
    if clause.kind not in (ClauseKind.MAIN, ClauseKind.V2):
        return theirs and clause.kind is ClauseKind.SUB
    if theirs:
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
    received = _receiving(stage, clause)
    partner = received or named
    if partner is None or (not near and received is None):
        return None
    acting = owner_of_given(stage, index, partner) or other_side(stage, index, partner)
    told = next((other for other in near if (party := giver(stage, other)) is None or party.code == partner.code), None)
    if acting is None:
        return None
    sides = (
        side(stage, partner, gift_of(stage, told) if told is not None else ()),
        side(stage, acting, gift_of(stage, index, without=tied.span)),
    )
    return Draft("exchange-tie", sides, (tied.span,), index, is_unreal(stage, clause), is_refused(stage, index))


def _receiving(stage: Stage, clause: Clause) -> Party | None:
    receiving = word_lists(stage.language, "exchanges")["receiving"]
    for k in (*clause.objects, *((clause.subject,) if clause.subject is not None else ())):
        for other in (k, *followers(stage, k)):
            if stage.preposition(other) in receiving and (found := stage.parties.of_full(other)):
                return found[0]
    return None


def _gotten(stage: Stage, tied: Tied, acting: Party, other: int) -> Draft | None:
    """As in "A gibt x, erwartet im Gegenzug y": y is the gift of the other side."""
    index = tied.clause
    clause = stage.clauses[index]
    wanted = gained(stage, clause)
    if not wanted and clause.subject is not None and shares_subject(stage, index):
        wanted = [clause.subject]
    source = None
    asked = stage.standing(clause, "p:von")
    for k in (*asked, *wanted):
        named = (party for party in stage.parties.of_full(k) if is_side(stage, party))
        source = next(named, None) if k in asked else owner_of(stage, k)
        if source is not None and source.code != acting.code:
            break
    promised = _promised_in(stage, index, wanted)
    if source is None and promised is not None:
        source = giver(stage, promised)
    if source is None and wanted:
        source = granting(stage, wanted[0])
    if source is None or source.code == acting.code:
        source = receiver(stage, other, acting)
    around = stage.clauses[other].parent
    if source is None and around is not None:
        source = receiver(stage, around, acting)
    if not wanted:
        return None
    giving = giver(stage, other)
    mine = gift_of(stage, other) if other != index and giving is not None and giving.code == acting.code else ()
    theirs = tuple(whole(stage, k) for k in wanted[:1])
    if promised is not None and source is not None:
        theirs = gift_of(stage, promised)
    if not mine and source is None:
        return None
    sides = (side(stage, acting, mine), side(stage, source, theirs))
    return Draft("exchange-tie", sides, (tied.span,), index, is_wanting(stage, clause) or is_unreal(stage, clause))


def _promised_in(stage: Stage, index: int, wanted: list[int]) -> int | None:
    """As in "hat dafür die Zusage erhalten, dass Paris zustimmt": the clause that says what is promised."""
    promises = word_lists(stage.language, "exchanges")["promises"]
    if not wanted or not is_listed(stage.tokens[stage.phrases[wanted[0]].head].lemma, promises):
        return None
    behind = index + 1
    told = behind < len(stage.clauses) and stage.clauses[behind].sentence == stage.clauses[index].sentence
    return (
        behind if told and stage.clauses[behind].kind is ClauseKind.SUB and giver(stage, behind) is not None else None
    )
