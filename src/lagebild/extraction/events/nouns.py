"""Nouns that tell events: "der Angriff Russlands auf die Ukraine", "US-Sanktionen gegen den Iran"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lagebild.analysis.phrases import full_phrase
from lagebild.analysis.relatives import antecedent
from lagebild.extraction.events.draft import CIVILIAN, COUP, Draft
from lagebild.extraction.events.owners import hit, name_inside, named_before, owners
from lagebild.extraction.events.reality import is_negated_noun, is_unreal, is_unreal_noun
from lagebild.extraction.events.scenes import claimant, people_at
from lagebild.extraction.events.stage import Stage
from lagebild.language.happenings import ITSELF, EventNoun
from lagebild.model.analysis import GENITIVE, NOMINATIVE, ClauseKind, Phrase
from lagebild.model.attribution import Act, Form
from lagebild.model.event import EventType, Party

# What somebody speaks of by these acts he does himself.
OWN_ACTS = frozenset((Act.ANNOUNCE, Act.THREATEN, Act.CONFIRM))
TERROR = "terrorism"
NOBODY: tuple[Party | None, ...] = (None,)
# How many tokens behind the noun its prepositional phrases may stand.
REACH = 14


class NounSides(NamedTuple):
    """Who does what a noun tells, and to whom; `closed` where somebody stands there who is no side."""

    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]
    closed: bool = False


class Follower(NamedTuple):
    """A phrase behind the noun: its preposition, the sides that it names, and whether it names them itself."""

    preposition: str
    sides: tuple[Party, ...]
    itself: bool


def noun_drafts(stage: Stage) -> Iterator[Draft]:
    """Events told by nouns, in text order."""
    by = claimant(stage)
    for k in range(len(stage.phrases)):
        row = row_of(stage, k)
        if row is not None and not _is_dead(stage, k, row):
            yield from _told(stage, k, row, by)


def row_of(stage: Stage, k: int) -> EventNoun | None:
    """The row of the noun at the head of phrase `k`."""
    head = stage.tokens[stage.phrases[k].head]
    if head.tag == "NE":
        row = stage.lexicon.nouns.get(head.text)
        return row if row is not None and row.type is not None else None
    if head.tag != "NN":
        return None
    if head.lemma == head.text:
        return stage.lexicon.noun_or_plural(head.text)
    return stage.lexicon.noun(head.lemma) or stage.lexicon.noun(head.text)


def _is_dead(stage: Stage, k: int, row: EventNoun) -> bool:
    """As in "um Hilfe bitten", "in Angriff nehmen": beside these words the noun tells nothing of its own."""
    index = stage.analysis.clause_of[stage.phrases[k].head]
    if index < 0 or not row.not_with:
        return False
    clause = stage.clauses[index]
    return clause.lemma in row.not_with or stage.preposition(k) in row.not_with


def noun_sides(stage: Stage, k: int, row: EventNoun) -> NounSides:
    """The sides that the noun's own phrase, its followers and the verb that carries it name."""
    phrase = stage.phrases[k]
    sides: dict[str, tuple[Party, ...]] = {"actor": (), "recipient": ()}
    if row.front:
        sides[row.front] = _front(stage, phrase)
    if row.gen:
        owner = _owner(stage, k, phrase)
        if owner:
            sides[row.gen] = owner
    followers = _followers(stage, phrase, attacked=row.type is EventType.ASSAULT)
    for place in row.recipient:
        if place == "both":
            continue
        itself = place.endswith(ITSELF)
        found = _unique([side for p, side, own in followers if p == place[2:].removesuffix(ITSELF) and own >= itself])
        if found:
            sides["recipient"] = found
            break
    if not sides["recipient"]:
        sides["recipient"] = _aimed_at(stage, k)
    through = next((side for p, side, _ in followers if p in stage.words["agents_of_nouns"]), ())
    if through and not sides["actor"]:
        sides["actor"] = through
    if "both" in row.recipient:
        return _together(stage, k, followers, sides)
    received = _received(stage, k) if row.gen == "actor" else None
    if received is not None:
        return received
    actor = sides["actor"] or _from_relative(stage, k)
    if not actor and row.gen != "recipient":
        actor = _from_clause(stage, k)
    attack = row.type is EventType.ASSAULT
    of_nobody_near = row.context == "terrorism" or row.mode == "kill"
    through_it = "by_their_acts" if of_nobody_near or row.gen == "recipient" else "with_their_acts"
    if attack and through_it == "with_their_acts":
        through_it = "with_their_attacks"
    named = bool(actor) or row.mode == COUP or is_owned(stage, phrase) or _is_spoken_of(stage, k)
    if not named and stage.preposition(k) in stage.words[through_it] and not _is_expected(stage, k):
        actor = tuple(side for side in _subject_side(stage, k) if not attack or not side.code.endswith(CIVILIAN))
    aimed_at = {place[2:].removesuffix(ITSELF) for place in row.recipient} - stage.words["locating"]
    closed = not sides["recipient"] and (row.gen == "recipient" or any(p in aimed_at for p, _, _ in followers))
    closed = closed or (not actor and row.type is EventType.PROTEST and is_owned(stage, phrase))
    return NounSides(actor, sides["recipient"], closed)


