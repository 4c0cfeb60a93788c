"""Spoken: threats that verbs and nouns of threatening tell, "drohte mit Vergeltung", "die Bedrohung durch Russland"."""

from collections.abc import Iterator, Sequence

from lagebild.extraction.events.nouns import noun_sides, row_of
from lagebild.extraction.events.owners import name_inside
from lagebild.extraction.events.reality import is_negated, is_negated_noun, is_unreal, is_unreal_noun
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.events.verbal import source_sides
from lagebild.extraction.records.doers import doers
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.records.triggers import (
    NounTrigger,
    VerbTrigger,
    beside_noun,
    dependent,
    noun_triggers,
    standing,
    verb_triggers,
)
from lagebild.extraction.threats.conditions import condition_of
from lagebild.extraction.threats.draft import Draft
from lagebild.extraction.threats.targets import behind, of_event, of_phrases, together
from lagebild.language.wordings import wordings
from lagebild.language.words import word_lists
from lagebild.model.attribution import Act, Attribution
from lagebild.model.event import Event, EventType, Party
from lagebild.model.span import Span

# What is threatened with in these prepositions is the harmed: "Angriff auf", "Sanktionen gegen".
ON = frozenset(("auf", "gegen", "für", "in", "über"))
# What the words for the means must name: any harm, or acts of war alone.
HARMS = frozenset(("harm", "war"))
DANGERS = frozenset(("bedrohen", "gefährden", "Bedrohung", "Gefahr"))


def by_verbs(stage: Stage) -> Iterator[Draft]:
    """Threats told by verbs."""
    words = word_lists(stage.language, "threats")
    for trigger in verb_triggers(stage, wordings(stage.language, "threat_words")):
        draft = _of_verb(stage, trigger, words)
        if draft is not None:
            yield draft


def _of_verb(stage: Stage, trigger: VerbTrigger, words: dict[str, frozenset[str]]) -> Draft | None:
    wording, clause = trigger.wording, stage.clauses[trigger.clause]
    needs = wording.needs
    cue = _cue_at(stage, trigger.span)
    harm = next(iter(standing(stage, clause, wording.parts["means"])), None)
    for kind in needs & HARMS:
        if harm is None or not _is_harm(stage, harm, words[kind]):
            return None
    means = _means(stage, trigger, harm, cue)
    if harm is not None and _is_private(stage, harm, words):
        return None
    feared = wording.parts["source"] == ("harm",)
    source = _harmer(stage, harm) if feared and harm is not None else _threatener(stage, trigger.clause, cue)
    if not feared and "subj" not in wording.parts["source"]:
        named = of_phrases(stage, standing(stage, clause, wording.parts["source"]), None)
        source = named[0] if named else None
    to = of_phrases(stage, standing(stage, clause, wording.parts["to"]), source)
    if not to and harm is not None:
        to = _harmed(stage, harm, source)
    if not to and feared and wording.lemma != "warnen":
        to = together((stage.actor_of(trigger.clause),), other_than=source)
    told = _event_at(stage, trigger.span)
    if told is not None and not feared:
        source = source or told.actor
        to = to or together(((told.recipient,) if told.recipient is not None else (),), other_than=source)
    if source is None and wording.lemma in DANGERS:
        subject = stage.subject(clause)
        source = (
            next(iter(doers(stage, trigger.clause, subject)), None)
            if subject is not None and not clause.passive
            else None
        )
    condition = condition_of(stage, trigger.clause)
    if not to and condition is not None:
        to = _subject_of(stage, condition, source)
    if not to and wording.lemma in DANGERS:
        to = of_phrases(stage, standing(stage, clause, ("akk",)), source)
    aimed = means is not None or (condition is not None and bool(to)) or told is not None
    found = {"source": source is not None, "to": bool(to), "means": aimed}
    if (source is None and not feared) or not all(found[name] for name in needs - HARMS):
        return None
    fixed_not = any(stage.tokens[i].text.lower() in stage.words["negations"] for i in trigger.fixed)
    return Draft(
        "threat-verb", trigger.span, trigger.clause, source, to, means, _span(stage, condition),
        feared or wording.lemma in DANGERS, not fixed_not and is_negated(stage, clause), is_unreal(stage, clause),
    )  # fmt: skip


def _event_at(stage: Stage, span: Span) -> Event | None:
    """The event of threatening that the trigger tells."""
    return next((event for event in stage.told_at(span) if event.type is EventType.THREATEN), None)


def _subject_of(stage: Stage, condition: int, source: Party | None) -> tuple[Party, ...]:
    """Who would bring the condition about."""
    subject = stage.subject(stage.clauses[condition])
    named = of_phrases(stage, [subject], source) if subject is not None else ()
    return named or together((stage.actor_of(condition),), other_than=source)


def _cue_at(stage: Stage, span: Span) -> Attribution | None:
    """The attribution whose cue the trigger is."""
    return stage.cued_at(span)


def _threatener(stage: Stage, index: int, cue: Attribution | None) -> Party | None:
    found: Sequence[Party] = stage.actor_of(index)
    if not found and cue is not None and cue.act in (Act.THREATEN, Act.WARN, Act.ANNOUNCE):
        found = source_sides(stage, cue)
    return next((party for party in found if party.span not in stage.parties.weak), None)


