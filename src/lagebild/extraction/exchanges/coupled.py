"""Coupled: exchanges told by verbs ("koppelt die Hilfe an Reformen"), by terms and by a price."""

from collections.abc import Iterator

from lagebild.extraction.events.reality import is_negated
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.events.verbal import source_sides
from lagebild.extraction.exchanges.draft import Draft
from lagebild.extraction.exchanges.gifts import gift_of, is_gift, side
from lagebild.extraction.exchanges.partners import before, giver, is_side, other_side, owner_of, receiver
from lagebild.extraction.records.triggers import VerbTrigger, dependent, followers, standing, verb_triggers
from lagebild.language.wordings import wordings
from lagebild.language.words import word_lists
from lagebild.model.analysis import Clause, ClauseKind
from lagebild.model.event import Party
from lagebild.model.span import Span


def by_verbs(stage: Stage) -> Iterator[Draft]:
    """As in "Die USA koppeln die Hilfe an die Freilassung von Häftlingen"."""
    for trigger in verb_triggers(stage, wordings(stage.language, "exchange_words")):
        clause = stage.clauses[trigger.clause]
        acting = giver(stage, trigger.clause) or _setter(stage, trigger.clause)
        given = standing(stage, clause, trigger.wording.parts["given"]) or _coupled_thing(stage, clause)
        wanted = standing(stage, clause, trigger.wording.parts["for"])
        if not wanted:
            wanted = [
                o
                for k in given
                for o in followers(stage, k)
                if f"p:{stage.preposition(o)}" in trigger.wording.parts["for"]
            ]
        if acting is None or not given or stage.tokens[stage.phrases[given[0]].head].tag != "NN":
            continue
        if not wanted:
            draft = _on_clause(stage, trigger, acting, given[0])
            if draft is not None:
                yield draft
            continue
        partner = owner_of(stage, wanted[0])
        if partner is None or partner.code == acting.code:
            partner = _named_beside(stage, given[0], acting)
        if partner is None:
            continue
        sides = (
            side(stage, acting, (_up_to(stage, given[0], wanted[0]),)),
            side(stage, partner, (stage.full(wanted[0]),)),
        )
        yield Draft("exchange-verb", sides, (trigger.span,), trigger.clause, True, is_negated(stage, clause))


def _coupled_thing(stage: Stage, clause: Clause) -> list[int]:
    """As in "Die Hilfe ist an Reformen geknüpft"."""
    done = any(stage.tokens[i].tag == "VVPP" for i in clause.predicate)
    state = (
        clause.finite is not None
        and stage.tokens[clause.finite].lemma in word_lists(stage.language, "exchanges")["being"]
    )
    return [clause.subject] if done and state and clause.subject is not None else []


def _setter(stage: Stage, index: int) -> Party | None:
    """Who couples where the clause does not say: "Die Hilfe ist an Reformen geknüpft, teilte die EU mit"."""
    clause = stage.clauses[index]
    if not clause.passive and not _coupled_thing(stage, clause):
        return None
    if clause.subject is not None and (found := owner_of(stage, clause.subject)) is not None:
        return found
    for holder in stage.holding(stage.tokens[clause.first].span)[:1]:
        return next((party for party in source_sides(stage, holder) if is_side(stage, party)), None)
    return None


def _on_clause(stage: Stage, trigger: VerbTrigger, acting: Party, given: int) -> Draft | None:
    """As in "macht die Waffenruhe davon abhängig, dass Kiew verzichtet"."""
    asked = dependent(stage, trigger.clause, ("dass",))
    partner = giver(stage, asked) if asked is not None else None
    if asked is None or partner is None or partner.code == acting.code:
        return None
    sides = (side(stage, acting, (stage.full(given),)), side(stage, partner, gift_of(stage, asked)))
    return Draft("exchange-verb", sides, (trigger.span,), trigger.clause, True)


def _up_to(stage: Stage, k: int, other: int) -> Span:
    """The words of a phrase up to the preposition of another behind it."""
    full = stage.full(k)
    at = stage.phrases[other].preposition
    if at is None or not full.start < stage.tokens[at].start < full.end:
        return full
    return Span(full.start, stage.tokens[at - 1].end)


def _named_beside(stage: Stage, k: int, acting: Party) -> Party | None:
    """As in "die Hilfe für Ägypten"."""
    for other in followers(stage, k):
        for party in stage.parties.of_full(other):
            if party.code != acting.code and is_side(stage, party):
                return party
    return None


def by_terms(stage: Stage) -> Iterator[Draft]:
    """As in "Er machte zur Bedingung, dass die Demonstranten abziehen"; what he gives stands before."""
    words = word_lists(stage.language, "exchanges")
    for k, phrase in enumerate(stage.phrases):
        if stage.tokens[phrase.head].lemma.lower() not in words["terms"]:
            continue
        index = stage.analysis.clause_of[phrase.head]
        if index < 0 or stage.clauses[index].lemma not in words["setting_terms"]:
            continue
        acting = giver(stage, index) or _demander(stage, k)
        wanted = next(
            (o for o in _behind(stage, index) if (p := giver(stage, o)) and (acting is None or p.code != acting.code)),
            None,
        )
        if wanted is None:
            draft = _named_terms(stage, k, index)
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
    for other in range(index + 1, len(stage.clauses)):
        clause = stage.clauses[other]
        if clause.sentence > sentence + 1:
            return None
        opens = stage.tokens[clause.first].text.lower() in words["otherwise"]
        if clause.sentence == sentence + 1 and opens and is_negated(stage, clause):
            return other
    return None


def by_price(stage: Stage) -> Iterator[Draft]:
    """As in "Dass Nordkorea Truppen stellt, hat seinen Preis": the other side is who gets the gift."""
    words = word_lists(stage.language, "exchanges")
    for phrase in stage.phrases:
        if stage.tokens[phrase.head].lemma.lower() not in words["price"] or phrase.last - phrase.first < 2:
            continue
        if stage.tokens[phrase.first].text.lower() not in words["price_determiners"]:
            continue
        index = stage.analysis.clause_of[phrase.head]
        if index <= 0 or stage.clauses[index].lemma not in words["price_verbs"]:
            continue
        giving = index - 1
        if (
            stage.clauses[giving].kind is not ClauseKind.SUB
            or stage.clauses[giving].sentence != stage.clauses[index].sentence
        ):
            continue
        acting = giver(stage, giving)
        partner = receiver(stage, giving, acting) if acting is not None else None
        if acting is None:
            continue
        partner = partner or other_side(stage, index, acting)
        if partner is None:
            continue
        clause = stage.clauses[index]
        # "hat seinen Preis"; where the verb stands behind, as in "dass es seinen Preis hat", the noun alone.
        first = clause.finite if clause.finite is not None and clause.finite < phrase.first else phrase.first
        tie = Span(stage.tokens[first].start, stage.tokens[phrase.last - 1].end)
        yield Draft(
            "exchange-price",
            (side(stage, acting, gift_of(stage, giving)), side(stage, partner, ())),
            (tie,),
            index,
            False,
        )
