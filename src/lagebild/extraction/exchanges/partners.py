"""Partners: who gives what a clause or a phrase tells, and who stands on the other side."""

from collections.abc import Iterator

from lagebild.extraction.events.owners import owners
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.records.triggers import followers
from lagebild.language.words import word_lists
from lagebild.model.analysis import ClauseKind
from lagebild.model.event import Party

# How many sentences before the tie the other gift may stand.
SENTENCES = 2
# A longer "code" is a description.
LONGEST_NAME = 20
PRIVATE = ("-CVL", "-MED", "-JUD")


def is_side(stage: Stage, party: Party) -> bool:
    """Whether somebody may be a side of a deal: not civilians, media, courts, nor people who only flee."""
    return (
        not party.code.endswith(PRIVATE)
        and party.code.lower() not in word_lists(stage.language, "exchanges")["no_side"]
    )


def giver(stage: Stage, index: int) -> Party | None:
    """Who acts in the clause, if it is a side."""
    found = stage.actor_of(index)
    clause = stage.clauses[index]
    if not found and clause.finite is not None and not clause.passive:
        # As in "zahlt die EU Milliarden": of two phrases the side that stands behind the verb.
        for k in clause.objects:
            phrase = stage.phrases[k]
            if phrase.preposition is None and phrase.first == clause.finite + 1 and (sides := stage.parties.of_full(k)):
                found = sides
                break
    return next((party for party in found if is_side(stage, party)), None)


def before(stage: Stage, index: int) -> Iterator[int]:
    """The clauses before the one with the tie, nearest first, in its sentence and those before it."""
    words = word_lists(stage.language, "exchanges")
    sentence = stage.clauses[index].sentence
    for other in range(index - 1, -1, -1):
        clause = stage.clauses[other]
        if clause.sentence < sentence - SENTENCES:
            return
        if (
            clause.kind not in (ClauseKind.FRAGMENT, ClauseKind.REL)
            and clause.lemma
            and clause.lemma not in words["agreeing"]
        ):
            yield other


def owner_of(stage: Stage, k: int) -> Party | None:
    """Who gives what the phrase names: the actor of the event that it tells, or to whom it belongs."""
    span = stage.full(k)
    for event in stage.told_in(span):
        if event.actor is not None and span.contains(event.trigger) and is_side(stage, event.actor):
            return event.actor
    givers = word_lists(stage.language, "exchanges")["givers_behind"]
    for other in followers(stage, k):
        if stage.preposition(other) in givers:
            found = next((party for party in stage.parties.of_full(other) if is_side(stage, party)), None)
            if found is not None:
                return found
    return next((party for party in owners(stage, k) if is_side(stage, party)), None)


def receiver(stage: Stage, index: int, giving: Party) -> Party | None:
    """To whom the clause gives: the recipient of its event, else another side that it names."""
    clause = stage.clauses[index]
    for event in stage.told_in(stage.clause_span(index)):
        if event.actor is None or event.actor.code != giving.code or event.recipient is None:
            continue
        if is_side(stage, event.recipient):
            return event.recipient
    for k in clause.objects:
        for party in stage.parties.of_full(k):
            if party.code != giving.code and is_side(stage, party):
                return party
    return None


def other_side(stage: Stage, index: int, known: Party) -> Party | None:
    """The side that the sentences around the tie name first beside the known one."""
    sentence = stage.clauses[index].sentence
    for k in range(len(stage.phrases)):
        at = stage.analysis.sentence_of[stage.phrases[k].first]
        if at < sentence - SENTENCES:
            continue
        if at > sentence:
            return None
        for party in stage.parties.of_phrase(k):
            if party.code != known.code and is_side(stage, party) and len(party.code) < LONGEST_NAME:
                return party
    return None
