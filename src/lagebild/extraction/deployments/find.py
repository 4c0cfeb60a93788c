"""Deployments: all tellings of a document, one record for the same forces however often they are told."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from lagebild.analysis.coordination import enumerated
from lagebild.analysis.relatives import antecedent
from lagebild.extraction.deployments.forces import Forces, Muster
from lagebild.extraction.deployments.setting import place_of, purpose_of, since_of
from lagebild.extraction.events.reality import is_negated, is_negated_noun, is_unreal, is_unreal_noun
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.records.keys import record_key
from lagebild.extraction.records.telling import telling
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.records.triggers import beside_noun, noun_triggers, speaks_of, standing, verb_triggers
from lagebild.language.load import Language
from lagebild.language.wordings import Wording, Wordings, wordings
from lagebild.language.words import word_lists
from lagebild.model.deployment import Deployment
from lagebild.model.event import Party, Status
from lagebild.model.findings import Findings
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span

CONFIDENCE = {"deployment-verb": 0.6, "deployment-noun": 0.6, "deployment-part": 0.6}


class Told(NamedTuple):
    """One telling: forces, their trigger and the side that the clause names for forces that name none."""

    rule: str
    wording: Wording
    forces: Forces
    trigger: Span
    clause: int
    side: tuple[Party, ...]
    negated: bool
    unreal: bool
    beside: tuple[int, ...]


def find_deployments(findings: Findings, language: Language) -> Findings:
    """The findings with their deployments, in text order of their forces."""
    if findings.analysis is None or not _is_worth_it(findings, language):
        return findings
    table = wordings(language, "deployment_words")
    stage = Stage(findings, language)
    muster = Muster(stage)
    found = [
        record
        for told in (*_by_verbs(stage, muster, table), *_by_nouns(stage, muster, table))
        for record in _records(stage, muster, told)
    ]
    return replace(findings, deployments=tuple(_joined(findings, found)))


def _is_worth_it(findings: Findings, language: Language) -> bool:
    """Whether the report names forces and a trigger at all."""
    assert findings.analysis is not None
    words = word_lists(language, "deployments")
    nouns = {token.lemma for token in findings.analysis.tokens if token.tag == "NN"}
    if not any(is_listed(noun, words["forces"]) or is_listed(noun, words["missions"]) for noun in nouns):
        return False
    return speaks_of(findings.analysis, wordings(language, "deployment_words"))


def _by_verbs(stage: Stage, muster: Muster, table: Wordings) -> Iterator[Told]:
    for trigger in verb_triggers(stage, table):
        clause = stage.clauses[trigger.clause]
        places = trigger.wording.parts["forces"]
        for k in standing(stage, clause, places):
            if stage.tokens[stage.phrases[k].head].tag == "PRELS":
                noun = antecedent(stage.analysis, clause, stage.phrases[k])
                k = noun if noun is not None else k
            for member in enumerated(stage.analysis, k):
                forces = muster.forces(member) or (muster.figure_alone(member) if member != k else None)
                if forces is None:
                    continue
                side = () if places == ("subj",) else stage.actor_of(trigger.clause)
                yield Told(
                    "deployment-verb", trigger.wording, forces, trigger.span, trigger.clause, side,
                    is_negated(stage, clause), is_unreal(stage, clause), (member,),
                )  # fmt: skip


def _by_nouns(stage: Stage, muster: Muster, table: Wordings) -> Iterator[Told]:
    for trigger in noun_triggers(stage, table):
        phrase = stage.phrases[trigger.phrase]
        places = trigger.wording.parts["forces"]
        phrases = [trigger.phrase] if "self" in places else beside_noun(stage, trigger.phrase, places)
        for k in phrases:
            forces = muster.forces(k)
            if forces is None:
                continue
            negated = is_negated_noun(stage, phrase)
            unreal = is_unreal_noun(stage, phrase) or _is_planned(stage, muster, trigger.phrase, trigger.clause)
            side = stage.actor_of(trigger.clause) if trigger.clause >= 0 else ()
            yield Told(
                "deployment-noun", trigger.wording, forces, trigger.span, trigger.clause, side, negated, unreal, (trigger.phrase, k)
            )


def _is_planned(stage: Stage, muster: Muster, k: int, index: int) -> bool:
    """As in "der Plan zur Entsendung", "lehnt die Entsendung ab"."""
    if index < 0:
        return False
    clause = stage.clauses[index]
    if clause.lemma in muster.words["plans"] or is_unreal(stage, clause):
        return True
    at = stage.phrases[k].preposition
    if at is None or at == 0:
        return False
    before = stage.analysis.phrase_of[at - 1]
    return before >= 0 and is_listed(stage.tokens[stage.phrases[before].head].lemma, muster.words["planned_by"])


def _records(stage: Stage, muster: Muster, told: Told) -> Iterator[Deployment]:
    where = place_of(stage, muster, told.clause, *told.beside)
    needs = told.wording.needs
    if ("where" in needs and where is None) or ("strength" in needs and told.forces.strength is None):
        return
    whose = told.forces.own or told.side or muster.lately(told.forces.phrase)
    if not whose and told.forces.mission:
        return
    whose = whose or stage.parties.of_phrase(told.forces.phrase)
    if not whose and told.forces.strength is None:
        return
    vouched = telling(stage, told.forces.span, negated=told.negated or _is_none(stage, told.forces), unreal=told.unreal)
    strength = told.forces.strength
    record = Deployment(
        key=record_key(stage.findings.document.id, "deployment", told.forces.span, told.trigger),
        trigger=told.trigger,
        whose=whose[0] if whose else None,
        forces=told.forces.span,
        strength=strength.span if strength is not None else None,
        part_of=None,
        where=where,
        since=since_of(stage, told.clause, told.trigger),
        purpose=purpose_of(stage, muster, told.clause, *told.beside),
        status=vouched.status,
        chain=vouched.chain,
        attribution=vouched.attribution,
        rule=told.rule,
        confidence=CONFIDENCE[told.rule],
    )
    yield record
    yield from _parts(stage, muster, record, strength)


def _is_none(stage: Stage, forces: Forces) -> bool:
    return is_negated_noun(stage, stage.phrases[forces.phrase])


def _parts(stage: Stage, muster: Muster, whole: Deployment, strength: Quantity | None) -> Iterator[Deployment]:
    """As in "50.000 Soldaten, unter ihnen 10.000 nordkoreanische Kämpfer": a part is a record of its own."""
    if strength is None:
        return
    for part in stage.findings.quantities:
        if part.part_of is None or not part.part_of.overlaps(strength.span):
            continue
        at = stage.range_of(part.span)[1] - 1
        k = stage.analysis.phrase_of[at]
        if k < 0:
            continue
        named = muster.forces(k)
        span = named.span if named is not None else Span(part.span.start, max(part.span.end, muster.end(k)))
        own = named.own if named is not None else muster.own(k)
        yield replace(
            whole,
            key=record_key(stage.findings.document.id, "deployment", span, whole.trigger),
            whose=own[0] if own else whole.whose,
            forces=span,
            strength=part.span,
            part_of=whole.forces,
            rule="deployment-part",
            confidence=CONFIDENCE["deployment-part"],
        )


def _joined(findings: Findings, records: list[Deployment]) -> list[Deployment]:
    """One record for each side's forces: tellings with the same figure, or without one, are the same forces."""
    figures = {quantity.span: (quantity.low, quantity.high) for quantity in findings.quantities}
    kept: list[Deployment] = []
    for record in sorted(records, key=_fullness):
        if not any(_is_same(record, other, figures) for other in kept):
            kept.append(record)
    return sorted(kept, key=lambda record: (record.forces, record.trigger))


def _fullness(record: Deployment) -> tuple[bool, bool, bool, bool, Span]:
    return (record.strength is None, record.status is Status.DENIED, record.where is None, record.purpose is None, record.forces)


def _is_same(
    record: Deployment, other: Deployment, figures: dict[Span, tuple[float | None, float | None]]
) -> bool:
    if record.forces.overlaps(other.forces):
        return True
    if (record.whose.code if record.whose else None) != (other.whose.code if other.whose else None):
        return False
    if (record.status is Status.DENIED) != (other.status is Status.DENIED):
        return False
    if record.strength is None or other.strength is None:
        return True
    return figures.get(record.strength) == figures.get(other.strength)
