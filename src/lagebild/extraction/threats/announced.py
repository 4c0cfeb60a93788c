"""Announced: harm that somebody says he will do, "wir werden zurückschlagen", "dies werde Folgen haben"."""

from collections.abc import Iterator
from typing import NamedTuple

from lagebild.extraction.events.nouns import noun_sides, row_of
from lagebild.extraction.events.reality import is_negated
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.events.verbal import source_sides
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.threats.conditions import condition_of
from lagebild.extraction.threats.draft import Draft
from lagebild.extraction.threats.harms import HOSTILE, is_hostile, span_of, targets_of, verb_of, weapon_of
from lagebild.extraction.threats.named_harm import names_harm
from lagebild.extraction.threats.targets import behind, of_phrases, spoken_to, together
from lagebild.language.words import word_lists
from lagebild.model.analysis import Clause, ClauseKind
from lagebild.model.attribution import Act, Attribution
from lagebild.model.event import Party
from lagebild.model.span import Span

OUTRIGHT = (Act.THREATEN, Act.WARN)


def by_announcement(stage: Stage) -> Iterator[Draft]:
    """As in "Die Türkei werde zurückschlagen, falls Syrien angreift, sagte der türkische Präsident"."""
    words = word_lists(stage.language, "threats")
    for index in stage.roll.clauses(words["answering"], finites=words["announcing_modals"]):
        clause = stage.clauses[index]
        answered = _answering(stage, clause) if clause.predicate else None
        if not clause.predicate or (answered is None and not _is_coming(stage, clause)):
            continue
        weapon = weapon_of(stage, clause)
        if answered is None and weapon is None and not is_hostile(stage, clause):
            continue
        source = _announcer(stage, index, clause, answered)
        if source is None:
            continue
        condition = condition_of(stage, index)
        to = together((answered.by,), other_than=source) if answered is not None else targets_of(stage, index, source)
        if not to and condition is not None:
            to = together((stage.actor_of(condition),), other_than=source)
        to = to or spoken_to(stage, verb_of(stage, clause), source)
        means = weapon if weapon is not None else _harm_with(stage, clause)
        verb = verb_of(stage, clause)
        yield Draft(
            "threat-harm", verb, index, source, to, stage.full(means) if means is not None else verb,
            span_of(stage, condition), False, is_negated(stage, clause), False,
        )  # fmt: skip


class Answered(NamedTuple):
    """What is answered: by whom the hostile act is, () for whoever does it, and whether it is named at all."""

    by: tuple[Party, ...]
    named: bool


def _answering(stage: Stage, clause: Clause) -> Answered | None:
    """As in "werde mit einem Erstschlag antworten", "auf jede Aggression reagieren"."""
    words = word_lists(stage.language, "threats")
    if clause.lemma not in words["answering"]:
        return None
    for k in (*stage.standing(clause, "p:auf"), *stage.standing(clause, "akk"), *_passive_subject(clause)):
        row = row_of(stage, k)
        if row is not None and row.type in HOSTILE:
            return Answered(noun_sides(stage, k, row).actor, True)
    return Answered((), False) if _harm_with(stage, clause) is not None else None


def _harm_with(stage: Stage, clause: Clause) -> int | None:
    """As in "mit einem Erstschlag", "Gewalt anwenden": the phrase for the harm."""
    words = word_lists(stage.language, "threats")
    for k in (*stage.standing(clause, "p:mit"), *stage.standing(clause, "akk")):
        head = stage.tokens[stage.phrases[k].head]
        if head.tag == "NN" and (names_harm(stage, k, words["harm"], words) or is_listed(head.lemma, words["war"])):
            return k
    return None


def _passive_subject(clause: Clause) -> tuple[int, ...]:
    return (clause.subject,) if clause.passive and clause.subject is not None else ()


