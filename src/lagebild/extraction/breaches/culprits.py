"""Culprits: who is said to have broken a rule and by what act, as the words around the trigger tell."""

from collections.abc import Sequence
from typing import NamedTuple

from lagebild.extraction.breaches.norms import Norms
from lagebild.extraction.events.nouns import noun_sides, row_of
from lagebild.extraction.events.owners import name_inside, owners
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.events.verbal import source_sides
from lagebild.extraction.records.doers import doers, meant
from lagebild.extraction.records.listed import is_listed
from lagebild.extraction.records.triggers import beside_noun, followers, standing
from lagebild.language.words import word_lists
from lagebild.model.analysis import NOMINATIVE, Clause, ClauseKind
from lagebild.model.attribution import Act
from lagebild.model.event import EventType, Party
from lagebild.model.span import Span


class Culprit(NamedTuple):
    """Who did it, each for himself, and by what act."""

    who: tuple[Party, ...]
    act: Span | None


NOBODY = Culprit((), None)
# How many sentences before the word for it an act may be told.
REACH = 3
# What somebody calls a breach of a rule stands in the same sentence or in the one before.
NEXT = 1
# Acts that may break a rule.
DEEDS = frozenset((
    EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE, EventType.REJECT, EventType.THREATEN,
))  # fmt: skip


def culprit_of_clause(stage: Stage, norms: Norms, index: int, clause: Clause, rule: int) -> Culprit:
    """The subject of the clause, or whose act its subject is; the agent of a passive."""
    subject = stage.subject(clause)
    if clause.passive or subject is None:
        return Culprit(_each_other(stage, index) or stage.actor_of(index), None)
    first = min((subject, *clause.objects), key=lambda k: stage.phrases[k].first)
    spoken = stage.tokens[stage.phrases[first].head].text.lower()
    if spoken in norms.words["pointing_back"]:
        return told_before(stage, norms, index)
    if spoken in norms.words["taking_up"]:
        return _around(stage, norms, index)
    if subject == rule:
        return NOBODY
    if is_any_state(stage, subject):
        return NOBODY
    said = stage.sides(clause, subject) or _going_on(stage, index, subject) or _meant_by(stage, norms, index, subject)
    if said:
        return Culprit(said, None)
    return _of_thing(stage, norms, index, subject)


def is_any_state(stage: Stage, k: int) -> bool:
    """As in "Wenn ein Land sich nicht daran hält": no state in particular."""
    phrase = stage.phrases[k]
    opener = stage.tokens[phrase.first]
    bare = phrase.last - phrase.first == 2 and opener.tag == "ART" and opener.lemma == "ein"
    return bare and stage.tokens[phrase.head].lemma.lower() in stage.parties.words["classes_of_states"]


def _meant_by(stage: Stage, norms: Norms, index: int, subject: int) -> tuple[Party, ...]:
    """As in "verklagt Deutschland, weil es die Richtlinie nicht einhält", "das Vorgehen der chinesischen Küstenwache:
    Diese missachte die Grenze": whom a pronoun stands for that was told of no other way."""
    head = stage.tokens[stage.phrases[subject].head]
    parent = stage.clauses[index].parent
    if head.tag == "PPER" and parent is not None:
        around = stage.clauses[parent]
        return _charged(stage, around) if around.lemma in norms.words["accusing"] | norms.words["judging"] else ()
    if head.tag != "PDS" or head.text.lower() not in norms.words["the_last"]:
        return ()
    for other in range(subject - 1, -1, -1):
        if stage.analysis.sentence_of[stage.phrases[other].head] < stage.clauses[index].sentence - 1:
            return ()
        fits = _gender(stage.phrases[other].agreement) & _gender(stage.phrases[subject].agreement)
        if fits and (found := stage.parties.of_full(other) or owners(stage, other)):
            return found
    return ()


