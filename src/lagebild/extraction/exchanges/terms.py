"""Terms: exchanges whose terms are named, "machte zur Bedingung, dass B y", or demanded, "ist bereit, will aber y"."""

from collections.abc import Iterator
from itertools import islice

from lagebild.extraction.events.owners import owners
from lagebild.extraction.events.reality import is_negated
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.events.verbal import source_sides
from lagebild.extraction.exchanges.draft import Draft
from lagebild.extraction.exchanges.gifts import gift_of, is_gift, is_ready, is_refused, side, whole
from lagebild.extraction.exchanges.partners import (
    before,
    giver,
    is_side,
    other_side,
    owner_of,
    receiver,
    shares_subject,
    sides_of,
)
from lagebild.extraction.exchanges.phrased import named_in
from lagebild.extraction.exchanges.places import found_ties
from lagebild.extraction.records.triggers import beside_noun, dependent, followers
from lagebild.language.words import word_lists
from lagebild.model.analysis import Clause, ClauseKind
from lagebild.model.event import Party
from lagebild.model.span import Span

# So many clauses away from the terms the other gift may be told.
NEAR = 6
# The tags of pronouns that stand for what was told before.
POINTING = ("PDS", "PPER")
# Before a list of terms.
MARKS = (":", "–", "-", "—")


def by_demands(stage: Stage) -> Iterator[Draft]:
    """As in "Bogotá ist zu Gesprächen bereit, verlangt aber, dass die ELN alle Geiseln freilässt"."""
    words = word_lists(stage.language, "exchanges")
    bound = (stage.clauses[index].parent for index in stage.roll.clauses(modals=words["wanted_modals"]))
    told = {*stage.roll.clauses(words["wanting"] | words["having"]), *(index for index in bound if index is not None)}
    for index in sorted(told):
        clause = stage.clauses[index]
        if index == 0 or clause.kind is ClauseKind.FRAGMENT or not clause.predicate:
            continue
        asked = dependent(stage, index, ("dass",))
        wants = clause.lemma in words["wanting"] or _would_have(stage, clause)
        if not wants and (asked is None or stage.clauses[asked].modal not in words["wanted_modals"]):
            continue
        acting = giver(stage, index)
        ready = next((o for o in islice(before(stage, index), NEAR) if _is_offered(stage, o, index)), None)
        offering = giver(stage, ready) if ready is not None else None
        if ready is None or acting is None or offering is None or acting.code != offering.code:
            continue
        partner = giver(stage, asked) if asked is not None else None
        theirs = gift_of(stage, asked) if asked is not None else ()
        things = stage.standing(clause, "akk") or _taken_for_subject(stage, index)
        for k in things[:1] if wants and partner is None else ():
            partner = named_in(stage, index, ("p:von",), acting) or owner_of(stage, k)
            partner, theirs = partner or _met(stage, ready, index, acting), (whole(stage, k),)
        if partner is None or partner.code == acting.code:
            continue
        sides = (side(stage, acting, gift_of(stage, ready)), side(stage, partner, theirs))
        yield Draft("exchange-condition", sides, (stage.tokens[clause.predicate[0]].span,), index, True)


def _taken_for_subject(stage: Stage, index: int) -> list[int]:
    """As in "…, fordert aber die Rückgabe der Kinder": the subject stands before, and this is what is wanted."""
    subject = stage.clauses[index].subject
    tied = any(found.clause == index for found in found_ties(stage))
    return [subject] if subject is not None and not tied and shares_subject(stage, index) else []


def _would_have(stage: Stage, clause: Clause) -> bool:
    """As in "Riad möchte von den USA Waffen haben"."""
    words = word_lists(stage.language, "exchanges")
    wishes = clause.modal in words["wishing"] or (clause.modal is None and clause.lemma in words["wishing"])
    return wishes and clause.lemma in words["having"] and bool(stage.standing(clause, "p:von"))


