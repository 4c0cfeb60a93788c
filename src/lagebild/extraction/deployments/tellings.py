"""Tellings: how verbs, nouns and phrases tell of forces, each with whom the clause names for them."""

from collections.abc import Iterator, Set
from typing import NamedTuple

from lagebild.analysis.coordination import enumerated
from lagebild.analysis.relatives import antecedent
from lagebild.extraction.deployments.forces import Forces, Muster
from lagebild.extraction.deployments.setting import place_behind, place_code, place_of
from lagebild.extraction.events.fixed import fixed_words
from lagebild.extraction.events.reality import is_negated, is_negated_noun, is_unreal, is_unreal_noun
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.records.triggers import beside_noun, followers, noun_triggers, standing, verb_triggers
from lagebild.language.wordings import Wording, Wordings
from lagebild.model.analysis import SINGULAR, Clause, ClauseKind
from lagebild.model.event import EventType, Party
from lagebild.model.span import Span

PHRASE = Wording("", "noun", (), {}, frozenset(("where",)), "", ())
# So many soldiers are no single incident.
MANY = 20
FIGHTS = frozenset((EventType.ASSAULT, EventType.COERCE, EventType.RETREAT, EventType.PROTEST))
# Any place of the clause but behind a preposition.
ANYWHERE = "anywhere"
# Behind these stand forces that come to others.
RAISED_BY = ("p:um", "p:mit")
# Beside the subject that moves with them.
BESIDE = "p:mit"


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


def tellings(stage: Stage, muster: Muster, table: Wordings) -> Iterator[Told]:
    """All tellings of a document: by verbs, then by nouns, then by phrases alone."""
    held = {stage.analysis.sentence_of[p.first] for k, p in enumerate(stage.phrases) if muster.forces(k) is not None}
    if held:
        yield from _by_verbs(stage, muster, table, held)
        yield from _by_nouns(stage, muster, table, held)
        yield from _by_phrases(stage, muster)


def _by_verbs(stage: Stage, muster: Muster, table: Wordings, held: Set[int]) -> Iterator[Told]:
    """Those by verbs in the sentences that hold forces."""
    for trigger in verb_triggers(stage, table):
        clause = stage.clauses[trigger.clause]
        if clause.sentence not in held:
            continue
        if _are_lost(stage, muster, trigger.clause):
            continue
        place, found = _standing_forces(stage, muster, clause, trigger.wording)
        if not found:
            continue
        side = () if place == "subj" else stage.actor_of(trigger.clause) or _owner(stage, muster, clause)
        if place != "subj" and _are_any_states(stage, clause):
            continue
        for forces, member in found:
            yield Told(
                "deployment-verb", trigger.wording, forces, trigger.span, trigger.clause, side,
                _is_denied(stage, muster, clause), is_unreal(stage, clause), (member,),
            )  # fmt: skip


def _are_lost(stage: Stage, muster: Muster, index: int) -> bool:
    """As in "40 Soldaten kamen ums Leben"."""
    return fixed_words(stage, stage.clauses[index], muster.ways_of_loss) is not None


def _is_let(stage: Stage, muster: Muster, clause: Clause) -> bool:
    """As in "lässt Panzer auffahren": the object comes, the subject sends it."""
    return any(stage.tokens[i].lemma in muster.words["letting"] for i in clause.predicate)


def _is_denied(stage: Stage, muster: Muster, clause: Clause) -> bool:
    """As in "schickt keine Soldaten", "plant nicht, Soldaten zu schicken"."""
    if is_negated(stage, clause):
        return True
    if clause.kind is not ClauseKind.INF or clause.parent is None:
        return False
    around = stage.clauses[clause.parent]
    return around.lemma in muster.words["plans"] and is_negated(stage, around)


