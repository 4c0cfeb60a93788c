"""Feared: harm that somebody announces, or that is feared of somebody, told by verbs of harm."""

from collections.abc import Iterator

from lagebild.extraction.events.reality import is_negated
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.events.verbal import source_sides
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.threats.conditions import condition_of
from lagebild.extraction.threats.draft import Draft
from lagebild.extraction.threats.targets import aimed_at, behind, of_phrases, together
from lagebild.language.words import word_lists
from lagebild.model.analysis import Clause, ClauseKind
from lagebild.model.attribution import Act
from lagebild.model.event import Party
from lagebild.model.span import Span


def by_harm(stage: Stage) -> Iterator[Draft]:
    """Threats told by verbs of harm under a risk, a fear, a condition or an announcement."""
    words = word_lists(stage.language, "threats")
    for index, clause in enumerate(stage.clauses):
        weapon = _weapon(stage, clause, words) if clause.lemma in words["aiming"] else None
        if clause.lemma not in words["harm_verbs"] and weapon is None:
            continue
        announced = _is_announced(stage, index, clause, words)
        feared = not announced and _is_feared(stage, index, clause, words)
        if not feared and not announced:
            continue
        source = next(iter(stage.actor_of(index)), None)
        if source is None:
            continue
        to = _targets(stage, index, clause, weapon, words, source)
        condition = condition_of(stage, index)
        if not to and announced and condition is not None:
            to = together((stage.actor_of(condition),), other_than=source)
        if not to and not announced:
            continue
        token = stage.tokens[
            next((i for i in clause.predicate if stage.tokens[i].tag.startswith("VV")), clause.predicate[-1])
        ]
        yield Draft(
            "threat-harm", token.span, index, source, to, stage.full(weapon) if weapon is not None else token.span,
            _span(stage, condition), feared, is_negated(stage, clause), feared,
        )  # fmt: skip


def by_consequence(stage: Stage) -> Iterator[Draft]:
    """As in "Sollten die Rebellen angreifen, werde dies Sanktionen nach sich ziehen": harm under a condition."""
    words = word_lists(stage.language, "threats")
    for index, clause in enumerate(stage.clauses):
        if (
            clause.kind not in (ClauseKind.MAIN, ClauseKind.V2)
            or clause.finite is None
            or clause.lemma in words["threatening"] | words["easing"]
        ):
            continue
        harm = next((k for k in _phrases(clause) if _is_consequence(stage, k, words)), None)
        if harm is None or not _is_to_come(stage, clause, words):
            continue
        condition = condition_of(stage, index)
        if condition is None:
            continue
        source = _speaking(stage, index, harm)
        to = behind(stage, harm, words["harmed_behind"], source) or together(
            (stage.actor_of(condition),), other_than=source
        )
        if not to or (source is None and stage.holding(stage.tokens[clause.finite].span)):
            continue
        verbs = [i for i in clause.predicate if stage.tokens[i].tag.startswith("VV")]
        yield Draft(
            "threat-consequence", stage.tokens[verbs[-1] if verbs else clause.finite].span, index, source, to,
            stage.full(harm), _span(stage, condition), source is None, is_negated(stage, clause), source is None,
        )  # fmt: skip


def _phrases(clause: Clause) -> tuple[int, ...]:
    return clause.objects if clause.subject is None else (*clause.objects, clause.subject)


def _is_consequence(stage: Stage, k: int, words: dict[str, frozenset[str]]) -> bool:
    head = stage.tokens[stage.phrases[k].head]
    return head.tag == "NN" and is_listed(head.lemma, words["consequences"])


def _is_to_come(stage: Stage, clause: Clause, words: dict[str, frozenset[str]]) -> bool:
    assert clause.finite is not None
    finite = stage.tokens[clause.finite]
    return clause.modal in words["coming_modals"] or finite.lemma in words["announcing_modals"]


def _speaking(stage: Stage, index: int, harm: int) -> Party | None:
    """Who says so, if he is a side; else who acts in the clause."""
    for holder in stage.holding(stage.full(harm))[:1]:
        found = source_sides(stage, holder)
        if found:
            return found[0]
    return next(iter(stage.actor_of(index)), None)


def _weapon(stage: Stage, clause: Clause, words: dict[str, frozenset[str]]) -> int | None:
    for k in stage.standing(clause, "akk"):
        head = stage.tokens[stage.phrases[k].head]
        if head.tag == "NN" and is_listed(head.lemma, words["weapons"]):
            return k
    return None


def _targets(
    stage: Stage, index: int, clause: Clause, weapon: int | None, words: dict[str, frozenset[str]], source: Party
) -> tuple[Party, ...]:
    if weapon is not None:
        end = stage.analysis.sentences[clause.sentence].last
        after = next(
            (o.first for o in stage.clauses[index + 1 :] if o.sentence == clause.sentence and o.finite is not None), end
        )
        return aimed_at(stage, clause.first, after, words["aimed"], source)
    found = of_phrases(stage, stage.standing(clause, "akk"), source)
    return found or aimed_at(stage, clause.first, clause.last, words["aimed"] | {"in"}, source)


def _is_feared(stage: Stage, index: int, clause: Clause, words: dict[str, frozenset[str]]) -> bool:
    """As in "es bestehe das Risiko, dass …", "warnte, Russland könnte …", "fürchtet, dass …"."""
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


def _is_announced(stage: Stage, index: int, clause: Clause, words: dict[str, frozenset[str]]) -> bool:
    """Whether somebody says of himself that he will do it, under a condition or as a threat."""
    if clause.finite is None or stage.tokens[clause.finite].lemma not in words["announcing_modals"]:
        return False
    token = stage.tokens[clause.finite]
    holders = stage.holding(token.span)
    if not holders:
        return False
    actors = {party.code for party in stage.actor_of(index)}
    speaks = {party.code for party in source_sides(stage, holders[0])}
    if not actors & speaks:
        return False
    return holders[0].act in (Act.THREATEN, Act.WARN) or condition_of(stage, index) is not None


def _span(stage: Stage, index: int | None) -> Span | None:
    return stage.clause_span(index) if index is not None else None
