"""Phrased: exchanges whose gifts are phrases of one clause, "fordert für x y", "ohne y kein x", "x gegen y"."""

from collections.abc import Iterator

from lagebild.extraction.events.reality import is_negated, is_unreal
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.exchanges.draft import Draft
from lagebild.extraction.exchanges.gifts import gift_of, is_gift, is_gift_noun, is_refused, side, whole
from lagebild.extraction.exchanges.partners import (
    before,
    giver,
    is_side,
    other_side,
    owner_of,
    receiver,
    shares_subject,
    speaking,
)
from lagebild.extraction.exchanges.places import found_ties
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.records.triggers import beside_noun, dependent, followers
from lagebild.language.words import word_lists
from lagebild.model.analysis import ClauseKind
from lagebild.model.event import Party
from lagebild.model.span import Span


def by_phrases(stage: Stage) -> Iterator[Draft]:
    """The exchanges of all clauses, in text order."""
    tied = [found.span for found in found_ties(stage)]
    words = word_lists(stage.language, "exchanges")
    verbs = words["getting"] | words["paying_with"] | words["getting_back"] | words["giving"]
    telling = set(stage.roll.clauses(verbs, modals=words["wanted_modals"] | words["allowed_modals"]))
    places = words["against"] | words["in_return_for"] | words["without"]
    for index, clause in enumerate(stage.clauses):
        if clause.kind is ClauseKind.FRAGMENT or not clause.predicate:
            continue
        if index not in telling and not any(stage.preposition(k) in places for k in clause.objects):
            continue  # none of the rules is about such a clause
        for rule in RULES:
            draft = rule(stage, index)
            if draft is not None and not any(draft.tie[0].overlaps(span) for span in tied):
                yield draft
                break


def _for(stage: Stage, index: int) -> Draft | None:
    """As in "Für die Granaten erhält Nordkorea Öl von Russland", "fordert für eine Waffenruhe den Abzug"."""
    clause = stage.clauses[index]
    words = word_lists(stage.language, "exchanges")
    if clause.lemma not in words["getting"]:
        return None
    mine = next((k for k in stage.standing(clause, "p:für") if _is_given(stage, k)), None)
    acting = giver(stage, index)
    if mine is None or acting is None:
        return None
    asked = dependent(stage, index, ("dass",)) if clause.lemma in words["wanting"] else None
    if asked is not None:
        return _asked_for(stage, index, asked, acting, mine)
    wanted = [k for k in stage.standing(clause, "akk") if k != mine]
    source = named_in(stage, index, ("p:von",), acting)
    source = source or next((party for k in wanted if (party := owner_of(stage, k)) is not None), None)
    source = source or named_in(stage, index, ("p:aus",), acting)
    if not wanted or source is None or source.code == acting.code:
        return None
    at = stage.preposition_at(mine)
    tie = stage.tokens[at if at is not None else stage.phrases[mine].first].span
    sides = (side(stage, acting, (whole(stage, mine),)), side(stage, source, (whole(stage, wanted[0]),)))
    unreal = clause.lemma in words["wanting"] or is_unreal(stage, clause)
    return Draft("exchange-phrase", sides, (tie,), index, unreal, is_negated(stage, clause))


def _is_given(stage: Stage, k: int) -> bool:
    """A thing or an act that may be given, or its beginning: "den Beginn von Verhandlungen"."""
    if is_gift_noun(stage, k):
        return True
    starts = word_lists(stage.language, "exchanges")["starts"]
    behind = beside_noun(stage, k, ("gen", "p:von"))
    return stage.tokens[stage.phrases[k].head].lemma.lower() in starts and any(
        is_gift_noun(stage, other) for other in behind
    )


