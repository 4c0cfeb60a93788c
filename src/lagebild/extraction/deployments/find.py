"""Deployments: all tellings of a document, one record for the same forces however often they are told."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from lagebild.analysis.coordination import enumerated
from lagebild.analysis.relatives import antecedent
from lagebild.extraction.deployments.forces import Forces, Muster
from lagebild.extraction.deployments.setting import Places, place_behind, place_code, place_of, purpose_of, since_of
from lagebild.extraction.events.reality import is_negated, is_negated_noun, is_unreal, is_unreal_noun
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.records.keys import record_key
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.records.reading import stage_of
from lagebild.extraction.records.telling import telling
from lagebild.extraction.records.triggers import beside_noun, noun_triggers, speaks_of, standing, verb_triggers
from lagebild.language.load import Language
from lagebild.language.wordings import Wording, Wordings, wordings
from lagebild.language.words import word_lists
from lagebild.model.analysis import Clause
from lagebild.model.deployment import Deployment
from lagebild.model.event import EventType, Party, Status
from lagebild.model.findings import Findings
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span

Figures = dict[Span, tuple[float | None, float | None]]
PHRASE = Wording("", "noun", (), {}, frozenset(("where",)), "", ())
CONFIDENCE = {"deployment-phrase": 0.6, "deployment-verb": 0.6, "deployment-noun": 0.6, "deployment-part": 0.6}


# So many soldiers are no single incident.
MANY = 20
FIGHTS = frozenset((EventType.ASSAULT, EventType.COERCE, EventType.RETREAT, EventType.PROTEST))
# Any place of the clause but behind a preposition.
ANYWHERE = "anywhere"
# Whose forces nobody is named for is right less often.
GUESSED = 0.4


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
    stage = stage_of(findings, language)
    muster = Muster(stage)
    found = [
        record
        for told in (*_by_verbs(stage, muster, table), *_by_nouns(stage, muster, table), *_by_phrases(stage, muster))
        for record in _records(stage, muster, told)
    ]
    return replace(findings, deployments=tuple(_joined(stage, found)))


def _is_worth_it(findings: Findings, language: Language) -> bool:
    """Whether the report names forces and a trigger at all."""
    assert findings.analysis is not None
    words = word_lists(language, "deployments")
    nouns = {token.lemma for token in findings.analysis.tokens if token.tag == "NN"}
    lists = (words["forces"], words["missions"], words["weak_forces"])
    if not any(is_listed(noun, listed) for noun in nouns for listed in lists):
        return False
    return speaks_of(findings.analysis, wordings(language, "deployment_words"))


def _by_verbs(stage: Stage, muster: Muster, table: Wordings) -> Iterator[Told]:
    for trigger in verb_triggers(stage, table):
        clause = stage.clauses[trigger.clause]
        for place in (*trigger.wording.parts["forces"], ANYWHERE):
            found = list(_forces_at(stage, muster, clause, place))
            if "strength" in trigger.wording.needs:
                found = [(forces, member) for forces, member in found if forces.strength is not None]
            for forces, member in found:
                side = () if place == "subj" else stage.actor_of(trigger.clause)
                yield Told(
                    "deployment-verb", trigger.wording, forces, trigger.span, trigger.clause, side,
                    is_negated(stage, clause), is_unreal(stage, clause), (member,),
                )  # fmt: skip
            if found:
                break


def _forces_at(stage: Stage, muster: Muster, clause: Clause, place: str) -> Iterator[tuple[Forces, int]]:
    """The forces in a place of the clause, each of an enumeration."""
    if place == ANYWHERE:
        phrases = [k for k in _all(clause) if stage.phrases[k].preposition is None and _has_figure(muster, k)]
    else:
        phrases = standing(stage, clause, (place,))
    if place == "akk":
        phrases = [*phrases, *(k for k in clause.objects if muster.is_measured(k))]
        if not phrases and _is_state(stage, clause):
            phrases = [clause.subject] if clause.subject is not None else []
    for k in phrases:
        if stage.tokens[stage.phrases[k].head].tag == "PRELS":
            noun = antecedent(stage.analysis, clause, stage.phrases[k])
            k = noun if noun is not None else k
        for member in enumerated(stage.analysis, k):
            forces = muster.forces(member) or (muster.figure_alone(member) if member != k else None)
            if forces is not None:
                yield forces, member


def _all(clause: Clause) -> tuple[int, ...]:
    return clause.objects if clause.subject is None else (clause.subject, *clause.objects)


def _has_figure(muster: Muster, k: int) -> bool:
    """Forces with a figure count wherever they stand in the clause: word order is free, and cases often look alike."""
    forces = muster.forces(k)
    return forces is not None and not forces.weak and forces.strength is not None


def _is_state(stage: Stage, clause: Clause) -> bool:
    """As in "sind in Mali stationiert": what was done to the subject."""
    if clause.finite is None or clause.passive or stage.tokens[clause.finite].lemma != "sein":
        return False
    return any(stage.tokens[i].tag == "VVPP" for i in clause.predicate)


def _by_phrases(stage: Stage, muster: Muster) -> Iterator[Told]:
    """Forces with a figure or a participle that tells where they are in their own words: "die 300 deutschen Soldaten in
    Mali", "die im Irak stationierten Soldaten"."""
    for k, phrase in enumerate(stage.phrases):
        forces = muster.forces(k)
        if forces is None or forces.weak or not forces.own:
            continue
        index = stage.analysis.clause_of[phrase.head]
        if index < 0 or stage.clauses[index].lemma in muster.words["losses"]:
            continue
        head = stage.tokens[phrase.head]
        participle = next((i for i in range(phrase.first, phrase.head) if _is_stationed(stage, muster, i)), None)
        if participle is not None:
            yield Told(
                "deployment-phrase", PHRASE, forces, stage.tokens[participle].span, index, (), False, False, (k,)
            )
        elif forces.strength is not None and (
            place_behind(stage, muster, k) is not None or _is_told(stage, muster, k, forces, index)
        ):
            yield Told("deployment-phrase", PHRASE, forces, head.span, index, (), False, False, (k,))