def _going_on(stage: Stage, index: int, subject: int) -> tuple[Party, ...]:
    """As in "… und verletzte so nach Auffassung der Richter seine Pflichten": who judges is not who acts."""
    at = stage.phrases[subject].first
    before = stage.analysis.phrase_of[at - 1] if at > 0 else -1
    joined = index > 0 and stage.tokens[stage.clauses[index].first].tag == "KON"
    return stage.actor_of(index - 1) if joined and before >= 0 and stage.is_framing(before) else ()


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


def told_before(stage: Stage, norms: Norms, index: int) -> Culprit:
    """As in "Beides verstieß gegen …": what the main clause before tells."""
    sentence = stage.clauses[index].sentence
    for other in range(index - 1, max(-1, index - 6), -1):
        clause = stage.clauses[other]
        accusing = clause.lemma in norms.words["accusing"] | norms.words["judging"]
        if clause.finite is None or clause.kind is ClauseKind.REL or clause.sentence < sentence - 1:
            continue
        found = stage.actor_of(other) if not accusing else _charged(stage, clause)
        if found:
            return Culprit(found, stage.clause_span(other))
    return NOBODY


def _charged(stage: Stage, clause: Clause) -> tuple[Party, ...]:
    """Whom the clause accuses of something."""
    for place in ("dat", "akk"):
        for k in standing(stage, clause, (place,)):
            if found := stage.sides(clause, k):
                return found
    return ()


def _around(stage: Stage, norms: Norms, index: int) -> Culprit:
    """As in "missbraucht Krankenhäuser, was gegen das Völkerrecht verstößt": what the clause around tells."""
    parent = stage.clauses[index].parent
    found = stage.actor_of(parent) if parent is not None else ()
    return (
        Culprit(found, stage.clause_span(parent)) if parent is not None and found else told_before(stage, norms, index)
    )


def _of_thing(stage: Stage, norms: Norms, index: int, k: int) -> Culprit:
    """Whose act or thing the phrase names; an act of state belongs to the state of which the report speaks."""
    k = _taken_up(stage, meant(stage, index, k))
    if _is_anybody(stage, k):
        return NOBODY
    found = (
        _agent_inside(stage, k) or _doers_of_act(stage, index, k) or _act_before(stage, k) or _named_before(stage, k)
    )
    if not found:
        noun = stage.tokens[stage.phrases[k].head]
        if known := _known(stage, norms, k):
            return Culprit(known, stage.full(k))
        if _is_told_before(stage, norms, k) and (before := told_before(stage, norms, index)).who:
            return before
        if noun.tag != "NN" or not is_listed(noun.lemma, norms.words["acts_of_state"]):
            return Culprit((), stage.full(k))
        if not stage.parties.focus.named:
            return Culprit((), stage.full(k))
        found = (Party(stage.parties.focus.at(stage.phrases[k].first), None),)
        if index >= 0 and found[0].code in {party.code for party in stage.actor_of(index)}:
            found = ()  # who calls it a breach has not done it
    return Culprit(found, stage.full(k))


def _is_anybody(stage: Stage, k: int) -> bool:
    """As in "ein Mann aus Köln": somebody of whom only his home is known."""
    phrase, bodies = stage.phrases[k], stage.parties.bodies
    opener = stage.tokens[phrase.first]
    unknown = opener.tag == "ART" and opener.lemma == "ein"
    return unknown and bodies.is_person_noun(phrase) and not bodies.before_noun(phrase)


def _known(stage: Stage, norms: Norms, k: int) -> tuple[Party, ...]:
    """As in "die Annexion der Krim": everybody knows whose act it was."""
    noun = stage.tokens[stage.phrases[k].head].lemma
    span = stage.full(k)
    first, last = stage.range_of(span)
    beside = {stage.tokens[i].lemma.lower() for i in range(first, last)}
    for row in sorted(norms.words["known_acts"]):
        act, word, code = row.split("=")
        if word in beside and is_listed(noun, frozenset((act,))):
            return (Party(code.upper(), span),)
    return ()