def _standing_forces(
    stage: Stage, muster: Muster, clause: Clause, wording: Wording
) -> tuple[str, list[tuple[Forces, int]]]:
    """The first place of the row with forces, and these; where they must have a figure, such with one come first."""
    uncounted: tuple[str, list[tuple[Forces, int]]] = ("", [])
    let = wording.parts["forces"] == ("subj",) and _is_let(stage, muster, clause)
    for place in ("akk", *_places(wording)) if let else _places(wording):
        found = list(_forces_at(stage, muster, clause, place))
        if place == BESIDE and BESIDE not in wording.parts["forces"]:
            found = [(forces, member) for forces, member in found if not forces.weak]
        counted = [(forces, member) for forces, member in found if forces.strength is not None]
        if counted or (found and "strength" not in wording.needs and not _is_raised_by(stage, muster, clause, place)):
            return place, found if "strength" not in wording.needs else counted
        if not uncounted[1]:
            uncounted = place, found
    return uncounted


def _is_raised_by(stage: Stage, muster: Muster, clause: Clause, place: str) -> bool:
    """As in "ihre Truppen um 600 Soldaten aufstocken": the forces that come are told behind "um" or "mit"."""
    if place != "akk" or clause.lemma not in muster.words["raising"]:
        return False
    behind = (f for at in RAISED_BY for f, _ in _forces_at(stage, muster, clause, at))
    return any(forces.strength is not None for forces in behind)


def _places(wording: Wording) -> tuple[str, ...]:
    """Where the forces of the row may stand; of what forces do themselves they may be told beside who does it: "Israel
    ist mit 7000 Soldaten einmarschiert"."""
    places = wording.parts["forces"]
    return (BESIDE, *places, ANYWHERE) if places == ("subj",) else (*places, ANYWHERE)


def _owner(stage: Stage, muster: Muster, clause: Clause) -> tuple[Party, ...]:
    """As in "die UN-Mission besteht aus 9000 Soldaten": whose the mission is that is the subject."""
    subject = stage.subject(clause)
    return muster.own(subject) if subject is not None and not clause.passive else ()


def _are_any_states(stage: Stage, clause: Clause) -> bool:
    """As in "auch andere Länder sollen Soldaten stellen": nobody in particular sends them."""
    subject = stage.subject(clause)
    if subject is None or clause.passive or stage.phrases[subject].agreement & SINGULAR:
        return False
    if stage.sides(clause, subject):
        return False  # "die EU-Staaten schicken Soldaten"
    return stage.tokens[stage.phrases[subject].head].lemma.lower() in stage.parties.words["classes_of_states"]


def _forces_at(stage: Stage, muster: Muster, clause: Clause, place: str) -> Iterator[tuple[Forces, int]]:
    """The forces in a place of the clause, each of an enumeration."""
    if place == ANYWHERE:
        phrases = [k for k in clause.arguments if stage.phrases[k].preposition is None and _has_figure(muster, k)]
    else:
        phrases = standing(stage, clause, (place,))
    measured = [k for k in clause.objects if muster.is_measured(k)]
    if place.startswith("p:"):
        phrases = [*phrases, *(k for k in measured if muster.governs(k) == place[2:])]
    elif place == "subj" and not phrases:
        phrases = measured
    if place == "akk":
        phrases = [*phrases, *measured]
        if not phrases and _is_state(stage, muster, clause):
            phrases = [clause.subject] if clause.subject is not None else []
    for k in phrases:
        if stage.tokens[stage.phrases[k].head].tag == "PRELS":
            noun = antecedent(stage.analysis, clause, stage.phrases[k])
            k = noun if noun is not None else k
        for member in (*enumerated(stage.analysis, k), *muster.figures_behind(k)):
            forces = muster.forces(member) or (muster.figure_alone(member) if member != k else None)
            if forces is not None:
                yield from ((one, member) for one in muster.told_apart(forces))


def _has_figure(muster: Muster, k: int) -> bool:
    """Forces with a figure count wherever they stand in the clause: word order is free, and cases often look alike."""
    forces = muster.forces(k)
    return forces is not None and not forces.weak and forces.strength is not None


def _is_state(stage: Stage, muster: Muster, clause: Clause) -> bool:
    """As in "sind in Mali stationiert": what was done to the subject."""
    if clause.finite is None or clause.passive or stage.tokens[clause.finite].lemma not in muster.words["copula"]:
        return False
    return any(stage.tokens[i].tag == "VVPP" for i in clause.predicate)


