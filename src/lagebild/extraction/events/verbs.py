"""Verbs that tell events: "greift Stellungen des IS an", "wurde von Russland unterstützt"."""

from collections.abc import Iterator, Sequence

from lagebild.extraction.events.draft import Draft
from lagebild.extraction.events.stage import Stage
from lagebild.language.happenings import EventVerb
from lagebild.model.analysis import Clause
from lagebild.model.event import Party
from lagebild.model.span import Span

NOBODY: tuple[Party | None, ...] = (None,)


def verb_drafts(stage: Stage) -> Iterator[Draft]:
    """Events told by the verbs of the clauses, in text order."""
    for index, clause in enumerate(stage.clauses):
        if not clause.predicate:
            continue
        for row in stage.lexicon.verbs.get(clause.lemma, ()):
            fixed = _fixed_words(stage, clause, row)
            if fixed is None:
                continue
            if row.type is not None:
                yield from _told(stage, index, clause, row, fixed)
            break


def _fixed_words(stage: Stage, clause: Clause, row: EventVerb) -> tuple[int, ...] | None:
    """The tokens of the row's further words; None where they are not there."""
    if not row.fixed:
        return ()
    own = [i for first, last in clause.parts for i in range(first, last)]
    for choice in row.fixed:
        for k in range(len(own) - len(choice) + 1):
            run = own[k : k + len(choice)]
            if all(w in (stage.tokens[i].text, stage.tokens[i].lemma) for i, w in zip(run, choice, strict=True)):
                return tuple(run)
    return None


def _told(stage: Stage, index: int, clause: Clause, row: EventVerb, fixed: Sequence[int]) -> Iterator[Draft]:
    actors: Sequence[Party | None] = _actors(stage, index, clause, row)
    recipients: Sequence[Party | None] = _recipients(stage, clause, row, actors)
    if "both" in row.recipient and len(actors) > 1 and not recipients:
        actors, recipients = actors[:1], actors[1:]
    if not _enough(row.needs, actors, recipients):
        return
    verbs = [i for i in clause.predicate if not stage.tokens[i].tag.startswith(("VA", "VM", "PTKZU"))]
    core = verbs[0] if verbs else clause.predicate[0]
    trigger = Span(stage.tokens[core].start, stage.tokens[core].end)
    if fixed:
        near = [i for i in fixed if abs(i - core) <= len(fixed)]
        if near:
            trigger = Span(stage.tokens[min(*near, core)].start, stage.tokens[max(*near, core)].end)
    given = next((k for place in row.object for k in stage.standing(clause, place)), None)
    for actor in actors or NOBODY:
        for recipient in recipients or NOBODY:
            if actor is not None and recipient is not None and actor.code == recipient.code and row.needs == "both":
                continue
            yield Draft(
                "event-verb", row.lemma, row.type, row.mode, row.context, trigger, core, index, actor, recipient,
                stage.full(given) if given is not None else None,
                negated=_is_negated(stage, clause), unreal=_is_unreal(stage, clause),
            )  # type: ignore[arg-type]  # fmt: skip


def _actors(stage: Stage, index: int, clause: Clause, row: EventVerb) -> tuple[Party, ...]:
    if "subj" in row.actor:
        return stage.actor_of(index)
    for place in row.actor:
        for k in stage.standing(clause, place):
            found = stage.sides(clause, k)
            if found:
                return found
    return ()


def _recipients(stage: Stage, clause: Clause, row: EventVerb, actors: Sequence[Party | None]) -> tuple[Party, ...]:
    for place in row.recipient:
        if place == "both":
            continue
        if place == "akk" and clause.passive:
            if clause.subject is not None and (found := stage.sides(clause, clause.subject)):
                return found
            continue
        for k in stage.standing(clause, place):
            found = stage.sides(clause, k)
            if not found:
                found = owners(stage, k)
            if found:
                return found
    return ()


def owners(stage: Stage, k: int) -> tuple[Party, ...]:
    """Whose thing a phrase is: "Stellungen des IS", "den Präsidentenpalast in Kabul", "nordkoreanische Raketen"."""
    whole = stage.full(k)
    first, last = stage.range_of(whole)
    for i in range(stage.phrases[k].last, last):
        follower = stage.analysis.phrase_of[i]
        if follower >= 0 and follower != k and (found := stage.parties.of_phrase(follower)):
            return found
    front = stage.parties.front_code(stage.phrases[k])
    return (Party(front, whole, None),) if front else ()


def _enough(needs: str, actors: Sequence[Party | None], recipients: Sequence[Party | None]) -> bool:
    if needs == "actor":
        return bool(actors)
    if needs == "recipient":
        return bool(recipients)
    if needs == "both":
        return bool(actors) and bool(recipients)
    return bool(actors or recipients)


def _is_negated(stage: Stage, clause: Clause) -> bool:
    words = stage.words["negations"]
    return any(
        stage.tokens[i].tag == "PTKNEG" or stage.tokens[i].lemma.lower() in words
        for first, last in clause.parts
        for i in range(first, last)
    )


def _is_unreal(stage: Stage, clause: Clause) -> bool:
    if clause.modal is not None and clause.modal in stage.words["unreal_modals"]:
        return True
    if clause.opener is not None and stage.tokens[clause.opener].text.lower() in stage.words["conditions"]:
        return True
    if clause.finite is None:
        return False
    finite = stage.tokens[clause.finite]
    future = finite.lemma == min(stage.words["future"]) and not clause.passive
    return future and finite.verb is not None and finite.verb.tense == "pres"