def _is_told(stage: Stage, muster: Muster, k: int, forces: Forces, index: int) -> bool:
    """Whether many soldiers of a side are told of together with a place, by a verb that is none of fighting."""
    assert forces.strength is not None
    many = forces.strength.low is not None and forces.strength.low >= MANY
    types = {row.type for row in stage.lexicon.verbs.get(stage.clauses[index].lemma, ())}
    return many and not types & FIGHTS and place_of(stage, muster, index, k) is not None


def _is_stationed(stage: Stage, muster: Muster, i: int) -> bool:
    token = stage.tokens[i]
    return token.tag == "ADJA" and token.text.lower().rstrip("nesrm") in muster.words["stationed"]


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
            own_act = trigger.clause >= 0 and stage.clauses[trigger.clause].lemma in muster.words["own_acts"]
            side = stage.actor_of(trigger.clause) if own_act or _is_planned(stage, muster, trigger.phrase, -1) else ()
            yield Told(
                "deployment-noun",
                trigger.wording,
                forces,
                trigger.span,
                trigger.clause,
                side,
                negated,
                unreal,
                (trigger.phrase, k),
            )


def _is_planned(stage: Stage, muster: Muster, k: int, index: int) -> bool:
    """As in "der Plan zur Entsendung", "lehnt die Entsendung ab"."""
    if index >= 0:
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
    if told.forces.weak and told.wording.lemma not in muster.words["forces_alone"] and told.forces.strength is None:
        return
    needs = told.wording.needs
    counted = told.forces.strength is not None
    if "strength" in needs and not (counted and (where is not None or "where" not in needs)):
        return
    if "where" in needs and where is None and not (counted and (told.forces.own or told.side)):
        return
    whose = told.forces.own or told.side or muster.lately(told.forces.phrase)
    if not whose and told.forces.mission:
        return
    guessed = not whose
    whose = whose or muster.guessed(told.forces, place_code(stage, told.clause, where))
    if not whose:
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
        confidence=GUESSED if guessed else CONFIDENCE[told.rule],
    )
    yield record
    yield from _parts(stage, muster, record, strength)


def _is_none(stage: Stage, forces: Forces) -> bool:
    return is_negated_noun(stage, stage.phrases[forces.phrase])


def _parts(stage: Stage, muster: Muster, whole: Deployment, strength: Quantity | None) -> Iterator[Deployment]:
    """As in "50.000 Soldaten, unter ihnen 10.000 nordkoreanische Kämpfer": a part is a record of its own."""
    if strength is None:
        return
    for part in stage.parts_of(strength.span):
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


def _joined(stage: Stage, records: list[Deployment]) -> list[Deployment]:
    """One record for each side's forces: tellings with the same figure, or without one, are the same forces."""
    places = Places(stage)
    figures: Figures = {quantity.span: (quantity.low, quantity.high) for quantity in stage.findings.quantities}
    kept: list[Deployment] = []
    for record in sorted(records, key=_fullness):
        if record.confidence == GUESSED and any(_is_also(record, other, figures) for other in kept):
            continue
        if not any(_is_same(record, other, figures, places) for other in kept):
            kept.append(record)
    return sorted(kept, key=lambda record: (record.forces, record.trigger))


def _is_also(record: Deployment, other: Deployment, figures: Figures) -> bool:
    """Whether forces of whom nobody is named may be those of another telling."""
    if record.strength is None or other.strength is None:
        return True
    return figures.get(record.strength) == figures.get(other.strength)


def _fullness(record: Deployment) -> tuple[bool, bool, bool, bool, bool, Span]:
    return (
        record.confidence == GUESSED,
        record.strength is None,
        record.status is Status.DENIED,
        record.where is None,
        record.purpose is None,
        record.forces,
    )


def _is_same(record: Deployment, other: Deployment, figures: Figures, places: Places) -> bool:
    if record.forces.overlaps(other.forces):
        return True
    if (record.whose.code if record.whose else None) != (other.whose.code if other.whose else None):
        return False
    if (record.status is Status.DENIED) != (other.status is Status.DENIED) or places.differ(record.where, other.where):
        return False
    if record.strength is None or other.strength is None:
        return True
    return figures.get(record.strength) == figures.get(other.strength)