def _asked_for(stage: Stage, index: int, asked: int, acting: Party, mine: int) -> Draft | None:
    """As in "Für den Beginn von Gesprächen fordert Bogotá, dass die Rebellen die Geiseln freilassen"."""
    partner = giver(stage, asked)
    if partner is None or partner.code == acting.code:
        partner = named_in(stage, index, ("p:von",), acting)
    at = stage.preposition_at(mine)
    if partner is None or at is None:
        return None
    sides = (side(stage, acting, (whole(stage, mine),)), side(stage, partner, gift_of(stage, asked)))
    return Draft("exchange-phrase", sides, (stage.tokens[at].span,), index, True)


def named_in(stage: Stage, index: int, places: tuple[str, ...], other_than: Party) -> Party | None:
    """The first side in one of the places of the clause that is another one."""
    clause = stage.clauses[index]
    for place in places:
        for k in stage.standing(clause, place):
            for party in stage.parties.of_full(k):
                if party.code != other_than.code and is_side(stage, party):
                    return party
    return None


def named_behind(stage: Stage, k: int, other_than: Party) -> Party | None:
    """As in "eine Ausnahme von der EU": the side behind the noun from whom it comes."""
    givers = word_lists(stage.language, "exchanges")["given_by"]
    near = (o for o in followers(stage, k) if stage.preposition(o) in givers)
    named = (party for o in near for party in stage.parties.of_full(o))
    return next((party for party in named if party.code != other_than.code and is_side(stage, party)), None)


def _without(stage: Stage, index: int) -> Draft | None:
    """As in "Ohne Reformen in Griechenland wird die EU keine Kredite auszahlen"."""
    clause = stage.clauses[index]
    words = word_lists(stage.language, "exchanges")
    missing = next((k for k in clause.objects if stage.preposition(k) in words["without"]), None)
    if missing is None or not is_negated(stage, clause) or not is_gift(stage, index):
        return None
    acting, asked = giver(stage, index) or speaking(stage, index), owner_of(stage, missing)
    if asked is None and acting is not None:
        asked = _taking_part(stage, index, acting)
    if acting is None or asked is None or acting.code == asked.code:
        return None
    at = stage.preposition_at(missing)
    tie = stage.tokens[at if at is not None else stage.phrases[missing].first].span
    gift = Span(tie.start, stage.full(missing).end)
    mine = tuple(span for span in gift_of(stage, index, without=gift))
    sides = (side(stage, acting, mine), side(stage, asked, (stage.full(missing),)))
    return Draft("exchange-phrase", sides, (tie,), index, True)


def _taking_part(stage: Stage, index: int, acting: Party) -> Party | None:
    """As in "Ohne ein Ende der Gewalt werde es keine Gespräche mit Israel geben": with whom they would be."""
    with_whom = word_lists(stage.language, "exchanges")["together"]
    for k in stage.clauses[index].arguments:
        for other in (k, *followers(stage, k)):
            if stage.preposition(other) in with_whom and stage.phrases[other].preposition is not None:
                for party in stage.parties.of_full(other):
                    if party.code != acting.code and is_side(stage, party):
                        return party
    return None


def _paid(stage: Stage, index: int) -> Draft | None:
    """As in "Teheran liefert Drohnen, Moskau zahlt mit Kampfjets", also in two sentences."""
    clause = stage.clauses[index]
    words = word_lists(stage.language, "exchanges")
    if clause.lemma not in words["paying_with"] or index == 0:
        return None
    gift = next((k for k in stage.standing(clause, "p:mit") if is_gift_noun(stage, k)), None)
    acting = giver(stage, index)
    near = (other for other in before(stage, index) if stage.clauses[other].sentence >= clause.sentence - 1)
    told = next((other for other in near if is_gift(stage, other)), None)
    given = giver(stage, told) if told is not None else None
    if gift is None or acting is None or told is None or given is None or acting.code == given.code:
        return None
    verb = stage.tokens[clause.predicate[0]].span
    sides = (side(stage, given, gift_of(stage, told)), side(stage, acting, (whole(stage, gift),)))
    return Draft("exchange-phrase", sides, (verb,), index, is_unreal(stage, clause), is_negated(stage, clause))


