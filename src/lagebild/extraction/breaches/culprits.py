"""Culprits: for each verb, noun and adjective that tells a breach, who is said to have done it and by what act."""

from collections.abc import Iterator
from typing import NamedTuple

from lagebild.extraction.breaches.draft import Draft
from lagebild.extraction.breaches.norms import Norms
from lagebild.extraction.events.nouns import row_of
from lagebild.extraction.events.owners import owners
from lagebild.extraction.events.reality import is_negated, is_negated_noun, is_unreal
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.records.doers import doers, meant
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.records.triggers import beside_noun, followers, noun_triggers, standing, verb_triggers
from lagebild.language.words import word_lists
from lagebild.model.analysis import NOMINATIVE, Clause, ClauseKind
from lagebild.model.event import EventType, Party
from lagebild.model.span import Span


class Culprit(NamedTuple):
    """Who did it, each for himself, and by what act."""

    who: tuple[Party, ...]
    act: Span | None


NOBODY = Culprit((), None)
# How many sentences before the word for it an act may be told.
REACH = 3


def of_verb(stage: Stage, norms: Norms) -> Iterator[Draft]:
    """As in "Moskau verstößt damit gegen UN-Sanktionen"."""
    for trigger in verb_triggers(stage, norms.table):
        clause = stage.clauses[trigger.clause]
        for k in standing(stage, clause, trigger.wording.parts["violates"]):
            if not norms.is_rule(k) and trigger.wording.lemma not in norms.words["always_of_rules"]:
                continue
            culprit = _of_clause(stage, norms, trigger.clause, clause, k)
            if not culprit.who:
                culprit = Culprit(_accused(stage, trigger.span), culprit.act)
            if not norms.is_rule(k) and not culprit.who:
                continue
            without = any(stage.tokens[i].text.lower() in stage.words["negations"] for i in trigger.fixed)
            yield Draft(
                "breach-verb", trigger.span, culprit.who, culprit.act, stage.full(k), norms.name(k),
                not without and is_negated(stage, clause), _is_doubtful(stage, norms, clause),
            )  # fmt: skip
            break


def of_noun(stage: Stage, norms: Norms) -> Iterator[Draft]:
    """As in "wirft Russland die Verletzung des Völkerrechts vor", "ein Verstoß gegen das Abkommen"."""
    for trigger in noun_triggers(stage, norms.table):
        k = trigger.phrase
        phrase = stage.phrases[k]
        places = trigger.wording.parts["violates"]
        if "self" in places:
            violates, norm = trigger.span, stage.tokens[phrase.head].lemma
        else:
            always = trigger.wording.lemma in norms.words["always_of_rules"]
            near = beside_noun(stage, k, places)
            rule = next(
                (
                    other
                    for other in near
                    if norms.is_rule(other) or (always and stage.tokens[stage.phrases[other].head].tag == "NN")
                ),
                None,
            )
            if rule is None:
                continue
            violates, norm = stage.full(rule), norms.name(rule)
        index = trigger.clause
        culprit = _of_noun(stage, norms, k, index)
        if not culprit.who:
            culprit = Culprit(_accused(stage, trigger.span), culprit.act)
        clause = stage.clauses[index] if index >= 0 else None
        said_to_be = clause is not None and clause.lemma in norms.words["being"]
        yield Draft(
            "breach-noun", trigger.span, culprit.who, culprit.act, violates, norm,
            is_negated_noun(stage, phrase)
            or (clause is not None and said_to_be and is_negated(stage, clause))
            or (clause is not None and clause.lemma in norms.words["rejecting"]),
            clause is not None and _is_doubtful(stage, norms, clause),
        )  # fmt: skip


def of_adjective(stage: Stage, norms: Norms) -> Iterator[Draft]:
    """As in "die Annexion ist völkerrechtswidrig", "die rechtswidrige Besetzung der Krim"."""
    for i, token in enumerate(stage.tokens):
        if token.tag not in ("ADJD", "ADJA"):
            continue
        word = token.lemma.lower()
        if word not in norms.table.adjectives:
            word = next((w for w in (token.text.lower()[:-n] for n in (1, 2)) if w in norms.table.adjectives), "")
        if not word:
            continue
        index = stage.analysis.clause_of[i]
        if token.tag == "ADJA" and stage.analysis.phrase_of[i] >= 0:
            culprit = _of_act(stage, norms, index, stage.analysis.phrase_of[i])
        else:
            culprit = _of_said(stage, norms, index, None)
        if culprit.act is None or not culprit.who:
            continue
        clause = stage.clauses[index]
        yield Draft(
            "breach-adjective", token.span, culprit.who, culprit.act, token.span, word,
            token.tag == "ADJD" and is_negated(stage, clause), _is_doubtful(stage, norms, clause),
        )  # fmt: skip


