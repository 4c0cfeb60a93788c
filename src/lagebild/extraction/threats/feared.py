"""Feared: harm that is feared of somebody, told by verbs of harm under a risk, a fear or a wish."""

from collections.abc import Iterator

from lagebild.extraction.events.reality import is_negated
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.threats.conditions import condition_of
from lagebild.extraction.threats.draft import Draft
from lagebild.extraction.threats.harms import is_harm, targets_of, verb_of, weapon_of
from lagebild.language.words import word_lists
from lagebild.model.analysis import Clause, ClauseKind


def by_fear(stage: Stage) -> Iterator[Draft]:
    """As in "es bestehe das Risiko, dass Russland Estland angreift"."""
    for index, clause in enumerate(stage.clauses):
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


def _is_feared(stage: Stage, clause: Clause) -> bool:
    """As in "es bestehe das Risiko, dass …", "warnte, Russland könnte …", "fürchtet, dass …"."""
    words = word_lists(stage.language, "threats")
    if clause.modal in words["risky_modals"] and clause.finite is not None:
        verb = stage.tokens[clause.finite].verb
        if verb is not None and verb.mood == "kon2":
            return True
    if clause.modal in words["wishing_modals"] and not clause.passive:
        return True
    if clause.kind not in (ClauseKind.SUB, ClauseKind.V2, ClauseKind.INF) or clause.parent is None:
        return False
    parent = stage.clauses[clause.parent]
    if clause.kind is ClauseKind.INF:
        return parent.lemma in words["planning"]
    if parent.lemma in words["fearing"]:
        return True
    before = stage.analysis.phrase_of[max(clause.first - 2, 0)]
    return before >= 0 and stage.tokens[stage.phrases[before].head].lemma.lower() in words["risks"]