def _is_expected(stage: Stage, k: int) -> bool:
    """As in "muss mit einem Gegenschlag rechnen": what another would do."""
    index = stage.analysis.clause_of[stage.phrases[k].head]
    return index >= 0 and stage.clauses[index].lemma in stage.words["expecting"]


def _is_spoken_of(stage: Stage, k: int) -> bool:
    """As in "warnte vor einem Angriff": the subject speaks of the act, which is not his own as in "drohte mit"."""
    phrase = stage.phrases[k]
    holder = next(iter(stage.holding(stage.tokens[phrase.head].span)), None)
    if holder is None or not holder.cue or holder.form is not Form.REPORTED or holder.act in OWN_ACTS:
        return False
    cued = stage.analysis.clause_of[stage.token_at(holder.cue[0].start)]
    return cued == stage.analysis.clause_of[phrase.head]


def _told(stage: Stage, k: int, row: EventNoun, by: Party | None) -> Iterator[Draft]:
    assert row.type is not None
    phrase = stage.phrases[k]
    if (
        row.mode == COUP
        and is_owned(stage, phrase)
        and not stage.parties.of_full(stage.analysis.phrase_of[phrase.last])
    ):
        return  # "der Umsturz des Krans"
    head = stage.tokens[phrase.head]
    sides = noun_sides(stage, k, row)
    index = stage.analysis.clause_of[phrase.head]
    if not sides.actor and row.context == TERROR and (people := people_at(stage, k)) is not None:
        yield Draft(
            "event-noun", row.lemma, row.type, row.mode, row.context, head.span, phrase.head, index, by, people,
            needs="recipient", unnamed=True,
        )  # fmt: skip
        return
    actors: Sequence[Party | None] = sides.actor or NOBODY
    recipients: Sequence[Party | None] = sides.recipient or NOBODY
    for actor in actors:
        for recipient in recipients:
            if actor is not None and recipient is not None and actor.code == recipient.code:
                recipient = None
            yield Draft(
                "event-noun", row.lemma, row.type, row.mode, row.context, head.span, phrase.head, index, actor,
                recipient, None, negated=is_negated_noun(stage, phrase),
                unreal=is_unreal_noun(stage, phrase) or _is_to_come(stage, k, index),
                needs=row.needs, mutual="both" in row.recipient, closed=sides.closed,
            )  # fmt: skip


def _is_to_come(stage: Stage, k: int, index: int) -> bool:
    """As in "plante einen Angriff", "will Sanktionen verhängen": carried by a verb that tells of what may be."""
    if index < 0 or k not in stage.clauses[index].objects:
        return False
    clause = stage.clauses[index]
    if stage.preposition(k):
        by = stage.preposition(k) in stage.words["by_their_acts"]
        return by and (clause.lemma in stage.words["expecting"] or is_unreal(stage, clause))
    if clause.lemma in stage.words["planned"]:
        return True
    return clause.lemma in stage.words["carriers"] and is_unreal(stage, clause)


def _unique(groups: Sequence[tuple[Party, ...]]) -> tuple[Party, ...]:
    return tuple({party.code: party for group in groups for party in group}.values())