def _is_told_before(stage: Stage, norms: Norms, k: int) -> bool:
    """As in "Der Schritt verletzt das Abkommen": the bare word for an act takes up what the clause before tells."""
    phrase = stage.phrases[k]
    words = [stage.tokens[i].text.lower() for i in range(phrase.first, phrase.head)]
    noun = stage.tokens[phrase.head].lemma
    bare = stage.full(k).end == stage.tokens[phrase.last - 1].end
    known = bare and len(words) == 1 and words[0] in norms.words["known_by"]
    return known and is_listed(noun, norms.words["acts_before"])


def _taken_up(stage: Stage, k: int) -> int:
    """As in "kritisierte den Bau der Siedlungen und nannte ihn einen Verstoß": the thing that a pronoun stands for, the
    last one that fits and is somebody's act; else the phrase itself."""
    if stage.tokens[stage.phrases[k].head].tag != "PPER":
        return k
    sentence = stage.analysis.sentence_of[stage.phrases[k].head]
    for other in range(k - 1, -1, -1):
        phrase = stage.phrases[other]
        if stage.analysis.sentence_of[phrase.head] < sentence - NEXT:
            return k
        if stage.tokens[phrase.head].tag != "NN" or not _gender(phrase.agreement) & _gender(stage.phrases[k].agreement):
            continue
        if _agent_inside(stage, other) or doers(stage, stage.analysis.clause_of[phrase.head], other):
            return other
    return k


def _gender(agreement: int) -> int:
    """The genders and the number of a mask, whatever the case."""
    return (agreement | agreement >> 4 | agreement >> 8 | agreement >> 12) & 0xF


def _agent_inside(stage: Stage, k: int) -> tuple[Party, ...]:
    """As in "die von Israel errichteten Siedlungen"."""
    phrase = stage.phrases[k]
    for i in range(phrase.first, phrase.head - 1):
        body = stage.parties.bodies.at(i + 1) if stage.tokens[i].lemma.lower() in stage.words["agents"] else None
        if body is not None and (code := stage.parties.bodies.code(body)) is not None:
            return (Party(code, stage.tokens[i + 1].span),)
    return ()


def _doers_of_act(stage: Stage, index: int, k: int) -> tuple[Party, ...]:
    """Who does the act that the phrase names, not whom it hits: "der Einmarsch in den Irak"."""
    found = doers(stage, index, k)
    row = row_of(stage, k)
    if is_listed(stage.tokens[stage.phrases[k].head].lemma, word_lists(stage.language, "breaches")["done_to"]):
        undergone = {party.code for o in beside_noun(stage, k, ("gen", "p:von")) for party in stage.parties.of_full(o)}
        undergone |= {party.code for party in name_inside(stage, k)}
        places = {
            code for o in beside_noun(stage, k, ("gen",)) if (code := stage.parties.bodies.place(stage.phrases[o]))
        }
        found = tuple(party for party in found if party.code not in undergone | places)
    if row is None or row.type is not EventType.ASSAULT:
        return found
    hit = {party.code for party in noun_sides(stage, k, row).recipient}
    return tuple(party for party in found if party.code not in hit)


def _named_before(stage: Stage, k: int) -> tuple[Party, ...]:
    """As in "Die USA unterhalten ein Gefangenenlager. Das Lager …": whose the thing is that was named before."""
    noun = stage.tokens[stage.phrases[k].head]
    if noun.tag != "NN":
        return ()
    sentence = stage.analysis.sentence_of[stage.phrases[k].head]
    for other in range(k - 1, -1, -1):
        head = stage.tokens[stage.phrases[other].head]
        if sentence - stage.analysis.sentence_of[stage.phrases[other].head] > REACH:
            return ()
        if head.tag == "NN" and head.lemma.lower().endswith(noun.lemma.lower()) and head.lemma != "":
            outer = stage.analysis.clause_of[stage.phrases[other].head]
            found = doers(stage, outer, other) or (stage.actor_of(outer) if outer >= 0 else ())
            if found:
                return found
    return ()


