"""Verbs that tell events: "greift Stellungen des IS an", "wurde von Russland unterstützt"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lagebild.extraction.events.draft import Draft
from lagebild.extraction.events.owners import owners
from lagebild.extraction.events.reality import is_negated, is_unreal
from lagebild.extraction.events.stage import Stage
from lagebild.language.happenings import EventVerb
from lagebild.model.analysis import Clause
from lagebild.model.event import Party
from lagebild.model.span import Span

NOBODY: tuple[Party | None, ...] = (None,)
NOT_FULL = ("VA", "VM", "PTKZU")


class Spoken(NamedTuple):
    """One full verb of a clause: its lemma and the token that carries it."""

    lemma: str
    token: int


def verb_drafts(stage: Stage) -> Iterator[Draft]:
    """Events told by the verbs of the clauses, in text order."""
    for index, clause in enumerate(stage.clauses):
        for verb in spoken(stage, clause):
            row, fixed = matching(stage, clause, verb)
            if row is not None and row.type is not None:
                yield from _told(stage, index, clause, verb, row, fixed)


def spoken(stage: Stage, clause: Clause) -> Iterator[Spoken]:
    """The full verbs of a clause: "eingekreist und eingenommen" are two."""
    full = [i for i in clause.predicate if not stage.tokens[i].tag.startswith(NOT_FULL)]
    cores = [i for i in full if stage.tokens[i].tag != "PTKVZ"] or full
    if not cores:
        return
    others = [
        i
        for i in cores[:-1]
        if stage.tokens[i].tag in ("VVPP", "VVINF", "VVIZU") and stage.tokens[i].lemma != clause.lemma
    ]
    yield Spoken(clause.lemma, next((i for i in cores if i not in others), cores[0]))
    for i in others:
        yield Spoken(stage.tokens[i].lemma, i)


def matching(stage: Stage, clause: Clause, verb: Spoken) -> tuple[EventVerb | None, tuple[int, ...]]:
    """The first row of the verb whose further words stand in the clause, and these words."""
    for row in stage.lexicon.verbs.get(verb.lemma, ()):
        fixed = _fixed_words(stage, clause, row)
        if fixed is not None:
            return row, fixed
    return None, ()


def _fixed_words(stage: Stage, clause: Clause, row: EventVerb) -> tuple[int, ...] | None:
    """The tokens of the row's further words; None where they are not there."""
    if not row.fixed:
        return ()
    own = [i for first, last in clause.parts for i in range(first, last)]
    for choice in row.fixed:
        for k in range(len(own) - len(choice) + 1):
            run = own[k : k + len(choice)]
            if all(_is_word(stage, i, word) for i, word in zip(run, choice, strict=True)):
                return tuple(run)
    return None


def _is_word(stage: Stage, i: int, word: str) -> bool:
    token = stage.tokens[i]
    if word.startswith("-"):
        return token.tag == "NN" and (token.lemma.lower().endswith(word[1:]) or token.text.lower().endswith(word[1:]))
    return word in (token.text, token.lemma)


def _told(
    stage: Stage, index: int, clause: Clause, verb: Spoken, row: EventVerb, fixed: Sequence[int]
) -> Iterator[Draft]:
    assert row.type is not None
    actors: Sequence[Party | None] = _actors(stage, index, clause, row)
    recipients: Sequence[Party | None] = _recipients(stage, clause, row)
    if "both" in row.recipient and len(actors) > 1 and not recipients:
        actors, recipients = actors[:1], actors[1:]
    given = next((k for place in row.object for k in stage.standing(clause, place)), None)
    for actor in actors or NOBODY:
        for recipient in recipients or NOBODY:
            if actor is not None and recipient is not None and actor.code == recipient.code:
                recipient = None
            yield Draft(
                "event-verb", row.lemma, row.type, row.mode, row.context, _trigger(stage, verb, fixed), verb.token,
                index, actor, recipient, stage.full(given) if given is not None else None,
                negated=is_negated(stage, clause), unreal=is_unreal(stage, clause), needs=row.needs,
                mutual="both" in row.recipient,
            )  # fmt: skip


def _trigger(stage: Stage, verb: Spoken, fixed: Sequence[int]) -> Span:
    """The verb; together with its further words where these are more than the object and stand beside it."""
    core = stage.tokens[verb.token]
    if len(fixed) > 1 and verb.token - fixed[-1] == 1:
        return Span(stage.tokens[fixed[0]].start, core.end)
    return core.span


def _actors(stage: Stage, index: int, clause: Clause, row: EventVerb) -> tuple[Party, ...]:
    if "subj" in row.actor:
        return stage.actor_of(index)
    for place in row.actor:
        for k in stage.standing(clause, place):
            found = stage.sides(clause, k)
            if found:
                return found
    return ()


def _recipients(stage: Stage, clause: Clause, row: EventVerb) -> tuple[Party, ...]:
    for place in row.recipient:
        if place == "both":
            continue
        if place == "gen":
            owned = _owned(stage, clause, row)
            if owned:
                return owned
        phrases: Sequence[int] = stage.standing(clause, place)
        if place == "akk" and clause.passive:
            phrases = [clause.subject] if clause.subject is not None else []
        found: list[Party] = []
        for k in phrases:
            named = stage.sides(clause, k) or owners(stage, k)
            found += [party for party in named if party.code not in {p.code for p in found}]
            if found and not place.startswith("p:"):
                break
        if found:
            return tuple(found)
    return ()


def _owned(stage: Stage, clause: Clause, row: EventVerb) -> tuple[Party, ...]:
    """As in "schloss das Konsulat Chinas": whose the object is."""
    places = [place for place in row.object if place != "gen"] or ["akk"]
    for place in places:
        phrases: Sequence[int] = stage.standing(clause, place)
        if place == "akk" and clause.passive:
            phrases = [clause.subject] if clause.subject is not None else []
        for k in phrases:
            found = owners(stage, k)
            if found:
                return found
    return ()