def _of_clause(stage: Stage, norms: Norms, index: int, clause: Clause, rule: int) -> Culprit:
    """The subject of the clause, or whose act its subject is; the agent of a passive."""
    subject = stage.subject(clause)
    if clause.passive or subject is None:
        return Culprit(_each_other(stage, index) or stage.actor_of(index), None)
    if subject == rule:
        return NOBODY
    said = stage.sides(clause, subject)
    if said:
        return Culprit(said, None)
    if stage.tokens[stage.phrases[subject].head].text.lower() in norms.words["pointing_back"]:
        return _before(stage, index)
    return _of_thing(stage, norms, index, subject)


def _each_other(stage: Stage, index: int) -> tuple[Party, ...]:
    """As in "Beide Seiten werfen sich gegenseitig vor": all who say it."""
    for at in (index, stage.clauses[index].parent):
        if at is None:
            continue
        clause = stage.clauses[at]
        words = word_lists(stage.language, "breaches")["mutual"]
        if any(stage.tokens[i].text.lower() in words for first, last in clause.parts for i in range(first, last)):
            return stage.actor_of(at)
    return ()


def _before(stage: Stage, index: int) -> Culprit:
    """As in "Beides verstieß gegen …": what the main clause before tells."""
    sentence = stage.clauses[index].sentence
    for other in range(index - 1, max(-1, index - 6), -1):
        clause = stage.clauses[other]
        if clause.finite is None or clause.kind is ClauseKind.REL or clause.sentence < sentence - 1:
            continue
        found = stage.actor_of(other)
        if found:
            return Culprit(found, stage.clause_span(other))
    return NOBODY


def _of_thing(stage: Stage, norms: Norms, index: int, k: int) -> Culprit:
    """Whose act or thing the phrase names; an act of state belongs to the state of which the report speaks."""
    k = meant(stage, index, k)
    found = doers(stage, index, k) or _told_before(stage, k)
    if not found:
        noun = stage.tokens[stage.phrases[k].head]
        if noun.tag != "NN" or not is_listed(noun.lemma, norms.words["acts_of_state"]):
            return Culprit((), stage.full(k))
        if not stage.parties.focus.named:
            return Culprit((), stage.full(k))
        found = (Party(stage.parties.focus.at(stage.phrases[k].first), None),)
    return Culprit(found, stage.full(k))


def _told_before(stage: Stage, k: int) -> tuple[Party, ...]:
    """As in "Israel griff Syrien an. Der Angriff verstößt …": who did the act of that kind that was told last."""
    row = row_of(stage, k)
    if row is None:
        return ()
    start = stage.parties.span_of(stage.phrases[k]).start
    told = [e for e in stage.findings.events if e.type is row.type and e.actor is not None and e.trigger.start < start]
    last = max(told, key=lambda event: event.trigger, default=None)
    near = last is not None and _sentence(stage, start) - _sentence(stage, last.trigger.start) <= REACH
    return (last.actor,) if last is not None and last.actor is not None and near else ()


def _sentence(stage: Stage, offset: int) -> int:
    return stage.analysis.sentence_of[stage.token_at(offset)]


def _of_act(stage: Stage, norms: Norms, index: int, k: int) -> Culprit:
    """The doer of the political event that phrase `k` names."""
    if row_of(stage, k) is None and not is_listed(
        stage.tokens[stage.phrases[k].head].lemma, norms.words["acts_of_state"]
    ):
        return NOBODY
    return _of_thing(stage, norms, index, k)


def _topic(stage: Stage, clause: Clause, said: int | None) -> int | None:
    """The subject of "ist ein Bruch": of two phrases in the nominative the one that is not what is said of it."""
    subject = stage.subject(clause)
    if subject is None or subject != said:
        return subject
    for k in clause.objects:
        phrase = stage.phrases[k]
        if k != said and stage.preposition(k) == "" and phrase.agreement & NOMINATIVE:
            return k
    return None