def _by_phrases(stage: Stage, muster: Muster) -> Iterator[Told]:
    """Forces with a figure or a participle that tells where they are in their own words: "die 300 deutschen Soldaten in
    Mali", "die im Irak stationierten Soldaten"."""
    for k, phrase in enumerate(stage.phrases):
        forces = muster.forces(k)
        if forces is None or forces.weak or not forces.own or _is_handed_over(stage, muster, k):
            continue
        index = stage.analysis.clause_of[phrase.head]
        if index < 0 or stage.clauses[index].lemma in muster.words["losses"] or _are_lost(stage, muster, index):
            continue
        head = stage.tokens[phrase.head]
        participle = next((i for i in range(phrase.first, phrase.head) if _is_stationed(stage, muster, i)), None)
        if participle is not None:
            yield Told(
                "deployment-phrase", PHRASE, forces, stage.tokens[participle].span, index, (), False, False, (k,)
            )
        elif muster.are_projectiles(forces):
            continue
        elif (
            forces.strength is not None
            and (
                forces.mission
                or place_behind(stage, muster, k) is not None
                or _is_told(stage, muster, k, forces, index)
            )
        ) or _is_abroad(stage, muster, k, forces):
            yield Told("deployment-phrase", PHRASE, forces, head.span, index, (), False, False, (k,))


def _is_abroad(stage: Stage, muster: Muster, k: int, forces: Forces) -> bool:
    """As in "die amerikanischen Truppen in Afghanistan": in a state not their own, and not on their way home."""
    where = place_behind(stage, muster, k)
    there = place_code(stage, where)
    if there is None or any(party.code == there for party in forces.own):
        return False
    if not any(
        stage.parties.sides.is_state(party.code) or party.code in muster.words["alliances"] for party in forces.own
    ):
        return False  # "die Farc-Rebellen in Kolumbien" are at home
    at = stage.phrases[k].first - 1
    before = stage.analysis.phrase_of[at] if at >= 0 else -1
    return before < 0 or not is_listed(stage.tokens[stage.phrases[before].head].lemma, muster.words["leaving"])


def _is_handed_over(stage: Stage, muster: Muster, k: int) -> bool:
    """As in "die Lieferung von US-Kampfjets an die Türkei": what is made, sold or given."""
    at = stage.phrases[k].first - 1
    while at >= 0 and stage.tokens[at].tag in ("APPR", "APPRART", "CARD", "ADV", "ADJD"):
        at -= 1
    before = stage.analysis.phrase_of[at] if at >= 0 else -1
    return before >= 0 and is_listed(stage.tokens[stage.phrases[before].head].lemma, muster.words["deliveries"])


def _is_told(stage: Stage, muster: Muster, k: int, forces: Forces, index: int) -> bool:
    """Whether many soldiers of a side are told of together with a place, by a verb that is none of fighting."""
    assert forces.strength is not None
    many = forces.strength.low is not None and forces.strength.low >= MANY
    types = {row.type for row in stage.lexicon.verbs.get(stage.clauses[index].lemma, ())}
    return many and not types & FIGHTS and place_of(stage, muster, index, k) is not None


def _is_stationed(stage: Stage, muster: Muster, i: int) -> bool:
    token = stage.tokens[i]
    return token.tag == "ADJA" and token.text.lower().rstrip("nesrm") in muster.words["stationed"]


def _by_nouns(stage: Stage, muster: Muster, table: Wordings, held: Set[int]) -> Iterator[Told]:
    """Those by nouns in the sentences that hold forces."""
    for trigger in noun_triggers(stage, table):
        phrase = stage.phrases[trigger.phrase]
        if stage.analysis.sentence_of[phrase.first] not in held:
            continue
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
            plan = _plan(stage, muster, trigger.phrase)
            side = muster.by_words_before(trigger.phrase) or (muster.own(plan) if plan is not None else ())
            if not side and (own_act or plan is not None):
                side = stage.actor_of(trigger.clause)
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
    return _plan(stage, muster, k) is not None


def _plan(stage: Stage, muster: Muster, k: int) -> int | None:
    """As in "der Plan zur Entsendung": the phrase of the plan before what is planned."""
    at = stage.phrases[k].preposition
    before = stage.analysis.phrase_of[at - 1] if at else -1
    if before < 0 or not is_listed(stage.tokens[stage.phrases[before].head].lemma, muster.words["planned_by"]):
        return None
    return before
