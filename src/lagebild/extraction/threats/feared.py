"""Feared: harm that is feared of somebody, told by verbs of harm under a risk, a fear or a wish."""

from collections.abc import Iterator

from lagebild.extraction.events.reality import is_negated
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.records.doers import doers, meant
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.threats.conditions import condition_of
from lagebild.extraction.threats.draft import Draft
from lagebild.extraction.threats.harms import is_harm, targets_of, verb_of, weapon_of
from lagebild.extraction.threats.targets import of_phrases
from lagebild.language.words import word_lists
from lagebild.model.analysis import Clause, ClauseKind


def by_fear(stage: Stage) -> Iterator[Draft]:
    """As in "es bestehe das Risiko, dass Russland Estland angreift"."""
    words = word_lists(stage.language, "threats")
    for index in stage.roll.clauses(words["aiming"] | words["harm_verbs"]):
        clause = stage.clauses[index]
        weapon = weapon_of(stage, clause)
        if (weapon is None and not is_harm(stage, clause)) or not _is_feared(stage, clause):
            continue
        source = next(iter(stage.actor_of(index)), None)
        to = targets_of(stage, index, source)
        if source is None or not to:
            continue
        condition = condition_of(stage, index)
        verb = verb_of(stage, clause)
        yield Draft(
            "threat-harm", verb, index, source, to, stage.full(weapon) if weapon is not None else verb,
            stage.clause_span(condition) if condition is not None else None, True, is_negated(stage, clause), True,
        )  # fmt: skip


def by_reach(stage: Stage) -> Iterator[Draft]:
    """As in "die nordkoreanischen Raketen können Japan erreichen", "besitzt Raketen, die Israel bedrohen können"."""
    words = word_lists(stage.language, "threats")
    for index in stage.roll.clauses(modals=words["risky_modals"]):
        clause = stage.clauses[index]
        if clause.passive or clause.subject is None:
            continue
        if clause.lemma not in words["reaching"] and not is_harm(stage, clause):
            continue
        held = (clause.subject, *stage.standing(clause, "p:mit"))
        weapon = next((k for k in held if _is_weapon(stage, index, k)), None)
        if weapon is None:
            continue
        source = next(iter(doers(stage, index, clause.subject)), None)
        reached = [k for k in clause.objects if not stage.preposition(k) and k != weapon]
        to = of_phrases(stage, reached, source) or targets_of(stage, index, source)
        if source is None or not to:
            continue
        noun = meant(stage, index, weapon)
        yield Draft(
            "threat-harm", verb_of(stage, clause), index, source, to, stage.full(noun), None, True,
            is_negated(stage, clause), True,
        )  # fmt: skip


def _is_weapon(stage: Stage, index: int, k: int) -> bool:
    head = stage.tokens[stage.phrases[meant(stage, index, k)].head]
    return head.tag == "NN" and is_listed(head.lemma, word_lists(stage.language, "threats")["weapons"])


def _is_feared(stage: Stage, clause: Clause) -> bool:
    """As in "es bestehe das Risiko, dass …", "warnte, Russland könnte …", "fürchtet, dass …"."""
    words = word_lists(stage.language, "threats")
    if clause.modal in words["risky_modals"] and clause.finite is not None:
        finite = stage.tokens[clause.finite]
        # "hätte angreifen können" is over.
        if finite.verb is not None and finite.verb.mood == "kon2" and finite.lemma == clause.modal:
            return True
    if clause.modal in words["wishing_modals"] and not clause.passive:
        return True
    if clause.kind not in (ClauseKind.SUB, ClauseKind.V2, ClauseKind.INF) or clause.parent is None:
        return False
    parent = stage.clauses[clause.parent]
    if clause.kind is ClauseKind.INF:
        return parent.lemma in words["fearing"] if clause.passive else parent.lemma in words["planning"]
    if parent.lemma in words["fearing"]:
        return True
    before = stage.analysis.phrase_of[max(clause.first - 2, 0)]
    return before >= 0 and stage.tokens[stage.phrases[before].head].lemma.lower() in words["risks"]
