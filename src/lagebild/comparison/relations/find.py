"""Relations of a claim: what its tellings say to each other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.comparison.origins.publication import Publications
from lagebild.comparison.origins.sides import Side, in_order
from lagebild.comparison.relations.figures import figures_compared
from lagebild.comparison.relations.places import places_compared
from lagebild.comparison.relations.stances import confirmations, corrections, denials, turns
from lagebild.comparison.relations.times import times_compared
from lagebild.comparison.relations.voices import Said, voices_of
from lagebild.language.load import Language
from lagebild.model.claim import Claim, Relation, RelationKind


def with_relations(claim: Claim, publications: Publications, language: Language) -> Claim:
    """The claim with how its voices stand to each other, by the order in which the later of each two came out.

    The same for every order of tellings. Nobody is held against each one who repeats a thing, only against the first.
    """
    said = voices_of(claim, publications, language)
    ordered = in_order(claim.tellings, publications)
    places = {telling.ref: number for number, telling in enumerate(ordered)}
    found = [
        *denials(said), *confirmations(said), *turns(said), *corrections(ordered, publications, language),
        *figures_compared(said, language), *times_compared(said), *places_compared(said),
    ]  # fmt: skip
    found.extend(_the_same(said, found))
    kinds = list(RelationKind)
    found.sort(key=lambda item: (places[item.one], places[item.other], kinds.index(item.kind), item.about or ""))
    return replace(claim, relations=tuple(dict.fromkeys(found)))


def _the_same(said: Sequence[Said], found: Sequence[Relation]) -> Iterator[Relation]:
    """Who says the same as the first, and about whom nothing else is told."""
    told = {relation.one for relation in found}
    first = next((voice for voice in said if voice.side is Side.FOR), None)
    if first is None:
        return
    related = {voice.voice for voice in said if voice.telling.ref in told} | {first.voice}
    for voice in said:
        if voice.side is Side.FOR and voice.voice not in related:
            related.add(voice.voice)
            reason = f"{voice.name} says what {first.name} says"
            yield Relation(RelationKind.SAME, voice.telling.ref, first.telling.ref, None, reason)
