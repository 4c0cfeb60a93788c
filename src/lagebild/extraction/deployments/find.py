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
from lagebild.extraction.records.triggers import (
    beside_noun,
    followers,
    noun_triggers,
    speaks_of,
    standing,
    verb_triggers,
)
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
    """Whether the report names forces, or nouns that are such beside a trigger, and a trigger."""
    assert findings.analysis is not None
    words = word_lists(language, "deployments")
    nouns = {token.lemma for token in findings.analysis.tokens if token.tag == "NN"}
    if any(is_listed(noun, words[name]) for noun in nouns for name in ("forces", "missions")):
        return True
    weak = any(is_listed(noun, words["weak_forces"]) for noun in nouns)
    return weak and speaks_of(findings.analysis, wordings(language, "deployment_words"))


def _by_verbs(stage: Stage, muster: Muster, table: Wordings) -> Iterator[Told]:
    for trigger in verb_triggers(stage, table):
        clause = stage.clauses[trigger.clause]
        for place in (*trigger.wording.parts["forces"], ANYWHERE):
            found = list(_forces_at(stage, muster, clause, place))
            if "strength" in trigger.wording.needs:
                found = [(forces, member) for forces, member in found if forces.strength is not None]
            for forces, member in found:
                side = () if place == "subj" else stage.actor_of(trigger.clause) or _owner(stage, muster, clause)
                yield Told(
                    "deployment-verb", trigger.wording, forces, trigger.span, trigger.clause, side,
                    is_negated(stage, clause), is_unreal(stage, clause), (member,),
                )  # fmt: skip
            if found:
                break


def _owner(stage: Stage, muster: Muster, clause: Clause) -> tuple[Party, ...]:
    """As in "die UN-Mission besteht aus 9000 Soldaten": whose the mission is that is the subject."""
    subject = stage.subject(clause)
    return muster.own(subject) if subject is not None and not clause.passive else ()


def _forces_at(stage: Stage, muster: Muster, clause: Clause, place: str) -> Iterator[tuple[Forces, int]]:
    """The forces in a place of the clause, each of an enumeration."""
    if place == ANYWHERE:
        phrases = [k for k in _all(clause) if stage.phrases[k].preposition is None and _has_figure(muster, k)]
    else:
        phrases = standing(stage, clause, (place,))
    measured = [k for k in clause.objects if muster.is_measured(k)]
    if place.startswith("p:"):
        phrases = [*phrases, *(k for k in measured if muster.governs(k) == place[2:])]
    elif place == "subj" and not phrases:
        phrases = measured
    if place == "akk":
        phrases = [*phrases, *measured]
        if not phrases and _is_state(stage, clause):
            phrases = [clause.subject] if clause.subject is not None else []
    for k in phrases:
        if stage.tokens[stage.phrases[k].head].tag == "PRELS":
            noun = antecedent(stage.analysis, clause, stage.phrases[k])
            k = noun if noun is not None else k
        for member in enumerated(stage.analysis, k):
            forces = muster.forces(member) or (muster.figure_alone(member) if member != k else None)
            if forces is not None:
                yield from ((one, member) for one in muster.told_apart(forces))


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
        elif (
            forces.strength is not None
            and (place_behind(stage, muster, k) is not None or _is_told(stage, muster, k, forces, index))
        ) or _is_abroad(stage, muster, k, forces):
            yield Told("deployment-phrase", PHRASE, forces, head.span, index, (), False, False, (k,))


def _is_abroad(stage: Stage, muster: Muster, k: int, forces: Forces) -> bool:
    """As in "die amerikanischen Truppen in Afghanistan": in a state not their own, and not on their way home."""
    where = place_behind(stage, muster, k)
    there = place_code(stage, -1, where)
    if there is None or any(party.code == there for party in forces.own):
        return False
    at = stage.phrases[k].first - 1
    before = stage.analysis.phrase_of[at] if at >= 0 else -1
    return before < 0 or not is_listed(stage.tokens[stage.phrases[before].head].lemma, muster.words["leaving"])


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
        if not phrases:
            # "die Entsendung von bis zu 400 Soldaten": the preposition before them belongs to the figure.
            phrases = [k for k in [*followers(stage, trigger.phrase)][:1] if muster.is_measured(k)]
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
    if where is None and muster.is_handed_over(told.forces, told.wording.lemma):
        return
    whose = told.forces.own or told.side or muster.lately(told.forces.phrase)
    if not whose and told.forces.mission:
        return
    guessed = not whose
    if not told.forces.own and (muster.is_foreign(told.forces) or _is_at_home(stage, muster, whose, where)):
        return
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


def _is_at_home(stage: Stage, muster: Muster, whose: tuple[Party, ...], where: Span | None) -> bool:
    """Nobody sends forces into his own state, "nach Afghanistan": whoever is taken for the sender is another."""
    if where is None or not whose:
        return False
    sent = stage.tokens[stage.range_of(where)[0]].lemma.lower() in muster.words["sent_to"]
    there = place_code(stage, -1, where) if sent else None
    return there is not None and any(party.code == there and _is_general(stage, party) for party in whose)


def _is_general(stage: Stage, party: Party) -> bool:
    """As in "das Kabinett": known by what the report is about, not by a name."""
    if party.span is None:
        return True
    first, last = stage.range_of(party.span)
    return not any(stage.tokens[i].tag in ("NE", "FM", "ADJA") for i in range(first, last))


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
        own = named.own if named is not None else muster.own(k) or _people(stage, k)
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


def _people(stage: Stage, k: int) -> tuple[Party, ...]:
    """As in "darunter 2100 Franzosen"."""
    body = stage.parties.bodies.of(stage.phrases[k])
    code = stage.parties.bodies.code(body) if body is not None else None
    return (Party(code, stage.parties.span_of(stage.phrases[k])),) if code else ()


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
    if record.part_of is None and other.part_of is None and places.kind(record.forces) != places.kind(other.forces):
        return False
    if (record.whose.code if record.whose else None) != (other.whose.code if other.whose else None):
        return False
    if (record.status is Status.DENIED) != (other.status is Status.DENIED) or places.differ(record.where, other.where):
        return False
    if record.strength is None or other.strength is None:
        return True
    return figures.get(record.strength) == figures.get(other.strength)