def _act_before(stage: Stage, k: int) -> tuple[Party, ...]:
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


def culprit_of_act(stage: Stage, norms: Norms, index: int, k: int) -> Culprit:
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


def _told_as_subject(stage: Stage, index: int) -> Culprit:
    """As in "Dass Spanien geschossen hat, war ein Verstoß": the clause before is the subject."""
    clause = stage.clauses[index]
    for other in range(index - 1, -1, -1):
        told = stage.clauses[other]
        if told.sentence != clause.sentence:
            break
        subject = told.kind in (ClauseKind.SUB, ClauseKind.INF) and told.last <= clause.first
        if subject and clause.finite is not None and (found := stage.actor_of(other)):
            return Culprit(found, stage.clause_span(other))
    return NOBODY


def _behind(stage: Stage, index: int) -> Culprit:
    """As in "Es ist ein Bruch des Rechts, wenn Peru Chile angreift": what the clause behind tells."""
    for other in range(index + 1, min(index + 3, len(stage.clauses))):
        if stage.clauses[other].parent == index and (found := stage.actor_of(other)):
            return Culprit(found, stage.clause_span(other))
    return NOBODY


def culprit_of_said(stage: Stage, norms: Norms, index: int, said: int | None) -> Culprit:
    """Of whom or what the clause says that it is so, as phrase `said` or by an adjective: its subject, or the object
    of "bezeichnen als"."""
    if index < 0:
        return NOBODY
    clause = stage.clauses[index]
    pointed = any(_points(stage, norms, k) for k in clause.arguments if k != said and not stage.preposition(k))
    if clause.lemma in norms.words["being"] and pointed:
        return told_before(stage, norms, index)
    if clause.lemma in norms.words["dealing_with"]:
        topic = next((k for k in clause.objects if stage.preposition(k) in norms.words["with_acts"]), None)
        return _of_thing(stage, norms, index, topic) if topic is not None else told_before(stage, norms, index)
    if clause.lemma in norms.words["calling"] and _says(stage, clause, norms.words["in_that"]):
        return told_before(stage, norms, index)
    if clause.lemma in norms.words["being"]:
        subject = _topic(stage, clause, said)
        if subject is None or subject == said:
            return _told_as_subject(stage, index)
        if stage.tokens[stage.phrases[subject].head].text.lower() in norms.words["expletive"]:
            return _behind(stage, index)
        if stage.tokens[stage.phrases[subject].head].text.lower() in norms.words["pointing_back"]:
            return told_before(stage, norms, index)
        return _of_thing(stage, norms, index, subject)
    if clause.lemma in norms.words["calling"]:
        for k in standing(stage, clause, ("akk",)):
            if k == said:
                continue
            word = stage.tokens[stage.phrases[k].head].text.lower()
            if word in norms.words["pointing_back"]:
                return told_before(stage, norms, index)
            if word in norms.words["taking_up"]:
                return _around(stage, norms, index)
            return _of_thing(stage, norms, index, k)
    return NOBODY


def _points(stage: Stage, norms: Norms, k: int) -> bool:
    """As in "Das sind Verbrechen und Verstöße"."""
    return stage.tokens[stage.phrases[k].head].text.lower() in norms.words["pointing_back"]


def _says(stage: Stage, clause: Clause, words: frozenset[str]) -> bool:
    return not words.isdisjoint(stage.clause_words.own(clause).forms)