def _is_offered(stage: Stage, index: int, demand: int) -> bool:
    """As in "ist bereit, x zu geben"; also "hat zugesagt, x zu geben" in the sentence before the demand or its own."""
    if is_ready(stage, index):
        return True
    words = word_lists(stage.language, "exchanges")
    clause = stage.clauses[index]
    if clause.sentence < stage.clauses[demand].sentence - 1 or is_negated(stage, clause):
        return False
    spoken = {stage.tokens[i].text.lower() for first, last in stage.clauses[demand].parts for i in range(first, last)}
    if clause.modal in words["wishing"] and spoken & words["but"]:
        return is_gift(stage, index)
    forms = stage.clause_words.own(clause).forms
    if not words["prospects"].isdisjoint(forms) and clause.lemma in words["setting_terms"]:
        return True  # "stellte Kiew Waffen in Aussicht"
    same = clause.sentence == stage.clauses[demand].sentence and shares_subject(stage, demand)
    if same and clause.kind is ClauseKind.MAIN and spoken & words["but"] and clause.lemma in words["giving"]:
        return is_gift(stage, index)  # "stimmt zu, verlangt aber Hilfe"
    if clause.lemma not in words["offering"]:
        return False
    told = index + 1 < len(stage.clauses) and stage.clauses[index + 1].parent == index
    return told and stage.clauses[index + 1].kind is ClauseKind.INF and is_gift(stage, index + 1)


def _met(stage: Stage, ready: int, index: int, acting: Party) -> Party | None:
    """Of whom it is wanted where one sentence tells offer and demand: to whom it is offered, else who is named near."""
    if stage.clauses[ready].sentence != stage.clauses[index].sentence:
        return None
    found = receiver(stage, ready, acting) or other_side(stage, index, acting)
    if found is None and ready + 1 < index and stage.clauses[ready + 1].kind is ClauseKind.INF:
        whose = (owner_of(stage, k) for k in stage.clauses[ready + 1].objects)
        found = next((party for party in whose if party is not None and party.code != acting.code), None)
    return found


def by_terms(stage: Stage) -> Iterator[Draft]:
    """As in "Er machte zur Bedingung, dass die Demonstranten abziehen"; what he gives stands before."""
    words = word_lists(stage.language, "exchanges")
    for k in stage.roll.phrases(words["returns"] | words["term_nouns"] | words["terms"]):
        phrase = stage.phrases[k]
        noun = stage.tokens[phrase.head].lemma.lower()
        index = stage.analysis.clause_of[phrase.head]
        if index >= 0 and noun in words["returns"] and stage.clauses[index].lemma in words["being"]:
            if (draft := _named_terms(stage, k, index) or _told_price(stage, k, index)) is not None:
                yield draft
            continue
        if index >= 0 and noun in words["term_nouns"] and (draft := _met_terms(stage, k, index)) is not None:
            yield draft
            continue
        if noun not in words["terms"] or index < 0 or stage.clauses[index].lemma not in words["setting_terms"]:
            continue
        if (draft := _supposed(stage, k, index)) is not None:
            yield draft
            continue
        if (draft := _of_before(stage, k, index)) is not None:
            yield draft
            continue
        acting = giver(stage, index) or _demander(stage, k)
        wanted = next(
            (o for o in _behind(stage, index) if (p := giver(stage, o)) and (acting is None or p.code != acting.code)),
            None,
        )
        if wanted is None:
            draft = _named_terms(stage, k, index) or _listed_terms(stage, k, index, acting)
            if draft is not None:
                yield draft
            continue
        if acting is None:
            continue
        asked = giver(stage, wanted)
        assert asked is not None
        mine = _offered(stage, k, index, acting, words)
        if not mine:
            continue
        sides = (side(stage, acting, mine), side(stage, asked, gift_of(stage, wanted)))
        yield Draft("exchange-condition", sides, (stage.tokens[phrase.head].span,), index, True)


def _met_terms(stage: Stage, k: int, index: int) -> Draft | None:
    """As in "Israel ließ Häftlinge frei und erfüllte damit eine Bedingung der Palästinenser für Gespräche"."""
    words = word_lists(stage.language, "exchanges")
    clause = stage.clauses[index]
    if clause.lemma not in words["meeting_terms"] or is_negated(stage, clause):
        return None
    near = list(followers(stage, k))
    offered = next((o for o in near if stage.preposition(o) in words["connected"]), None)
    acting = giver(stage, index)
    named = (party for o in beside_noun(stage, k, ("gen", "p:von")) for party in sides_of(stage, o))
    partner = next((party for party in (*named, *owners(stage, k)) if is_side(stage, party)), None)
    if offered is None or acting is None or partner is None or partner.code == acting.code:
        return None
    for other in islice(before(stage, index), 2):
        done = giver(stage, other)
        if done is not None and done.code == acting.code and is_gift(stage, other):
            sides = (side(stage, acting, gift_of(stage, other)), side(stage, partner, (stage.full(offered),)))
            return Draft("exchange-condition", sides, (stage.tokens[stage.phrases[k].head].span,), index, True)
    return None


