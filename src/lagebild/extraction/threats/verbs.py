"""Threats told by verbs: "drohte mit Vergeltung", "schließt einen Angriff nicht aus", "fühlt sich bedroht"."""

from collections.abc import Iterator, Sequence

from lagebild.extraction.events.reality import is_negated, is_unreal, looms
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.events.verbal import source_sides
from lagebild.extraction.records.doers import doers
from lagebild.extraction.records.triggers import (
    VerbTrigger,
    dependent,
    standing,
    verb_triggers,
)
from lagebild.extraction.threats.conditions import condition_of, is_conditional
from lagebild.extraction.threats.draft import Draft
from lagebild.extraction.threats.harms import is_hostile, span_of
from lagebild.extraction.threats.named_harm import (
    FEARED,
    HARMS,
    PRIVATE,
    harmed,
    harmer,
    is_headed_by,
    names_harm,
    struck_by,
    threat_told_at,
)
from lagebild.extraction.threats.targets import before_and, of_phrases, together
from lagebild.language.wordings import wordings
from lagebild.language.words import word_lists
from lagebild.model.analysis import ClauseKind
from lagebild.model.attribution import Act, Attribution
from lagebild.model.event import Party
from lagebild.model.span import Span

# Rows that want an act of war tell what somebody plans or fears.
WAR = "war"


def by_verbs(stage: Stage) -> Iterator[Draft]:
    """Threats told by verbs."""
    words = word_lists(stage.language, "threats")
    for trigger in verb_triggers(stage, wordings(stage.language, "threat_words")):
        draft = _of_verb(stage, trigger, words)
        if draft is not None:
            yield draft


def _of_verb(stage: Stage, trigger: VerbTrigger, words: dict[str, frozenset[str]]) -> Draft | None:
    trigger = _weighty(stage, trigger, words)
    wording, clause = trigger.wording, stage.clauses[trigger.clause]
    cue = _cue_at(stage, trigger.span)
    if looms(stage, clause):
        return None
    wanted = next((words[kind] for kind in wording.needs & HARMS), None)
    held = [
        k
        for k in standing(stage, clause, wording.parts["means"])
        if not stage.is_attribute(k) or names_harm(stage, k, words["harm"], words)
    ]
    named = [k for k in held if wanted is not None and names_harm(stage, k, wanted, words)]
    harm = next(iter(named or held), None)
    inner = _told_by_clause(stage, trigger)
    if wanted is not None and not named and (inner is None or not is_hostile(stage, stage.clauses[inner])):
        return None
    if wanted is not None and inner is not None and stage.clauses[inner].lemma in words["ending"]:
        return None  # "kündigte an, die Angriffe einzustellen"
    if harm is not None and _is_private(stage, harm, words):
        return None
    feared = wording.parts["source"] == FEARED
    danger = feared or _is_danger(stage, trigger, words) or _accuser(stage, trigger.clause, words) is not None
    source = _source_of_verb(stage, trigger, harm, cue, danger=danger)
    condition = condition_of(stage, trigger.clause)
    to = _threatened(stage, trigger, harm, source, condition, words)
    told = threat_told_at(stage, trigger.span)
    means = _means(stage, trigger, harm, cue)
    aimed = means is not None or bool(to) or told is not None
    good = any(
        is_headed_by(stage, k, words["goods"]) for place in ("akk", "p:für") for k in standing(stage, clause, (place,))
    )
    found = {"source": source is not None, "to": bool(to) or good or (feared and source is not None), "means": aimed}
    if feared and source is None and _is_warned(stage, trigger, words):
        return None
    held_off = bool(standing(stage, clause, wording.parts["means"])) and not held
    if held_off and inner is None and told is None:
        return None  # "wegen des Streits mit Brüssel droht eine Strafe"
    if (source is None and not feared) or not all(found[name] for name in wording.needs - HARMS):
        return None
    fixed_not = any(stage.tokens[i].text.lower() in stage.words["negations"] for i in trigger.fixed)
    return Draft(
        "threat-verb", trigger.span, trigger.clause, source, to, means, span_of(stage, condition),
        danger, not fixed_not and is_negated(stage, clause), is_unreal(stage, clause),
        supposed=feared or WAR in wording.needs,
    )  # fmt: skip


def _is_warned(stage: Stage, trigger: VerbTrigger, words: dict[str, frozenset[str]]) -> bool:
    """As in "warnte Syrien vor dem Einsatz von Gas": who is warned would do it himself."""
    clause = stage.clauses[trigger.clause]
    warned = standing(stage, clause, ("akk",)) if trigger.wording.lemma in words["threatening"] else []
    return any(stage.sides(clause, k) for k in warned)