def culprit_of_noun(stage: Stage, norms: Norms, k: int, index: int) -> Culprit:
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
        return Culprit(_behind_verb(stage, clause), None)
    if _says(stage, clause, norms.words["guilty"]) and not clause.passive and (found := stage.actor_of(index)):
        return Culprit(found, None)  # "hat sich der Verletzung schuldig gemacht"
    is_said = clause.lemma in norms.words["being"] and not stage.preposition(k)  # "ist von Verstößen die Rede"
    if is_said or clause.lemma in norms.words["calling"] | norms.words["dealing_with"]:
        said = culprit_of_said(stage, norms, index, k)
        return said if said.who else Culprit(name_inside(stage, k), said.act)
    if clause.lemma in norms.words["rejecting"] and (found := stage.actor_of(index)):
        return Culprit(found, None)
    if clause.lemma in norms.words["committing"] or stage.subject(clause) == k:
        found = stage.actor_of(index) if clause.lemma in norms.words["committing"] else ()
        return Culprit(found, None) if found else _by_followers(stage, norms, k)
    answered = stage.preposition(k) in norms.words["because_of"]
    near = _aimed_at(stage, norms, index, k) if answered else _by_followers(stage, norms, k)
    suffering = clause.lemma in norms.words["suffering"]
    if not near.who and stage.preposition(k) in norms.words["while_breaking"] and not suffering:
        return Culprit(stage.actor_of(index), None)
    return near


def in_state(stage: Stage, norms: Norms, index: int, norm: str) -> tuple[Party, ...]:
    """As in "in Nordkorea kommt es zu Menschenrechtsverletzungen": rights of people are broken by their state."""
    if index < 0 or not is_listed(norm, norms.words["rights"]):
        return ()
    for k in standing(stage, stage.clauses[index], ("p:in",)):
        found = stage.parties.of_full(k)
        if found and stage.parties.sides.is_state(found[0].code):
            return found[:1]
    return ()


def lately_acting(stage: Stage, norms: Norms, index: int) -> tuple[Party, ...]:
    """As in "Israel griff Ziele im Libanon an. Beirut sprach von einer Verletzung der Waffenruhe": who did last what is
    called so, if it is not who speaks."""
    clause = stage.clauses[index]
    if clause.lemma not in norms.words["calling"] | norms.words["speaking_of"]:
        return ()
    speaking = {party.code for party in stage.actor_of(index)}
    start = stage.tokens[clause.first].start
    told = [e for e in stage.findings.events if e.type in DEEDS and e.actor is not None and e.trigger.start < start]
    told = [e for e in told if _sentence(stage, start) - _sentence(stage, e.trigger.start) <= NEXT]
    last = max(told, key=lambda event: event.trigger, default=None)
    if last is None or last.actor is None or last.actor.code in speaking:
        return ()
    return (last.actor,)


def bound_by(stage: Stage, norms: Norms, norm: str, k: int, places: Sequence[str]) -> tuple[Party, ...]:
    """As in "eine Verletzung der Verpflichtungen Nordkoreas": whose the duty is."""
    if not is_listed(norm, norms.words["own_duties"]):
        return ()
    rule = next((other for other in beside_noun(stage, k, places) if norms.is_rule(other)), None)
    return owners(stage, rule) if rule is not None else ()


def _behind_verb(stage: Stage, clause: Clause) -> tuple[Party, ...]:
    """As in "Aktivisten werfen Eritrea Verstöße vor": the side right behind the verb, whatever case it may be."""
    ends = {clause.finite + 1} if clause.finite is not None else set()
    if clause.subject is not None and stage.phrases[clause.subject].first in ends:
        ends.add(stage.phrases[clause.subject].last)  # "Gestern warf Armenien Aserbaidschan einen Bruch vor"
    for k in clause.objects:
        if stage.phrases[k].first in ends and not stage.preposition(k) and (found := stage.sides(clause, k)):
            return found
    return ()


def charged_in(stage: Stage, norms: Norms, index: int) -> tuple[Party, ...] | None:
    """As in "warf Präsident Holm vor, die Verfassung zu brechen": whom the clause around the infinitive accuses; None
    where it accuses nobody, () where nobody knows him."""
    parent = stage.clauses[index].parent
    if parent is None or stage.clauses[parent].lemma not in norms.words["accusing"]:
        return None
    clause = stage.clauses[parent]
    speaking = {party.code for party in stage.actor_of(parent)}
    for place in ("dat", "akk"):
        for k in standing(stage, clause, (place,)):
            named = (stage.sides(clause, k), owners(stage, k))
            for found in named:
                others = tuple(party for party in found if party.code not in speaking)
                if others:
                    return others
            if stage.parties.bodies.is_person_noun(stage.phrases[k]) and stage.parties.focus.named:
                return (Party(stage.parties.focus.at(stage.phrases[k].first), stage.parties.span_of(stage.phrases[k])),)
    return ()