def _front(stage: Stage, phrase: Phrase) -> tuple[Party, ...]:
    code = stage.parties.bodies.before_noun(phrase)
    return (Party(code, stage.parties.span_of(phrase)),) if code is not None else ()


def _owner(stage: Stage, k: int, phrase: Phrase) -> tuple[Party, ...]:
    """Whom a genitive before or behind the noun, a possessive, or "von" names."""
    for i in range(phrase.first, phrase.head):
        token = stage.tokens[i]
        if token.tag == "PPOSAT":
            party = stage.parties.possessor(i)
            return (party,) if party is not None else ()
        if token.tag in ("NE", "FM"):
            party = stage.parties.named(token.text.removesuffix("s"), token.span)
            if party is not None:
                return (party,)
    before = named_before(stage, k)
    if before:
        return before
    inside = name_inside(stage, k)
    if inside:
        return inside
    last = full_phrase(stage.analysis, k, coordinated=False)[1]
    for i in range(phrase.last, min(max(last, phrase.last + 1), len(stage.tokens))):
        follower = stage.analysis.phrase_of[i]
        if follower < 0 or follower == k or stage.phrases[follower].first != i:
            continue
        preposition = stage.preposition(follower)
        if preposition in stage.words["owner_prepositions"] or (
            not preposition and _is_genitive(stage, phrase, follower)
        ):
            found = stage.parties.of_full(follower)
            if not found and not stage.parties.are_of_several(follower):
                found = owners(stage, follower)
            if found:
                return found
    return ()


def _followers(stage: Stage, phrase: Phrase, *, attacked: bool) -> list[Follower]:
    """The phrases with a preposition behind the noun, up to the next comma or verb."""
    found: list[Follower] = []
    sentence = stage.analysis.sentences[stage.analysis.sentence_of[phrase.head]]
    i = phrase.last
    while i < sentence.last and i < phrase.last + REACH:
        token = stage.tokens[i]
        if token.verb is not None or token.text in (",", ";", ":") or token.tag in ("VVPP", "VVINF", "PTKVZ"):
            break
        follower = stage.analysis.phrase_of[i]
        if follower >= 0 and stage.tokens[i - 1].tag == "KON" and row_of(stage, follower) is not None:
            break  # "des Krieges und der Unruhen in Peru": what follows belongs to the second noun.
        if follower >= 0 and stage.phrases[follower].first == i:
            preposition = stage.preposition(follower)
            if preposition:
                own = stage.parties.of_full(follower)
                named = own or (hit(stage, follower) if attacked else owners(stage, follower))
                found.append(Follower(preposition, named, bool(own)))
            i = stage.phrases[follower].last
            continue
        i += 1
    return found


def _together(stage: Stage, k: int, followers: Sequence[Follower], sides: dict[str, tuple[Party, ...]]) -> NounSides:
    """Who does it with whom: "zwischen A und B", "A mit B", "von A und B", "das Gespräch mit B" of the subject."""
    between = next((side for p, side, _ in followers if p in stage.words["between"]), ())
    if len(between) > 1:
        return NounSides(between[:1], between[1:])
    partner = next((side for p, side, _ in followers if p in stage.words["with"] and side), ())
    actors = sides["actor"] or between
    shared = _sharing(stage, k)
    if partner:
        attached = stage.preposition(k) in stage.words["with_their_acts"]
        return NounSides(actors or (_subject_side(stage, k) if attached else _from_clause(stage, k)), partner)
    if shared:
        return NounSides(shared[:1], shared[1:])
    actors = actors or _from_clause(stage, k)
    if len(actors) > 1:
        return NounSides(actors[:1], actors[1:])
    return NounSides(actors, sides["recipient"])


def _sharing(stage: Stage, k: int) -> tuple[Party, ...]:
    """As in "Peru und Chile festigen ihre Allianz": the several who are the subject and whose act it is."""
    phrase = stage.phrases[k]
    if not any(stage.tokens[i].tag == "PPOSAT" for i in range(phrase.first, phrase.head)):
        return ()
    found = _subject_side(stage, k)
    return found if len(found) > 1 else ()