def _told_price(stage: Stage, k: int, index: int) -> Draft | None:
    """As in "Der Preis für die Hilfe der EU ist hoch: Tunis soll die Küste sichern"."""
    words = word_lists(stage.language, "exchanges")
    offered = next((o for o in followers(stage, k) if stage.preposition(o) in words["terms_for"]), None)
    acting = owner_of(stage, offered) if offered is not None else None
    if offered is None or acting is None:
        return None
    for other in range(index + 1, min(index + 3, len(stage.clauses))):
        asked = giver(stage, other)
        clause = stage.clauses[other]
        near = clause.sentence <= stage.clauses[index].sentence + 1 and clause.modal in words["wanted_modals"]
        if near and asked is not None and asked.code != acting.code and not is_negated(stage, clause):
            sides = (side(stage, acting, (stage.full(offered),)), side(stage, asked, gift_of(stage, other)))
            return Draft("exchange-condition", sides, (stage.tokens[stage.phrases[k].head].span,), index, True)
    return None


def _of_before(stage: Stage, k: int, index: int) -> Draft | None:
    """As in "Teheran will nicht verzichten. Die USA machten dies zur Bedingung für Gespräche"."""
    words = word_lists(stage.language, "exchanges")
    clause = stage.clauses[index]
    bare = [stage.tokens[stage.phrases[o].head] for o in clause.objects if not stage.preposition(o)]
    pointing = any(token.tag in POINTING and token.lemma.lower() in words["it"] for token in bare)
    offered = next((o for o in followers(stage, k) if stage.preposition(o) in words["connected"]), None)
    acting = giver(stage, index)
    if not pointing or offered is None or acting is None:
        return None
    for other in islice(before(stage, index), 2):
        asked = giver(stage, other)
        if asked is not None and asked.code != acting.code and is_gift(stage, other):
            sides = (side(stage, acting, (stage.full(offered),)), side(stage, asked, gift_of(stage, other)))
            return Draft("exchange-condition", sides, (stage.tokens[stage.phrases[k].head].span,), index, True)
    return None


def _supposed(stage: Stage, k: int, index: int) -> Draft | None:
    """As in "Die EU zahlt Hilfen. Voraussetzung ist, dass Tunis die Küste sichert": what somebody else gives stands
    right before."""
    words = word_lists(stage.language, "exchanges")
    clause = stage.clauses[index]
    asked = dependent(stage, index, ("dass",))
    partner = giver(stage, asked) if asked is not None else None
    spoken = {stage.tokens[i].text.lower() for first, last in clause.parts for i in range(first, last)}
    bare = next(iter(followers(stage, k)), None) is None and spoken <= words["only_terms"]
    if asked is None or partner is None or clause.lemma not in words["being"] or not bare:
        return None
    for other in before(stage, index):
        if stage.clauses[other].sentence < clause.sentence - 1:
            return None
        acting = giver(stage, other)
        if acting is not None and acting.code != partner.code and is_gift(stage, other):
            sides = (side(stage, acting, gift_of(stage, other)), side(stage, partner, gift_of(stage, asked)))
            tie = stage.tokens[stage.phrases[k].head].span
            return Draft("exchange-condition", sides, (tie,), index, True, is_refused(stage, other))
    return None


def _named_terms(stage: Stage, k: int, index: int) -> Draft | None:
    """As in "Voraussetzung für Friedensgespräche ist ein Gewaltverzicht der Eta", "macht die Aufhebung der Sanktionen
    durch die EU zur Bedingung für Gaslieferungen": both gifts are phrases."""
    words = word_lists(stage.language, "exchanges")
    clause = stage.clauses[index]
    near = list(followers(stage, k))
    offered = next((o for o in near if stage.preposition(o) in words["connected"]), None)
    acting = giver(stage, index) or _demander(stage, k)
    if offered is None or acting is None:
        return None
    for o in clause.arguments:
        if (
            o == k
            or stage.preposition(o)
            or _is_name(stage, o)
            or stage.full(k).overlaps(stage.parties.span_of(stage.phrases[o]))
        ):
            continue
        asked = owner_of(stage, o)
        if asked is not None and asked.code != acting.code:
            sides = (side(stage, acting, (stage.full(offered),)), side(stage, asked, (stage.full(o),)))
            return Draft("exchange-condition", sides, (stage.tokens[stage.phrases[k].head].span,), index, True)
    return None