def _harmer(stage: Stage, harm: int) -> Party | None:
    """Who would do the harm: by the words of the noun, or by the event that it tells."""
    row = row_of(stage, harm)
    if row is not None and (found := noun_sides(stage, harm, row).actor):
        index = stage.analysis.clause_of[stage.phrases[harm].head]
        speaking = {party.code for party in stage.actor_of(index)} if index >= 0 else set()
        return next((party for party in found if party.code not in speaking), None)
    code = stage.parties.bodies.beside_noun(stage.phrases[harm])
    return Party(code, stage.parties.span_of(stage.phrases[harm])) if code is not None else None


def _harmed(stage: Stage, harm: int, source: Party | None) -> tuple[Party, ...]:
    """Whom the words for the harm name."""
    row = row_of(stage, harm)
    if row is not None and (found := noun_sides(stage, harm, row).recipient):
        return together((found,), other_than=source)
    return behind(stage, harm, ON, source) or of_event(stage, stage.full(harm), source)


def _is_harm(stage: Stage, k: int, listed: frozenset[str]) -> bool:
    head = stage.tokens[stage.phrases[k].head]
    return head.tag == "NN" and is_listed(head.lemma, listed)


def _is_private(stage: Stage, k: int, words: dict[str, frozenset[str]]) -> bool:
    return stage.tokens[stage.phrases[k].head].lemma.lower() in words["private_means"]


def _means(stage: Stage, trigger: VerbTrigger, harm: int | None, cue: Attribution | None) -> Span | None:
    if harm is not None:
        at = stage.phrases[harm].preposition
        full = stage.full(harm)
        return Span(stage.tokens[at].start, full.end) if at is not None else full
    inner = dependent(stage, trigger.clause, trigger.wording.parts["means"])
    if inner is not None:
        return _span(stage, inner)
    if cue is not None and cue.act is Act.THREATEN and cue.content:
        return cue.content[0]
    return None


def _span(stage: Stage, index: int | None) -> Span | None:
    return stage.clause_span(index) if index is not None else None


def by_nouns(stage: Stage) -> Iterator[Draft]:
    """Threats told by nouns."""
    words = word_lists(stage.language, "threats")
    for trigger in noun_triggers(stage, wordings(stage.language, "threat_words")):
        draft = _of_noun(stage, trigger, words)
        if draft is not None:
            yield draft


def _of_noun(stage: Stage, trigger: NounTrigger, words: dict[str, frozenset[str]]) -> Draft | None:
    wording, k = trigger.wording, trigger.phrase
    phrase = stage.phrases[k]
    told = _event_at(stage, trigger.span)
    source = _source_of_noun(stage, trigger, words) or (told.actor if told is not None else None)
    if source is None:
        return None
    near = beside_noun(stage, k, [p for p in wording.parts["to"] if p != "dat"])
    to = of_phrases(stage, near, source)
    index = trigger.clause
    if not to and told is not None and told.recipient is not None:
        to = together(((told.recipient,),), other_than=source)
    if not to and index >= 0 and "dat" in wording.parts["to"]:
        to = of_phrases(stage, standing(stage, stage.clauses[index], ("dat",)), source)
    if "to" in wording.needs and not to and not near:
        return None
    held = next(iter(beside_noun(stage, k, wording.parts["means"])), None)
    means = trigger.span if "self" in wording.parts["means"] else stage.full(held) if held is not None else None
    clause = stage.clauses[index] if index >= 0 else None
    condition = condition_of(stage, index)
    said = clause is not None and clause.lemma in words["being"]
    return Draft(
        "threat-noun", trigger.span, index, source, to, means, _span(stage, condition), wording.lemma in DANGERS,
        is_negated_noun(stage, phrase) or (clause is not None and said and is_negated(stage, clause)),
        is_unreal_noun(stage, phrase) or (clause is not None and said and is_unreal(stage, clause)),
    )  # fmt: skip


def _source_of_noun(stage: Stage, trigger: NounTrigger, words: dict[str, frozenset[str]]) -> Party | None:
    places, k = trigger.wording.parts["source"], trigger.phrase
    index = trigger.clause
    if "subj" in places:
        if index < 0:
            return None
        return next(iter(stage.actor_of(index)), None)
    code = stage.parties.bodies.before_noun(stage.phrases[k]) if "front" in places else None
    if code is not None:
        return Party(code, stage.parties.span_of(stage.phrases[k]))
    if "gen" in places and (inside := name_inside(stage, k)):
        return inside[0]
    for i in range(stage.phrases[k].first, stage.phrases[k].head):
        if stage.tokens[i].tag == "PPOSAT" and (party := stage.parties.possessor(i)) is not None:
            return party
    for other in beside_noun(stage, k, [p for p in places if p != "front"]):
        found = stage.parties.of_full(other)
        if found:
            return found[0]
    return _judged(stage, index, k, words)


def _judged(stage: Stage, index: int, k: int, words: dict[str, frozenset[str]]) -> Party | None:
    """As in "betrachtet die türkischen Attacken als Bedrohung": the side whose act is so called."""
    if index < 0:
        return None
    clause = stage.clauses[index]
    if clause.lemma in words["calling"]:
        for other in (*standing(stage, clause, ("p:in",)), *standing(stage, clause, ("akk",))):
            if other != k and (found := doers(stage, index, other)):
                return found[0]
    if clause.lemma in words["being"]:
        subject = stage.subject(clause)
        if subject is not None and subject != k and (found := doers(stage, index, subject)):
            return found[0]
    return None