def _is_case(stage: Stage, clause: Clause) -> bool:
    """As in "bei einem Angriff", "im Falle eines Angriffs": a hostile act as the condition."""
    words = word_lists(stage.language, "threats")
    for k in clause.objects:
        head = stage.tokens[stage.phrases[k].head]
        if stage.preposition(k) in words["cases"] and (row := row_of(stage, k)) is not None and row.type in HOSTILE:
            return True
        if stage.preposition(k) and head.lemma.lower() in words["case_nouns"]:
            return True
    return False


def _is_coming(stage: Stage, clause: Clause) -> bool:
    """As in "wird angreifen", "wollen angreifen": what the finite verb tells of as still to come."""
    modals = word_lists(stage.language, "threats")["announcing_modals"]
    return clause.finite is not None and stage.tokens[clause.finite].lemma in modals


def _announcer(stage: Stage, index: int, clause: Clause, answered: Answered | None) -> Party | None:
    """Who says of himself that he will do it, under a condition, as a threat or for the case that nothing changes."""
    words = word_lists(stage.language, "threats")
    if clause.finite is None:
        return None
    if not _is_coming(stage, clause) and (answered is None or condition_of(stage, index) is None):
        return None
    holder = _holder(stage, clause)
    if holder is None:
        return None
    speaks = source_sides(stage, holder)
    actors = {party.code for party in stage.actor_of(index)}
    own = _is_first_person(stage, clause, words) or bool(actors & {party.code for party in speaks})
    own = own or (answered is not None and answered.named and clause.passive)
    if not speaks or not own:
        return None
    pressing = (
        holder.act in OUTRIGHT
        or condition_of(stage, index) is not None
        or (answered is not None and answered.named)
        or _is_case(stage, clause)
        or _is_otherwise(stage, clause, words)
    )
    return speaks[0] if pressing or clause.lemma in words["revenge"] else None


def _holder(stage: Stage, clause: Clause) -> Attribution | None:
    assert clause.finite is not None
    return next(iter(stage.holding(stage.tokens[clause.finite].span)), None)


def _is_first_person(stage: Stage, clause: Clause, words: dict[str, frozenset[str]]) -> bool:
    subject = clause.subject
    return subject is not None and stage.tokens[stage.phrases[subject].head].text.lower() in words["first_person"]


def _is_otherwise(stage: Stage, clause: Clause, words: dict[str, frozenset[str]]) -> bool:
    """As in "Andernfalls werde man angreifen"."""
    return any(
        stage.tokens[i].text.lower() in words["otherwise"] for first, last in clause.parts for i in range(first, last)
    )


def by_consequence(stage: Stage) -> Iterator[Draft]:
    """As in "Sollten die Rebellen angreifen, werde dies Sanktionen nach sich ziehen": harm under a condition, or in
    answer to a hostile act."""
    words = word_lists(stage.language, "threats")
    for index in stage.roll.clauses(modals=words["coming_modals"], finites=words["announcing_modals"]):
        clause = stage.clauses[index]
        if (
            clause.kind not in (ClauseKind.MAIN, ClauseKind.V2, ClauseKind.SUB)
            or clause.finite is None
            or clause.lemma in words["threatening"]
            or clause.lemma in words["easing"]
        ):
            continue
        harm = next((k for k in _phrases(clause) if _is_consequence(stage, k, words)), None)
        if harm is None:
            continue
        condition = condition_of(stage, index)
        answered = _answered(stage, clause, harm) if condition is None else None
        if condition is None and answered is None and not _is_otherwise(stage, clause, words):
            continue
        source = _speaking(stage, index, harm)
        to = behind(stage, harm, words["harmed_behind"], source)
        if not to and condition is not None:
            to = together((stage.actor_of(condition),), other_than=source)
        if not to and answered is not None:
            to = together((answered,), other_than=source)
        to = to or spoken_to(stage, stage.tokens[clause.finite].span, source)
        held = bool(stage.holding(stage.tokens[clause.finite].span))
        if source is None and (held or not to or condition is None):
            continue
        if condition is not None and not to:
            continue
        yield Draft(
            "threat-consequence", verb_of(stage, clause), index, source, to, stage.full(harm),
            span_of(stage, condition), source is None, _is_taken_back(stage, clause, words), source is None,
        )  # fmt: skip