def _price(stage: Stage, index: int) -> Draft | None:
    """As in "lassen die Geiseln nur gegen die Freilassung ihrer Leute durch Peru ziehen", "Für die Rückgabe der Leichen
    entließ Israel Häftlinge": what is wanted stands behind "gegen" or "für"."""
    clause = stage.clauses[index]
    words = word_lists(stage.language, "exchanges")
    wanted = next((k for k in clause.objects if _is_price(stage, k)), None)
    if wanted is None:
        return None
    getting = clause.lemma in words["simply_getting"]
    acting = giver(stage, index)
    if acting is None or not (getting or is_gift(stage, index)):
        return None
    behind = dependent(stage, index, ("inf",))
    goes_on = behind is not None and stage.clauses[behind].first - stage.phrases[wanted].last in (0, 1)
    given = gift_of(stage, behind) if behind is not None and goes_on else (whole(stage, wanted),)
    at = stage.preposition_at(wanted)
    if at is None:
        return None
    tie = stage.tokens[at].span
    left_out = Span(tie.start, whole(stage, wanted).end)
    if getting:
        return _paid_price(stage, index, acting, given, tie)
    partner = owner_of(stage, wanted)
    if partner is None or partner.code == acting.code:
        partner = receiver(stage, index, acting) or _payer(stage, index, acting)
    if partner is None:
        return None
    sides = (side(stage, acting, gift_of(stage, index, without=left_out)), side(stage, partner, given))
    return Draft("exchange-phrase", sides, (tie,), index, is_unreal(stage, clause), is_refused(stage, index))


def _payer(stage: Stage, index: int, acting: Party) -> Party | None:
    """As in "… gegen Lösegeld freigegeben. Die Summe zahlte Kiew": who is said to pay in the sentence or the next."""
    paying = word_lists(stage.language, "exchanges")["ransoming"]
    sentence = stage.clauses[index].sentence
    for other in range(index + 1, min(index + 4, len(stage.clauses))):
        clause = stage.clauses[other]
        if clause.sentence > sentence + 1:
            return None
        found = giver(stage, other) if clause.lemma in paying and not is_negated(stage, clause) else None
        if found is not None and found.code != acting.code:
            return found
    return None


def _is_price(stage: Stage, k: int) -> bool:
    words = word_lists(stage.language, "exchanges")
    place = stage.preposition(k)
    if place not in words["against"] and place not in words["in_return_for"]:
        return False
    noun = stage.tokens[stage.phrases[k].head].lemma
    index = stage.analysis.clause_of[stage.phrases[k].head]
    if place in words["in_return_for"] and stage.clauses[index].lemma in words["standing_for"]:
        return False  # "sprach sich für die Aufhebung aus"
    handed = is_listed(noun, words["handing_over"])
    if place in words["against"] and not is_listed(noun, words["paid_out"]) and _belongs(stage, k):
        return False
    if place in words["in_return_for"]:
        clause = stage.clauses[stage.analysis.clause_of[stage.phrases[k].head]]
        offered = clause.lemma in words["offering"] | words["promising"] and stage.phrases[k].first - clause.first < 2
        return handed or (offered and is_listed(noun, words["asked_acts"]))
    return place in words["against"] and (handed or is_listed(noun, words["prices"]))


def _for_each(stage: Stage, index: int) -> Draft | None:
    """As in "Für jeden zurückgenommenen Syrer nimmt die EU einen anderen auf": as many as the other side gives."""
    clause = stage.clauses[index]
    words = word_lists(stage.language, "exchanges")
    mine = next((k for k in clause.objects if _is_of_each(stage, k)), None)
    if mine is None:
        return None
    acting = giver(stage, index)
    if acting is None or not (is_gift(stage, index) or clause.lemma in words["simply_getting"]):
        return None
    partner = owner_of(stage, mine)
    if partner is None or partner.code == acting.code:
        partner = receiver(stage, index, acting) or other_side(stage, index, acting)
    at = stage.preposition_at(mine)
    if partner is None or partner.code == acting.code or at is None:
        return None
    tie = stage.tokens[at].span
    left_out = Span(tie.start, stage.full(mine).end)
    given = gift_of(stage, index, without=left_out)
    if clause.lemma in words["simply_getting"]:
        acting, partner = partner, acting
    sides = (side(stage, partner, (stage.full(mine),)), side(stage, acting, given))
    return Draft("exchange-phrase", sides, (tie,), index, is_unreal(stage, clause), is_refused(stage, index))


