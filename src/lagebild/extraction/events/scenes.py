"""Scenes: whose people an attack hits of which only the place is told, "ein Anschlag in Kabul"."""

from collections.abc import Iterator
from dataclasses import replace

from lagebild.extraction.events.draft import Draft
from lagebild.extraction.events.reality import is_negated, is_negated_noun, is_unreal, is_unreal_noun
from lagebild.extraction.events.sides import SUFFIXES
from lagebild.extraction.events.stage import Stage
from lagebild.language.endings import ends_in
from lagebild.model.analysis import Clause
from lagebild.model.entity import EntityKind
from lagebild.model.event import EventType, Party


def people_at(stage: Stage, k: int) -> Party | None:
    """The people of the state in which the attack that phrase `k` tells took place."""
    index = stage.analysis.clause_of[stage.phrases[k].head]
    return _people(stage, index, stage.phrases[k].last) if _took_place(stage, k, index) else None


def blast_drafts(stage: Stage) -> Iterator[Draft]:
    """As in "In Kabul explodierte eine Autobombe", "sprengte sich in die Luft", "die Explosion eines Sprengsatzes"."""
    words = stage.words
    nouns = set(stage.roll.phrases(words["blast_nouns"]))
    told = set(stage.roll.clauses(words["blasts"] | words["blowing_up"]))
    if nouns:
        told |= {index for index, clause in enumerate(stage.clauses) if not nouns.isdisjoint(clause.arguments)}
    by = claimant(stage) if told else None
    for index in sorted(told):
        clause = stage.clauses[index]
        token = _blast(stage, clause) if clause.predicate else None
        if token is None or is_unreal(stage, clause) or is_negated(stage, clause):
            continue
        people = _people(stage, index, stage.clauses[index].first)
        if people is not None:
            yield Draft(
                "event-verb", clause.lemma, EventType.ASSAULT, "explosives", "terrorism", stage.tokens[token].span,
                token, index, by, people, needs="recipient", unnamed=True,
            )  # fmt: skip


def _blast(stage: Stage, clause: Clause) -> int | None:
    """The token that tells that a bomb goes off."""
    if clause.lemma in stage.words["blasts"]:
        return clause.predicate[-1] if clause.subject is not None and _is_bomb(stage, clause.subject) else None
    reflexive = any(stage.tokens[stage.phrases[k].head].tag == "PRF" for k in clause.objects)
    words = (stage.tokens[stage.phrases[k].head].lemma.lower() for k in clause.objects if stage.preposition(k))
    if reflexive and clause.lemma in stage.words["blowing_up"]:
        return None if stage.words["into_the_air"].isdisjoint(words) else clause.predicate[-1]
    held = (k for k in (clause.subject, *clause.objects) if k is not None)
    return next((stage.phrases[k].head for k in held if _is_blast_of_bomb(stage, k)), None)


def _is_bomb(stage: Stage, k: int) -> bool:
    return ends_in(stage.tokens[stage.phrases[k].head].lemma.lower(), stage.words["bombs"])


def _is_blast_of_bomb(stage: Stage, k: int) -> bool:
    """As in "die Detonation einer Autobombe"."""
    phrase = stage.phrases[k]
    if stage.tokens[phrase.head].lemma.lower() not in stage.words["blast_nouns"] or phrase.last >= len(stage.tokens):
        return False
    other = stage.analysis.phrase_of[phrase.last]
    return other > k and not stage.preposition(other) and _is_bomb(stage, other)


def _people(stage: Stage, index: int, behind: int) -> Party | None:
    state = state_at(stage, index, behind)
    return replace(state, code=state.code + SUFFIXES["civilians"]) if state is not None else None


def state_at(stage: Stage, index: int, behind: int) -> Party | None:
    """The state in which something took place, as the clause says, places behind the token first, or for "dort" the
    sentence before."""
    held = [*_places(stage, index, behind), *_named_before(stage, index)]
    found = ((code, k) for k in held if (code := _state_at(stage, k)) is not None)
    return next((Party(code, stage.parties.span_of(stage.phrases[k])) for code, k in found), None)


def _named_before(stage: Stage, index: int) -> Iterator[int]:
    """For "dort": the phrases of the sentence before, the last first."""
    if index < 0:
        return
    clause = stage.clauses[index]
    own = (stage.tokens[i].text.lower() for first, last in clause.parts for i in range(first, last))
    if clause.sentence == 0 or stage.words["there"].isdisjoint(own):
        return
    before = stage.analysis.sentences[clause.sentence - 1]
    yield from dict.fromkeys(
        k for i in range(before.last - 1, before.first - 1, -1) if (k := stage.analysis.phrase_of[i]) >= 0
    )


def claimant(stage: Stage) -> Party | None:
    """Who alone claims an attack: "Der IS reklamierte die Tat für sich", "bekannte sich zu dem Anschlag"."""
    found: dict[str, Party] = {}
    for index, clause in enumerate(stage.clauses):
        if clause.lemma not in stage.words["claiming"] or not any(_is_deed(stage, k) for k in clause.objects):
            continue
        for_whom = [k for k in clause.objects if stage.preposition(k) in stage.words["claimed_for"]]
        named = next((side for k in for_whom if (side := stage.sides(clause, k))), ()) or stage.actor_of(index)
        for party in named:
            if not stage.parties.sides.is_state(party.code[:3]):
                found.setdefault(party.code, party)
    return next(iter(found.values())) if len(found) == 1 else None


def _is_deed(stage: Stage, k: int) -> bool:
    """As in "die Tat", "zu dem Anschlag", "die Verantwortung"."""
    head = stage.tokens[stage.phrases[k].head]
    if head.lemma.lower() in stage.words["deeds"]:
        return True
    row = stage.lexicon.noun(head.lemma) if head.tag == "NN" else None
    return row is not None and row.type is EventType.ASSAULT


def _took_place(stage: Stage, k: int, index: int) -> bool:
    """Not "plante einen Anschlag in Bonn", "die Gefahr eines Anschlags"."""
    phrase = stage.phrases[k]
    if is_unreal_noun(stage, phrase) or is_negated_noun(stage, phrase):
        return False
    if index < 0:
        return True
    clause = stage.clauses[index]
    return not is_unreal(stage, clause) and clause.lemma not in stage.words["prevented"]


def _places(stage: Stage, index: int, behind: int) -> Iterator[int]:
    """The phrases of the clause that tell where, those behind the token first."""
    held = stage.clauses[index].objects if index >= 0 else ()
    for other in sorted(held, key=lambda o: (stage.phrases[o].first < behind, stage.phrases[o].first)):
        if stage.preposition(other) in stage.words["scene_prepositions"]:
            yield other


def _state_at(stage: Stage, k: int) -> str | None:
    phrase = stage.phrases[k]
    code = stage.parties.bodies.place(phrase)
    if code is not None:
        return code
    body = stage.parties.bodies.of(phrase)
    return body.code if body is not None and body.kind is EntityKind.STATE and body.form != "demonym" else None
