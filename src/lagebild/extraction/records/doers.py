"""Doers: the sides that a phrase names, or whose act it is that the phrase names."""

from lagebild.analysis.relatives import antecedent
from lagebild.extraction.events.owners import owners
from lagebild.extraction.events.stage import Stage
from lagebild.extraction.records.triggers import followers
from lagebild.model.event import Party


def named(stage: Stage, index: int, k: int) -> tuple[Party, ...]:
    """The sides that phrase `k` of the clause names itself."""
    return stage.sides(stage.clauses[index], k) if index >= 0 else stage.parties.of_full(k)


def doers(stage: Stage, index: int, k: int) -> tuple[Party, ...]:
    """The sides that the phrase names; else those who do the act that it tells, or to whom the thing belongs. A
    relative pronoun is what it stands for: of a thing, whose it is, else who has it or makes it."""
    noun = meant(stage, index, k)
    if noun != k:
        outer = stage.analysis.clause_of[stage.phrases[noun].head]
        return doers(stage, outer, noun) or (stage.actor_of(outer) if outer >= 0 else ())
    found = named(stage, index, k) or _through(stage, k)
    if found:
        return found
    span = stage.full(k)
    for event in stage.told_in(span):
        if event.actor is not None:
            return (event.actor,)
    return owners(stage, k)


def meant(stage: Stage, index: int, k: int) -> int:
    """The noun that a relative pronoun stands for, else the phrase itself."""
    if index < 0 or stage.tokens[stage.phrases[k].head].tag != "PRELS":
        return k
    noun = antecedent(stage.analysis, stage.clauses[index], stage.phrases[k])
    return noun if noun is not None else k


def _through(stage: Stage, k: int) -> tuple[Party, ...]:
    """As in "die Besetzung der Insel durch Russland"."""
    for other in followers(stage, k):
        if stage.preposition(other) in stage.words["agents_of_nouns"]:
            return stage.parties.of_full(other)
    return ()
