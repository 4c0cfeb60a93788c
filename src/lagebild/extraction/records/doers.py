"""Doers: the sides that a phrase names, or whose act it is that the phrase names."""

from lagebild.extraction.events.owners import owners
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.records.triggers import followers
from lagebild.model.event import Party


def named(stage: Stage, index: int, k: int) -> tuple[Party, ...]:
    """The sides that phrase `k` of the clause names itself."""
    return stage.sides(stage.clauses[index], k) if index >= 0 else stage.parties.of_full(k)


def doers(stage: Stage, index: int, k: int) -> tuple[Party, ...]:
    """The sides that the phrase names; else those who do the act that it tells, or to whom the thing belongs."""
    found = named(stage, index, k) or _through(stage, k)
    if found:
        return found
    span = stage.full(k)
    for event in stage.told_in(span):
        if event.actor is not None:
            return (event.actor,)
    return owners(stage, k)


def _through(stage: Stage, k: int) -> tuple[Party, ...]:
    """As in "die Besetzung der Insel durch Russland"."""
    for other in followers(stage, k):
        if stage.preposition(other) in stage.words["agents_of_nouns"]:
            return stage.parties.of_full(other)
    return ()