def _received(stage: Stage, k: int) -> NounSides | None:
    """As in "Rückendeckung erhielt er von den USA": the subject is whom it is done to."""
    index = stage.analysis.clause_of[stage.phrases[k].head]
    if index < 0 or stage.clauses[index].lemma not in stage.words["receiving"]:
        return None
    clause = stage.clauses[index]
    giver = next((side for g in stage.agents(clause) if (side := stage.sides(clause, g))), ())
    subject = stage.subject(clause)
    taker = stage.sides(clause, subject) if subject is not None and subject != k else ()
    return NounSides(giver, taker) if giver and taker else None


def _aimed_at(stage: Stage, k: int) -> tuple[Party, ...]:
    """As in "Ankara war das Ziel von Anschlägen": the subject of whom the noun before says that it was hit."""
    at = stage.phrases[k].preposition
    before = stage.analysis.phrase_of[at - 1] if at is not None and at > 0 else -1
    if before < 0 or stage.tokens[stage.phrases[before].head].lemma not in stage.words["aims"]:
        return ()
    return _subject_side(stage, k)


def _subject_side(stage: Stage, k: int) -> tuple[Party, ...]:
    """Who acts in the clause around the noun."""
    index = stage.analysis.clause_of[stage.phrases[k].head]
    if index < 0 or stage.clauses[index].subject == k:
        return ()
    return _beside(stage, k, index) or stage.actor_of(index)


def _beside(stage: Stage, k: int, index: int) -> tuple[Party, ...]:
    """In a clause of several parts, who stands as a subject in the noun's own part, where the subject does not."""
    clause = stage.clauses[index]
    head = stage.phrases[k].head
    first, last = next(part for part in clause.parts if part[0] <= head < part[1])
    if clause.subject is None or first <= stage.phrases[clause.subject].first < last:
        return ()
    for other in clause.objects:
        phrase = stage.phrases[other]
        if first <= phrase.first < stage.phrases[k].first and phrase.preposition is None:
            found = stage.parties.of_full(other) if phrase.agreement & NOMINATIVE else ()
            if found:
                return found
    return ()


def _from_clause(stage: Stage, k: int) -> tuple[Party, ...]:
    """As in "Die Miliz verübte einen Anschlag": the actor of a verb that only carries the noun."""
    index = stage.analysis.clause_of[stage.phrases[k].head]
    if index < 0:
        return ()
    clause = stage.clauses[index]
    if clause.lemma not in stage.words["carriers"] or clause.subject == k:
        return ()
    return stage.actor_of(index)


def _from_relative(stage: Stage, k: int) -> tuple[Party, ...]:
    """As in "der Anschlag, den der IS verübt hat", "Anschläge, die dem IS zugeschrieben werden"."""
    phrase = stage.phrases[k]
    sentence = stage.analysis.sentences[stage.analysis.sentence_of[phrase.head]]
    for i in range(phrase.last, min(sentence.last, phrase.last + REACH)):
        index = stage.analysis.clause_of[i]
        if index < 0 or stage.clauses[index].kind is not ClauseKind.REL or stage.clauses[index].first != i:
            continue
        clause = stage.clauses[index]
        pronoun = stage.analysis.phrase_of[i]
        if pronoun < 0 or antecedent(stage.analysis, clause, stage.phrases[pronoun]) != k:
            return ()
        if clause.lemma in stage.words["ascribing"]:
            return next((s for o in stage.standing(clause, "dat") if (s := stage.sides(clause, o))), ())
        if clause.lemma in stage.words["carriers"]:
            return stage.actor_of(index)
        return ()
    return ()


def is_owned(stage: Stage, phrase: Phrase) -> bool:
    """As in "zu einer Demonstration der Stärke": a genitive that is no side says whose or of what it is."""
    follower = stage.analysis.phrase_of[phrase.last] if phrase.last < len(stage.tokens) else -1
    return follower >= 0 and stage.phrases[follower].preposition is None and _is_genitive(stage, phrase, follower)


def _is_genitive(stage: Stage, phrase: Phrase, follower: int) -> bool:
    """Whether the next phrase is in the genitive: by its form, or by an article right behind the noun."""
    if stage.phrases[follower].agreement & GENITIVE:
        return True
    first = stage.phrases[follower].first
    return first == phrase.last and stage.tokens[first].text.lower() in stage.words["genitive_articles"]
