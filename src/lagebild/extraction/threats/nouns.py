"""Threats told by nouns: "Nordkoreas Drohungen", "die Bedrohung durch Russland", "die Furcht vor einem Angriff"."""

from collections.abc import Iterator, Sequence

from lagebild.extraction.events.owners import name_inside, owners
from lagebild.extraction.events.reality import is_negated, is_negated_noun, is_unreal, is_unreal_noun
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.records.doers import doers
from lagebild.extraction.records.triggers import NounTrigger, beside_noun, noun_triggers, standing
from lagebild.extraction.threats.conditions import condition_of
from lagebild.extraction.threats.draft import Draft
from lagebild.extraction.threats.harms import span_of
from lagebild.extraction.threats.named_harm import FEARED, HARMS, harmed, harmer, names_harm, struck_by, threat_told_at
from lagebild.extraction.threats.targets import of_phrases, together
from lagebild.language.wordings import wordings
from lagebild.language.words import word_lists
from lagebild.model.analysis import NOMINATIVE, Clause, ClauseKind
from lagebild.model.event import Party


def by_nouns(stage: Stage) -> Iterator[Draft]:
    """Threats told by nouns."""
    words = word_lists(stage.language, "threats")
    for trigger in noun_triggers(stage, wordings(stage.language, "threat_words")):
        draft = _of_noun(stage, trigger, words)
        if draft is not None:
            yield draft


def _of_noun(stage: Stage, trigger: NounTrigger, words: dict[str, frozenset[str]]) -> Draft | None:
    wording, k, index = trigger.wording, trigger.phrase, trigger.clause
    phrase = stage.phrases[k]
    held = next(iter(beside_noun(stage, k, wording.parts["means"])), None)
    for kind in wording.needs & HARMS:
        if held is None or not names_harm(stage, held, words[kind], words):
            return None
    feared = wording.parts["source"] == FEARED
    told = threat_told_at(stage, trigger.span)
    source = harmer(stage, held) if feared and held is not None else _source_of_noun(stage, trigger, words)
    if source is None and told is not None and not feared:
        source = told.actor
    if source is None:
        return None
    inner = _infinitive_behind(stage, k)
    near = beside_noun(stage, k, [p for p in wording.parts["to"] if p != "dat"])
    to = _threatened_by_noun(stage, trigger, held, inner, source, words)
    if "to" in wording.needs and not (to or near or feared):
        return None
    means = stage.full(held) if held is not None else span_of(stage, inner)
    if "self" in wording.parts["means"]:
        means = trigger.span
    clause = stage.clauses[index] if index >= 0 else None
    condition = condition_of(stage, index)
    said = clause is not None and clause.lemma in words["being"]
    return Draft(
        "threat-noun", trigger.span, index, source, to, means, span_of(stage, condition),
        feared or wording.lemma.lower() in words["dangers"],
        is_negated_noun(stage, phrase)
        or (clause is not None and ((said and is_negated(stage, clause)) or _is_cleft_off(stage, clause))),
        is_unreal_noun(stage, phrase) or (clause is not None and said and is_unreal(stage, clause)),
        supposed=feared,
    )  # fmt: skip


def _infinitive_behind(stage: Stage, k: int) -> int | None:
    """The infinitive that says what the noun threatens: "die Drohung Chinas, Taiwan anzugreifen"."""
    last = stage.phrases[k].last
    index = stage.analysis.clause_of[last + 1] if last + 1 < len(stage.tokens) else -1
    if index < 0 or stage.clauses[index].kind is not ClauseKind.INF or stage.clauses[index].first - last > 1:
        return None
    return index


def _threatened_by_noun(
    stage: Stage,
    trigger: NounTrigger,
    held: int | None,
    inner: int | None,
    source: Party,
    words: dict[str, frozenset[str]],
) -> tuple[Party, ...]:
    places, k, index = trigger.wording.parts["to"], trigger.phrase, trigger.clause
    to = of_phrases(stage, beside_noun(stage, k, [p for p in places if p != "dat"]), source)
    told = threat_told_at(stage, trigger.span)
    if not to and told is not None and told.recipient is not None:
        to = together(((told.recipient,),), other_than=source)
    if not to and index >= 0 and "dat" in places:
        to = of_phrases(stage, standing(stage, stage.clauses[index], ("dat",)), source)
    if not to and index >= 0 and stage.clauses[index].lemma in words["uttering"]:
        to = of_phrases(stage, standing(stage, stage.clauses[index], ("p:gegen", "p:an", "dat")), source)
    if not to and held is not None:
        to = harmed(stage, held, source)
    if not to and inner is not None:
        to = struck_by(stage, inner, source)
    named = beside_noun(stage, k, [p for p in places if p.startswith("p:")])
    calling = index >= 0 and stage.clauses[index].lemma in words["calling"] and k != stage.clauses[index].subject
    judging = calling and not named
    if not to and judging and trigger.wording.lemma.lower() in words["dangers"]:
        # Who calls somebody a danger is in danger.
        to = together((stage.actor_of(index),), other_than=source)
    if not to and trigger.wording.parts["source"] == FEARED:
        to = together((owners(stage, k),), other_than=source)
        if not to and index >= 0:
            to = together((stage.actor_of(index),), other_than=source)
    return to


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
        if stage.parties.of_phrase(other) and not _is_anybodys(stage, other):
            return stage.parties.of_full(other)[0]
    return _judged(stage, index, k, words) or next(iter(_uttering(stage, trigger, words)), None)


def _is_anybodys(stage: Stage, k: int) -> bool:
    """As in "durch eine Armee von Fanatikern": no word says whose it is."""
    phrase = stage.phrases[k]
    if stage.tokens[phrase.first].lemma.lower() not in word_lists(stage.language, "threats")["any"]:
        return False
    names = any(stage.tokens[i].tag in ("NE", "FM") for i in range(phrase.first, phrase.last))
    return not names and stage.parties.bodies.before_noun(phrase) is None


def _is_cleft_off(stage: Stage, clause: Clause) -> bool:
    """As in "Es sind nicht die Nachbarn, die eine Bedrohung darstellen"."""
    if clause.kind is not ClauseKind.REL or clause.parent is None:
        return False
    around = stage.clauses[clause.parent]
    being = word_lists(stage.language, "threats")["being"]
    return around.lemma in being and is_negated(stage, around)


def _uttering(stage: Stage, trigger: NounTrigger, words: dict[str, frozenset[str]]) -> Sequence[Party]:
    """As in "hat Drohungen ausgesprochen": who acts in a clause whose verb only carries the noun."""
    index = trigger.clause
    if index < 0 or stage.clauses[index].lemma not in words["uttering"]:
        return ()
    return stage.actor_of(index) if trigger.phrase in standing(stage, stage.clauses[index], ("akk",)) else ()


def _judged(stage: Stage, index: int, k: int, words: dict[str, frozenset[str]]) -> Party | None:
    """As in "betrachtet die türkischen Attacken als Bedrohung": the side whose act is so called."""
    if index < 0 or _is_attribute(stage, k):
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


def _is_attribute(stage: Stage, k: int) -> bool:
    """As in "wurde Opfer einer Bedrohung": a genitive right behind a noun."""
    phrase = stage.phrases[k]
    before = stage.analysis.phrase_of[phrase.first - 1] if phrase.first > 0 else -1
    return before >= 0 and phrase.preposition is None and not phrase.agreement & NOMINATIVE