def _is_taken_back(stage: Stage, clause: Clause, words: dict[str, frozenset[str]]) -> bool:
    """Negated, but for "wird nicht ohne Folgen bleiben"."""
    own = {stage.tokens[i].text.lower() for first, last in clause.parts for i in range(first, last)}
    return is_negated(stage, clause) and not own & words["without"]


def _answered(stage: Stage, clause: Clause, harm: int) -> tuple[Party, ...] | None:
    """Who did the hostile act that the subject tells: "Der Angriff werde Folgen haben"; None where there is none."""
    subject = stage.subject(clause)
    if subject is None or subject == harm:
        return None
    row = row_of(stage, subject)
    if row is None or row.type not in HOSTILE:
        return None
    return noun_sides(stage, subject, row).actor


def by_suffering(stage: Stage) -> Iterator[Draft]:
    """As in "Israel werde das bereuen", "der Iran müsse mit Konsequenzen rechnen": the threatened are the subject."""
    words = word_lists(stage.language, "threats")
    for index in stage.roll.clauses(words["suffering"] | words["paying"] | words["expecting"]):
        clause = stage.clauses[index]
        if clause.finite is None or clause.subject is None or not clause.predicate:
            continue
        harm = _suffered(stage, clause, words)
        if harm is None:
            continue
        holder = _holder(stage, clause)
        source = next(iter(source_sides(stage, holder)), None) if holder is not None else None
        to = of_phrases(stage, [clause.subject], source)
        if source is None or (not to and not _is_anybody(stage, clause, words)):
            continue
        yield Draft(
            "threat-consequence", verb_of(stage, clause), index, source, to, harm,
            span_of(stage, condition_of(stage, index)), False, is_negated(stage, clause), False,
        )  # fmt: skip


def _suffered(stage: Stage, clause: Clause, words: dict[str, frozenset[str]]) -> Span | None:
    assert clause.finite is not None
    if clause.modal not in words["suffering_modals"] and stage.tokens[clause.finite].lemma not in words["future"]:
        return None
    own = {stage.tokens[i].text.lower() for first, last in clause.parts for i in range(first, last)}
    if clause.lemma in words["suffering"] or (clause.lemma in words["paying"] and own & words["dearly"]):
        return verb_of(stage, clause)
    if clause.lemma not in words["expecting"]:
        return None
    harm = next((k for k in stage.standing(clause, "p:mit") if _is_consequence(stage, k, words)), None)
    return stage.full(harm) if harm is not None else None


def _is_anybody(stage: Stage, clause: Clause, words: dict[str, frozenset[str]]) -> bool:
    """As in "Wer uns angreift, wird dafür teuer bezahlen"."""
    return any(
        other.sentence == clause.sentence
        and other.opener is not None
        and stage.tokens[other.opener].text.lower() in words["whoever"]
        for other in stage.clauses
    )


def _phrases(clause: Clause) -> tuple[int, ...]:
    return clause.objects if clause.subject is None else (*clause.objects, clause.subject)


def _is_consequence(stage: Stage, k: int, words: dict[str, frozenset[str]]) -> bool:
    head = stage.tokens[stage.phrases[k].head]
    return head.tag == "NN" and is_listed(head.lemma, words["consequences"])


def _speaking(stage: Stage, index: int, harm: int) -> Party | None:
    """Who says so, if he is a side; else who acts in the clause."""
    for holder in stage.holding(stage.full(harm))[:1]:
        found = source_sides(stage, holder)
        if found:
            return found[0]
    return next(iter(stage.actor_of(index)), None)
