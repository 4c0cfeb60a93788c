"""Verbs that tell events: "greift Stellungen des IS an", "wurde von Russland unterstützt"."""

from collections.abc import Iterator, Sequence

from lagebild.extraction.events.clause_words import Spoken
from lagebild.extraction.events.draft import BY_ANYBODY, Draft
from lagebild.extraction.events.enclosed import is_enclosed
from lagebild.extraction.events.fixed import fixed_words
from lagebild.extraction.events.owners import hit, owners
from lagebild.extraction.events.reality import is_negated, is_unreal
from lagebild.extraction.events.stage import Stage
from lagebild.language.happenings import ITSELF, EventVerb
from lagebild.model.analysis import Clause
from lagebild.model.event import EventType, Party
from lagebild.model.span import Span

NOBODY: tuple[Party | None, ...] = (None,)
# Not to do this toward somebody is to reject him: "erkennt die Regierung nicht an".
CONSENT = frozenset((EventType.SUPPORT, EventType.AGREE))
# Whose forces are moved moves them.
MOVES = frozenset((EventType.MOBILIZE, EventType.RETREAT))


def verb_drafts(stage: Stage) -> Iterator[Draft]:
    """Events told by the verbs of the clauses, in text order."""
    for index, clause in enumerate(stage.clauses):
        for verb in stage.clause_words.spoken(clause):
            if verb.lemma not in stage.lexicon.verbs or is_enclosed(stage, verb.token):
                continue
            row, fixed = matching(stage, clause, verb)
            if row is not None and row.type is not None:
                yield from _told(stage, index, clause, verb, row, fixed)


def matching(stage: Stage, clause: Clause, verb: Spoken) -> tuple[EventVerb | None, tuple[int, ...]]:
    """The first row of the verb whose further words stand in the clause, and these words."""
    for row in stage.lexicon.verbs.get(verb.lemma, ()):
        fixed = fixed_words(stage, clause, row.fixed)
        if fixed is not None:
            return row, fixed
    return None, ()


def _told(
    stage: Stage, index: int, clause: Clause, verb: Spoken, row: EventVerb, fixed: Sequence[int]
) -> Iterator[Draft]:
    assert row.type is not None
    actors: Sequence[Party | None] = _actors(stage, index, clause, row)
    recipients: Sequence[Party | None] = _recipients(stage, clause, row, verb)
    if "both" in row.recipient and len(actors) > 1 and not recipients:
        actors, recipients = actors[:1], actors[1:]
    type_, negated = row.type, is_negated(stage, clause)
    if negated and type_ in CONSENT:
        type_, negated = EventType.REJECT, False
    given = next((k for place in row.object for k in stage.standing(clause, place)), None)
    for actor in actors or NOBODY:
        for recipient in recipients or NOBODY:
            if actor is not None and recipient is not None and actor.code == recipient.code:
                recipient = None
            yield Draft(
                "event-verb", row.lemma, type_, row.mode, row.context, _trigger(stage, verb, fixed), verb.token,
                index, actor, recipient, stage.full(given) if given is not None else None,
                negated=negated, unreal=is_unreal(stage, clause), needs=row.needs,
                mutual="both" in row.recipient, closed=not recipients and _is_closed(stage, clause, row),
            )  # fmt: skip


def _trigger(stage: Stage, verb: Spoken, fixed: Sequence[int]) -> Span:
    """The verb; together with its further words where these are more than the object and stand beside it."""
    core = stage.tokens[verb.token]
    if len(fixed) > 1 and verb.token - fixed[-1] == 1:
        return Span(stage.tokens[fixed[0]].start, core.end)
    return core.span


def _actors(stage: Stage, index: int, clause: Clause, row: EventVerb) -> tuple[Party, ...]:
    if "subj" in row.actor:
        found = stage.actor_of(index)
        if not found and clause.passive and clause.subject is not None and row.type in MOVES:
            return stage.sides(clause, clause.subject) or owners(stage, clause.subject)
        by_state = clause.passive and row.type is EventType.COERCE and row.mode not in BY_ANYBODY
        return found or (_where(stage, clause) if by_state else ())
    for place in row.actor:
        for k in stage.standing(clause, place):
            found = stage.sides(clause, k)
            if found:
                return found
    return ()


def _where(stage: Stage, clause: Clause) -> tuple[Party, ...]:
    """As in "wird in Kuba festgehalten": the state in which it is done, where nobody is named who does it."""
    named = (side for k in stage.standing(clause, "p:in") for side in stage.sides(clause, k))
    return next(((side,) for side in named if stage.parties.sides.is_state(side.code)), ())


def _is_closed(stage: Stage, clause: Clause, row: EventVerb) -> bool:
    """Whether a recipient stands there who is no side: "bekämpft den Lärm", "warnt vor Eis"."""
    for marked in row.recipient:
        place = marked.removesuffix(ITSELF)
        if place == "akk" and clause.passive and clause.subject is not None:
            return True
        if place in ("akk", "dat") or (place.startswith("p:") and place[2:] not in stage.words["locating"]):
            taken = row.object if place == "akk" else ()
            if place not in taken and any(_is_thing(stage, k) for k in stage.standing(clause, place)):
                return True
    return False


def _is_thing(stage: Stage, k: int) -> bool:
    span = stage.parties.span_of(stage.phrases[k])
    return not stage.timexes.overlapping(span)


def _near(stage: Stage, clause: Clause, verb: Spoken, phrases: Sequence[int]) -> list[int]:
    """Of two verbs in one clause each has what stands before it and behind the other."""
    verbs = sorted(other.token for other in stage.clause_words.spoken(clause))
    before = max((token for token in verbs if token < verb.token), default=-1)
    if len(verbs) == 1:
        return list(phrases)
    own = [k for k in phrases if before < stage.phrases[k].first < verb.token]
    return own or [k for k in phrases if stage.phrases[k].first < verb.token]


def _recipients(stage: Stage, clause: Clause, row: EventVerb, verb: Spoken) -> tuple[Party, ...]:
    for marked in row.recipient:
        place = marked.removesuffix(ITSELF)
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
        for k in _near(stage, clause, verb, phrases):
            named = stage.sides(clause, k)
            if not named and place == marked:
                named = hit(stage, k) if row.type is EventType.ASSAULT else owners(stage, k)
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