def accused(stage: Stage, span: Span) -> tuple[Party, ...]:
    """At whom the accusation is aimed that holds the words."""
    keys = {holder.key for holder in stage.holding(span)[:1]}
    for event in stage.findings.events:
        if event.type is EventType.ACCUSE and event.attribution in keys and event.recipient is not None:
            return (event.recipient,)
    return ()


def admitting(stage: Stage, span: Span) -> tuple[Party, ...]:
    """As in "Es seien Gesetze verletzt worden, räumte der Minister ein": who admits what nobody else is said to do."""
    for holder in stage.holding(span)[:1]:
        if holder.act is Act.CONFIRM:
            return source_sides(stage, holder)[:1]
    return ()


def judged_before(stage: Stage, norms: Norms, index: int) -> tuple[Party, ...]:
    """As in "Das Gericht hat Russland verurteilt. Das Verbot verletze das Recht auf Freiheit"."""
    sentence = stage.clauses[index].sentence
    for other in range(index - 1, -1, -1):
        clause = stage.clauses[other]
        if clause.sentence < sentence - NEXT:
            return ()
        if clause.lemma in norms.words["judging"] and clause.sentence < sentence:
            places = ("akk", "dat", "p:gegen", "p:von")
            named = (k for place in places for k in standing(stage, clause, (place,)) if _is_named(stage, k))
            return next((found for k in named if (found := stage.sides(clause, k))), ())
    return ()


def _is_named(stage: Stage, k: int) -> bool:
    """A state or body, and not one of its people: "verurteilte den Deutschen"."""
    return stage.tokens[stage.phrases[k].head].tag in ("NE", "FM")


def _by_followers(stage: Stage, norms: Norms, k: int) -> Culprit:
    """As in "Verstöße der Türkei gegen das Abkommen", "durch Israel"."""
    for other in followers(stage, k):
        if stage.preposition(other) in norms.words["broken_by"] | {""} and not norms.is_rule(other):
            found = stage.parties.of_full(other)
            if not found and (stage.preposition(other) or other in beside_noun(stage, k, ("gen",))):
                found = owners(stage, other)
            if found:
                return Culprit(found, None)
    return NOBODY


def _behind_noun(stage: Stage, clause: Clause) -> tuple[Party, ...]:
    """As in "die Truppen Holms, der wegen Kriegsverbrechen gesucht wird": a genitive before it."""
    before = stage.analysis.phrase_of[clause.first - 2] if clause.kind is ClauseKind.REL and clause.first > 1 else -1
    return name_inside(stage, before) if before >= 0 else ()


def _aimed_at(stage: Stage, norms: Norms, index: int, k: int) -> Culprit:
    """As in "Sanktionen gegen Libyen wegen der Verletzung von Menschenrechten"."""
    before = stage.phrases[k].first
    for other in range(k - 1, max(-1, k - 6), -1):
        if stage.preposition(other) in norms.words["against"] and before - stage.phrases[other].last < 8:
            found = stage.parties.of_full(other) or owners(stage, other)
            if found:
                return Culprit(found, None)
    if index < 0:
        return NOBODY
    clause = stage.clauses[index]
    if clause.passive and clause.subject is not None:
        return Culprit(stage.sides(clause, clause.subject) or _behind_noun(stage, clause), None)
    acting = {party.code for party in stage.actor_of(index)}
    for place in ("dat", "akk", *(f"p:{word}" for word in sorted(norms.words["against"]))):
        for other in stage.standing(clause, place):
            named = stage.sides(clause, other)
            found = tuple(party for party in named if party.code not in acting)
            if found and other != k:
                return Culprit(found, None)
    return NOBODY