def _is_danger(stage: Stage, trigger: VerbTrigger, words: dict[str, frozenset[str]]) -> bool:
    """Whether the row says of somebody that he is a danger: by its verb, or by its further word."""
    lemmas = {trigger.wording.lemma, *(stage.tokens[i].lemma for i in trigger.fixed)}
    return any(lemma.lower() in words["dangers"] for lemma in lemmas)


def _accuser(stage: Stage, index: int, words: dict[str, frozenset[str]]) -> Sequence[Party] | None:
    """Who says of somebody else that he prepares it: "wirft Ruanda vor, einen Überfall zu planen"."""
    clause = stage.clauses[index]
    if clause.kind is not ClauseKind.INF or clause.parent is None:
        return None
    parent = stage.clauses[clause.parent]
    return stage.actor_of(clause.parent) if parent.lemma in words["accusing"] else None


def _source_of_verb(
    stage: Stage, trigger: VerbTrigger, harm: int | None, cue: Attribution | None, *, danger: bool
) -> Party | None:
    places = trigger.wording.parts["source"]
    clause = stage.clauses[trigger.clause]
    if places == FEARED:
        return harmer(stage, harm) if harm is not None else None
    if "subj" not in places:
        named = of_phrases(stage, standing(stage, clause, places), None)
        return named[0] if named else None
    source = _threatener(stage, trigger.clause, cue)
    told = threat_told_at(stage, trigger.span)
    if source is None and told is not None:
        source = told.actor
    subject = stage.subject(clause)
    if source is None and danger and subject is not None and not clause.passive:
        source = next(iter(doers(stage, trigger.clause, subject)), None)
    return source


def _threatened(
    stage: Stage,
    trigger: VerbTrigger,
    harm: int | None,
    source: Party | None,
    condition: int | None,
    words: dict[str, frozenset[str]],
) -> tuple[Party, ...]:
    """Whom the clause names; else whom the words for the harm name, who fears or accuses, who would bring about the
    condition."""
    wording, clause = trigger.wording, stage.clauses[trigger.clause]
    feared = wording.parts["source"] == FEARED
    to = of_phrases(stage, standing(stage, clause, wording.parts["to"]), source)
    if not to and harm is not None:
        to = harmed(stage, harm, source)
    if not to and feared and wording.lemma not in words["threatening"]:
        to = together((stage.actor_of(trigger.clause),), other_than=source)
    accuser = _accuser(stage, trigger.clause, words) if not to else None
    if accuser is not None:
        to = together((accuser,), other_than=source)
    told = threat_told_at(stage, trigger.span)
    if not to and told is not None and told.recipient is not None and not told.recipient.code.endswith(PRIVATE):
        to = together(((told.recipient,),), other_than=source)
    if not to:
        inner = _told_by_clause(stage, trigger)
        to = struck_by(stage, inner, source) if inner is not None else ()
    if not to and condition is not None:
        to = _subject_of(stage, condition, source)
    if not to and wording.lemma in words["threatening"] and not feared:
        to = before_and(stage, trigger.clause, source)
    if not to and wording.lemma in words["dangers"]:
        to = of_phrases(stage, standing(stage, clause, ("akk",)), source)
    return to


def _weighty(stage: Stage, trigger: VerbTrigger, words: dict[str, frozenset[str]]) -> VerbTrigger:
    """As in "fühlt sich bedroht", "ist eine Gefahr": of a verb that only carries it the further word is the trigger."""
    if trigger.wording.lemma not in words["carrying"] or not trigger.fixed:
        return trigger
    return trigger._replace(span=stage.tokens[trigger.fixed[-1]].span)


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


def _is_private(stage: Stage, k: int, words: dict[str, frozenset[str]]) -> bool:
    return is_headed_by(stage, k, words["private_means"])


def _told_by_clause(stage: Stage, trigger: VerbTrigger) -> int | None:
    """The clause that says what is threatened; one that says under which condition is none."""
    inner = dependent(stage, trigger.clause, trigger.wording.parts["means"])
    return inner if inner is None or not is_conditional(stage, inner) else None


def _means(stage: Stage, trigger: VerbTrigger, harm: int | None, cue: Attribution | None) -> Span | None:
    inner = _told_by_clause(stage, trigger)
    # "Im Streit mit Rom drohte Paris, die Grenze zu schließen": the infinitive says it better than a phrase.
    if harm is not None and (inner is None or stage.phrases[harm].first > (trigger.token or 0)):
        at = stage.preposition_at(harm)
        full = stage.full(harm)
        return Span(stage.tokens[at].start, full.end) if at is not None else full
    if inner is not None:
        return span_of(stage, inner)
    if cue is not None and cue.act is Act.THREATEN and cue.content:
        return cue.content[0]
    return None