def _is_of_each(stage: Stage, k: int) -> bool:
    words = word_lists(stage.language, "exchanges")
    first = stage.tokens[stage.phrases[k].first].text.lower()
    if first not in words["every"] or stage.preposition(k) not in words["in_return_for"]:
        return False
    head = stage.tokens[stage.phrases[k].head]
    bodies = stage.parties.bodies
    people = bodies.is_person_noun(stage.phrases[k]) or bodies.of(stage.phrases[k]) is not None
    return head.tag == "NN" and (people or is_listed(head.lemma, words["swapped"]) or is_gift_noun(stage, k))


def _belongs(stage: Stage, k: int) -> bool:
    """As in "der Widerstand gegen die Aufnahme": right behind a noun that is nothing to be given."""
    at = stage.preposition_at(k)
    before = stage.analysis.phrase_of[at - 1] if at is not None and at > 0 else -1
    return before >= 0 and not is_gift_noun(stage, before) and not stage.parties.of_phrase(before)


def _paid_price(stage: Stage, index: int, acting: Party, given: tuple[Span, ...], tie: Span) -> Draft | None:
    """As in "Gegen die Zusage, keine Waffen zu liefern, erhielt Eritrea Hilfe aus Äthiopien"."""
    clause = stage.clauses[index]
    got = [k for k in stage.standing(clause, "akk") if not any(stage.full(k).overlaps(span) for span in given)]
    source = named_in(stage, index, ("p:von", "p:aus"), acting)
    source = source or next((party for k in got if (party := owner_of(stage, k)) is not None), None)
    if not got or source is None or source.code == acting.code:
        return None
    sides = (side(stage, acting, given), side(stage, source, (whole(stage, got[0]),)))
    return Draft("exchange-phrase", sides, (tie,), index, is_unreal(stage, clause), is_negated(stage, clause))


def _gives_and_gets(stage: Stage, index: int) -> Draft | None:
    """As in "Kiew verzichtet auf die Krim und bekommt von Moskau Gas"."""
    clause = stage.clauses[index]
    words = word_lists(stage.language, "exchanges")
    if clause.lemma not in words["getting_back"] or index == 0 or stage.tokens[clause.first].tag != "KON":
        return None
    previous = stage.clauses[index - 1]
    acting, same = giver(stage, index), giver(stage, index - 1)
    if acting is None or same is None or acting.code != same.code or previous.sentence != clause.sentence:
        return None
    got = stage.standing(clause, "akk")
    source = named_in(stage, index, ("p:von", "p:aus"), acting)
    if source is None and not any(tied.clause == index for tied in found_ties(stage)):
        source = receiver(stage, index - 1, acting)
    if previous.lemma not in words["giving"] or source is None or not got:
        return None
    verb = stage.tokens[clause.predicate[0]].span
    sides = (side(stage, acting, gift_of(stage, index - 1)), side(stage, source, (whole(stage, got[0]),)))
    return Draft("exchange-phrase", sides, (verb,), index, is_unreal(stage, clause), is_negated(stage, clause))


