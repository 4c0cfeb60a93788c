"""Doers: the sides that a phrase names, or whose act it is that the phrase names."""

from lagebild.extraction.events.owners import owners
from lagebild.extraction.events.stage import Stage
from lagebild.model.event import Party


def named(stage: Stage, index: int, k: int) -> tuple[Party, ...]:
    """The sides that phrase `k` of the clause names itself."""
    return stage.sides(stage.clauses[index], k) if index >= 0 else stage.parties.of_full(k)


def doers(stage: Stage, index: int, k: int) -> tuple[Party, ...]:
    """The sides that the phrase names; else those to whom it belongs; else who does the event that it tells."""
    found = named(stage, index, k) or owners(stage, k)
    if found:
        return found
    span = stage.full(k)
    for event in stage.findings.events:
        if event.actor is not None and any(span.contains(place) for place in (event.trigger, *event.also)):
            return (event.actor,)
    return ()