def _listed_terms(stage: Stage, k: int, index: int, acting: Party | None) -> Draft | None:
    """As in "zeigte sich bereit, stellte aber Bedingungen – vor allem Reformen der Regierung"."""
    clause = stage.clauses[index]
    ready = next((o for o in islice(before(stage, index), NEAR) if is_ready(stage, o)), None)
    if acting is None or ready is None or (found := giver(stage, ready)) is None or found.code != acting.code:
        return None
    end = stage.analysis.sentences[clause.sentence].last
    marks = (i for i in range(stage.phrases[k].last, end) if stage.tokens[i].text in MARKS)
    mark = next(marks, None)
    if mark is None:
        return None
    named = [o for o in range(k + 1, len(stage.phrases)) if mark < stage.phrases[o].first < end]
    things = [o for o in named if stage.tokens[stage.phrases[o].head].tag == "NN"]
    if not things:
        return None
    partner = owner_of(stage, things[0]) or other_side(stage, index, acting)
    if partner is None or partner.code == acting.code:
        return None
    told = Span(stage.full(things[0]).start, max(stage.full(o).end for o in things))
    sides = (side(stage, acting, gift_of(stage, ready)), side(stage, partner, (told,)))
    return Draft("exchange-condition", sides, (stage.tokens[stage.phrases[k].head].span,), index, True)


def _is_name(stage: Stage, k: int) -> bool:
    """Whether the phrase only names somebody, or who says so: "nach Angaben der Hamas"."""
    span = stage.parties.span_of(stage.phrases[k])
    said = any(holder.source is not None and holder.source.overlaps(span) for holder in stage.holding(span))
    return said or stage.tokens[stage.phrases[k].head].tag in ("NE", "FM")


def _demander(stage: Stage, k: int) -> Party | None:
    """Whose terms they are of whom the clause names nobody: who gives what stands behind "für", else who speaks."""
    terms = word_lists(stage.language, "exchanges")["terms_for"]
    guessed = None
    for other in followers(stage, k):
        if stage.preposition(other) in terms and (found := owner_of(stage, other)) is not None:
            if found.span is not None:
                return found
            guessed = guessed or found
    for holder in stage.holding(stage.full(k))[:1]:
        return next((party for party in source_sides(stage, holder) if is_side(stage, party)), guessed)
    return guessed


def _behind(stage: Stage, index: int) -> Iterator[int]:
    """The clauses that tell the terms: a "dass" clause, or the next sentence."""
    words = word_lists(stage.language, "exchanges")
    sentence = stage.clauses[index].sentence
    for other in range(index + 1, min(index + 5, len(stage.clauses))):
        clause = stage.clauses[other]
        if clause.sentence > sentence + 1:
            return
        if clause.kind is ClauseKind.FRAGMENT or not clause.lemma or not is_gift(stage, other):
            continue
        if clause.sentence == sentence or clause.modal in words["wanted_modals"]:
            yield other


def _offered(stage: Stage, k: int, index: int, acting: Party, words: dict[str, frozenset[str]]) -> tuple[Span, ...]:
    """What he gives: behind "für" or "an", or in the clauses before."""
    for other in followers(stage, k):
        if stage.preposition(other) in words["connected"]:
            return (stage.full(other),)
    otherwise = _otherwise(stage, index)
    if otherwise is not None:
        return gift_of(stage, otherwise)
    if index + 1 < len(stage.clauses) and stage.clauses[index + 1].parent == index:
        found = giver(stage, index + 1)
        if found is not None and found.code == acting.code:
            return gift_of(stage, index + 1)
    for other in before(stage, index):
        found = giver(stage, other)
        if found is not None and found.code == acting.code:
            return gift_of(stage, other)
    return ()


def _otherwise(stage: Stage, index: int) -> int | None:
    """As in "Andernfalls werde er das Parlament nicht auflösen": what is refused then is what is given else."""
    words = word_lists(stage.language, "exchanges")
    sentence = stage.clauses[index].sentence
    for other in range(index + 1, min(index + NEAR, len(stage.clauses))):
        clause = stage.clauses[other]
        if clause.sentence > sentence + 1:
            return None
        opens = stage.tokens[clause.first].text.lower() in words["otherwise"]
        if clause.sentence == sentence + 1 and opens and is_negated(stage, clause):
            return other
    return None
