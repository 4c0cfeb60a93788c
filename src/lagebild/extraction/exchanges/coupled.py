"""Coupled: exchanges told by verbs that tie two gifts, "koppelt die Hilfe an Reformen"."""

from collections.abc import Iterator

from lagebild.extraction.events.owners import name_inside
from lagebild.extraction.events.reality import is_negated, is_unreal
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.exchanges.draft import Draft
from lagebild.extraction.exchanges.gifts import gift_of, side
from lagebild.extraction.exchanges.partners import giver, is_side, owner_of, speaking
from lagebild.extraction.records.triggers import VerbTrigger, dependent, followers, standing, verb_triggers
from lagebild.language.wordings import wordings
from lagebild.language.words import word_lists
from lagebild.model.analysis import Clause, ClauseKind
from lagebild.model.event import Party
from lagebild.model.span import Span

BREAKS = (",", ";", ":")
NAMES = ("NE", "FM")
# How many words behind a noun the clause about it may begin.
REACH = 6


def by_verbs(stage: Stage) -> Iterator[Draft]:
    """As in "Die USA koppeln die Hilfe an die Freilassung von Häftlingen"."""
    words = word_lists(stage.language, "exchanges")
    for trigger in verb_triggers(stage, wordings(stage.language, "exchange_words")):
        clause = stage.clauses[trigger.clause]
        acting = giver(stage, trigger.clause) or _setter(stage, trigger.clause)
        given = standing(stage, clause, trigger.wording.parts["given"]) or _coupled_thing(stage, clause)
        wanted = [
            k for k in standing(stage, clause, trigger.wording.parts["for"]) if not _is_somebody(stage, clause, k)
        ]
        if not wanted:
            wanted = [
                o
                for k in given
                for o in followers(stage, k)
                if f"p:{stage.preposition(o)}" in trigger.wording.parts["for"]
            ]
        if not given or stage.tokens[stage.phrases[given[0]].head].tag != "NN":
            continue
        named = wanted and stage.tokens[stage.phrases[wanted[0]].head].lemma.lower() in words["term_nouns"]
        if named and (draft := _on_terms(stage, trigger, acting, given[0])) is not None:
            yield draft
            continue
        if acting is None:
            continue
        if not wanted or named:
            draft = _on_clause(stage, trigger, acting, given[0])
            if draft is not None:
                yield draft
            continue
        partner = _rewarded(stage, clause, (given[0], wanted[0]), acting)
        partner = partner or owner_of(stage, wanted[0]) or granting(stage, wanted[0])
        if partner is None or partner.code == acting.code:
            partner = _named_beside(stage, given[0], acting)
        if partner is None:
            continue
        sides = (
            side(stage, acting, (_up_to(stage, given[0], wanted[0]),)),
            side(stage, partner, (stage.full(wanted[0]),)),
        )
        unreal = trigger.wording.lemma not in words["rewarding"] or is_unreal(stage, clause)
        yield Draft("exchange-verb", sides, (trigger.span,), trigger.clause, unreal, is_negated(stage, clause))


def _is_somebody(stage: Stage, clause: Clause, k: int) -> bool:
    """As in "vergilt *Nordkorea* die Entsendung": a side by its name, without a preposition."""
    named = stage.tokens[stage.phrases[k].head].tag in NAMES and not stage.preposition(k)
    return named and bool(stage.sides(clause, k))


def _rewarded(stage: Stage, clause: Clause, gifts: tuple[int, int], acting: Party) -> Party | None:
    """As in "vergilt Nordkorea die Entsendung mit Öl": the side that stands beside both gifts."""
    for place in ("dat", "akk", "p:bei"):
        for k in stage.standing(clause, place):
            if k in gifts or stage.tokens[stage.phrases[k].head].tag not in NAMES:
                continue
            for party in stage.sides(clause, k):
                if party.code != acting.code and is_side(stage, party):
                    return party
    return None


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
    return speaking(stage, index)


def _on_clause(stage: Stage, trigger: VerbTrigger, acting: Party, given: int) -> Draft | None:
    """As in "macht die Waffenruhe davon abhängig, dass Kiew verzichtet"."""
    asked = dependent(stage, trigger.clause, ("dass",))
    partner = giver(stage, asked) if asked is not None else None
    if asked is None or partner is None or partner.code == acting.code:
        return None
    sides = (side(stage, acting, (stage.full(given),)), side(stage, partner, gift_of(stage, asked)))
    return Draft("exchange-verb", sides, (trigger.span,), trigger.clause, True)


def _on_terms(stage: Stage, trigger: VerbTrigger, acting: Party | None, given: int) -> Draft | None:
    """As in "knüpft ihr Ja an Bedingungen: Die Partei müsse x", "an Auflagen geknüpft. So muss Kiew x, so die EU"."""
    words = word_lists(stage.language, "exchanges")
    here = stage.clauses[trigger.clause].sentence
    for index in range(trigger.clause + 1, min(trigger.clause + REACH, len(stage.clauses))):
        clause = stage.clauses[index]
        if clause.sentence > here + 1:
            return None
        asked = giver(stage, index)
        if clause.modal not in words["wanted_modals"] or asked is None or is_negated(stage, clause):
            continue
        setter = acting or speaking(stage, index)
        if setter is None or setter.code == asked.code:
            return None
        sides = (side(stage, setter, (stage.full(given),)), side(stage, asked, gift_of(stage, index)))
        return Draft("exchange-verb", sides, (trigger.span,), trigger.clause, True)
    return None


def granting(stage: Stage, k: int) -> Party | None:
    """As in "an eine Ausnahme, die ihm die EU zugestehen soll": who acts in the clause about the thing."""
    at = stage.analysis.clause_of[stage.phrases[k].head]
    for index in range(max(at, 0), min(at + REACH, len(stage.clauses))):
        clause = stage.clauses[index]
        if clause.kind is ClauseKind.REL and 0 < clause.first - stage.phrases[k].last <= REACH:
            return giver(stage, index)
    return None


def _up_to(stage: Stage, k: int, other: int) -> Span:
    """The words of a phrase up to the preposition of another behind it."""
    full = stage.full(k)
    at = stage.phrases[other].preposition
    if at is None or stage.tokens[at].start < full.start:
        return full
    between = range(stage.phrases[k].last, at)
    joined = stage.analysis.clause_of[at] == stage.analysis.clause_of[stage.phrases[k].head]
    runs_on = not any(stage.tokens[i].verb is not None or stage.tokens[i].text in BREAKS for i in between)
    return Span(full.start, stage.tokens[at - 1].end) if joined and runs_on else full


def _named_beside(stage: Stage, k: int, acting: Party) -> Party | None:
    """As in "die Hilfe für Ägypten"."""
    concerned = word_lists(stage.language, "exchanges")["concerned"]
    for other in followers(stage, k):
        if stage.preposition(other) not in concerned:
            continue
        for party in (*stage.parties.of_full(other), *name_inside(stage, other)):
            if party.code != acting.code and is_side(stage, party):
                return party
    return None