def _gets_and_gives(stage: Stage, index: int) -> Draft | None:
    """As in "Kiew erhält amerikanische Waffen und gewährt den USA Zugriff auf Erze": it gives to whom it has it of."""
    clause = stage.clauses[index]
    words = word_lists(stage.language, "exchanges")
    if index == 0 or stage.tokens[clause.first].tag != "KON" or clause.lemma not in words["giving"]:
        return None
    previous = stage.clauses[index - 1]
    if previous.lemma not in words["getting_back"] or previous.sentence != clause.sentence:
        return None
    acting, same = giver(stage, index), giver(stage, index - 1)
    partner = receiver(stage, index, acting) if acting is not None else None
    got = stage.standing(previous, "akk")
    if acting is None or same is None or acting.code != same.code or partner is None or not got:
        return None
    source = named_in(stage, index - 1, ("p:von", "p:aus"), acting) or owner_of(stage, got[0])
    if source is None or source.code != partner.code or is_negated(stage, clause):
        return None
    verb = stage.tokens[previous.predicate[0]].span
    sides = (side(stage, source, (whole(stage, got[0]),)), side(stage, acting, gift_of(stage, index)))
    return Draft("exchange-phrase", sides, (verb,), index, is_unreal(stage, clause))


def _gets_and_must(stage: Stage, index: int) -> Draft | None:
    """As in "Athen bekommt Kredite der EU, muss aber ein Sparprogramm umsetzen"."""
    clause = stage.clauses[index]
    words = word_lists(stage.language, "exchanges")
    if index == 0 or clause.modal not in words["wanted_modals"] or is_negated(stage, clause):
        return None
    previous = stage.clauses[index - 1]
    if previous.lemma not in words["getting_back"] or not shares_subject(stage, index) or not is_gift(stage, index):
        return None
    acting = giver(stage, index)
    got = stage.standing(previous, "akk")
    if acting is None or not got or is_negated(stage, previous):
        return None
    source = named_in(stage, index - 1, ("p:von", "p:aus"), acting) or owner_of(stage, got[0])
    if source is None or source.code == acting.code:
        source = _agreeing_behind(stage, index, acting)
    if source is None or clause.finite is None:
        return None
    sides = (side(stage, source, (whole(stage, got[0]),)), side(stage, acting, gift_of(stage, index)))
    return Draft("exchange-condition", sides, (stage.tokens[clause.finite].span,), index, is_unreal(stage, previous))


def _agreeing_behind(stage: Stage, index: int, acting: Party) -> Party | None:
    """As in "Darauf einigten sich die Finanzminister der EU mit Athen": who agreed on it in the next sentence."""
    words = word_lists(stage.language, "exchanges")
    sentence = stage.clauses[index].sentence
    for other in range(index + 1, min(index + 4, len(stage.clauses))):
        clause = stage.clauses[other]
        if clause.sentence == sentence + 1 and clause.lemma in words["agreeing"] | words["wanting"]:
            found = giver(stage, other)
            return found if found is not None and found.code != acting.code else None
    return None


def _gives_and_may(stage: Stage, index: int) -> Draft | None:
    """As in "London überlässt Mauritius die Inseln und darf den Stützpunkt weiter nutzen"."""
    clause = stage.clauses[index]
    words = word_lists(stage.language, "exchanges")
    if index == 0 or stage.tokens[clause.first].tag != "KON" or clause.modal not in words["allowed_modals"]:
        return None
    acting, same = giver(stage, index), giver(stage, index - 1)
    partner = receiver(stage, index - 1, acting) if acting is not None else None
    told = is_gift(stage, index - 1) and not is_negated(stage, clause) and clause.finite is not None
    if acting is None or same is None or acting.code != same.code or partner is None or not told:
        return None
    assert clause.finite is not None
    sides = (side(stage, acting, gift_of(stage, index - 1)), side(stage, partner, gift_of(stage, index)))
    unreal = is_unreal(stage, stage.clauses[index - 1])
    return Draft("exchange-phrase", sides, (stage.tokens[clause.finite].span,), index, unreal)


RULES = (_for_each, _for, _price, _without, _paid, _gives_and_gets, _gets_and_gives, _gets_and_must, _gives_and_may)