def _of_said(stage: Stage, norms: Norms, index: int, said: int | None) -> Culprit:
    """Of whom or what the clause says that it is so, as phrase `said` or by an adjective: its subject, or the object
    of "bezeichnen als"."""
    if index < 0:
        return NOBODY
    clause = stage.clauses[index]
    if clause.lemma in norms.words["being"]:
        subject = _topic(stage, clause, said)
        if subject is None:
            return NOBODY
        if stage.tokens[stage.phrases[subject].head].text.lower() in norms.words["pointing_back"]:
            return _before(stage, index)
        return _of_thing(stage, norms, index, subject)
    if clause.lemma in norms.words["calling"]:
        for k in standing(stage, clause, ("akk",)):
            if stage.tokens[stage.phrases[k].head].text.lower() in norms.words["pointing_back"]:
                return _before(stage, index)
            return _of_thing(stage, norms, index, k)
    return NOBODY


def _of_noun(stage: Stage, norms: Norms, k: int, index: int) -> Culprit:
    """By the noun's own words ("Russlands Verstoß"), else by the verb that it stands beside."""
    code = stage.parties.bodies.before_noun(stage.phrases[k])
    if code is not None:
        return Culprit((Party(code, stage.parties.span_of(stage.phrases[k])),), None)
    if index < 0:
        return NOBODY
    clause = stage.clauses[index]
    if clause.lemma in norms.words["accusing"]:
        if mutual := _each_other(stage, index):
            return Culprit(mutual, None)
        for place in ("dat", "akk"):
            for other in standing(stage, clause, (place,)):
                if other != k and (found := stage.sides(clause, other)):
                    return Culprit(found, None)
        return NOBODY
    if clause.lemma in norms.words["being"] or clause.lemma in norms.words["calling"]:
        return _of_said(stage, norms, index, k)
    if clause.lemma in norms.words["rejecting"] and (found := stage.actor_of(index)):
        return Culprit(found, None)
    if clause.lemma in norms.words["committing"] or stage.subject(clause) == k:
        found = stage.actor_of(index) if clause.lemma in norms.words["committing"] else ()
        return Culprit(found, None) if found else _by_followers(stage, norms, k)
    return _by_followers(stage, norms, k) if stage.preposition(k) != "wegen" else _aimed_at(stage, norms, index, k)


def _accused(stage: Stage, span: Span) -> tuple[Party, ...]:
    """At whom the accusation is aimed that holds the words."""
    keys = {holder.key for holder in stage.holding(span)[:1]}
    for event in stage.findings.events:
        if event.type is EventType.ACCUSE and event.attribution in keys and event.recipient is not None:
            return (event.recipient,)
    return ()


def _by_followers(stage: Stage, norms: Norms, k: int) -> Culprit:
    """As in "Verstöße der Türkei gegen das Abkommen", "durch Israel"."""
    for other in followers(stage, k):
        if stage.preposition(other) in ("durch", "") and not norms.is_rule(other):
            found = stage.parties.of_full(other)
            if not found and stage.preposition(other):
                found = owners(stage, other)
            if found:
                return Culprit(found, None)
    return NOBODY


def _aimed_at(stage: Stage, norms: Norms, index: int, k: int) -> Culprit:
    """As in "Sanktionen gegen Libyen wegen der Verletzung von Menschenrechten"."""
    before = stage.phrases[k].first
    for other in range(k - 1, max(-1, k - 6), -1):
        if stage.preposition(other) in norms.words["against"] and before - stage.phrases[other].last < 8:
            found = stage.parties.of_full(other) or owners(stage, other)
            if found:
                return Culprit(found, None)
    found = stage.actor_of(index)
    return Culprit(found, None) if found and stage.clauses[index].passive else NOBODY


def _is_doubtful(stage: Stage, norms: Norms, clause: Clause) -> bool:
    if any(
        stage.tokens[i].text.lower() in norms.words["doubtful"]
        for first, last in clause.parts
        for i in range(first, last)
    ):
        return True
    hearsay = clause.modal == "sollen" and any(stage.tokens[i].tag == "VVPP" for i in clause.predicate)
    return is_unreal(stage, clause) and not hearsay
