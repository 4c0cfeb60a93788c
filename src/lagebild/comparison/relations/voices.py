"""Voices of a claim: what each said himself, in the order in which it came out."""

from dataclasses import dataclass

from lagebild.comparison.origins.answering import Key
from lagebild.comparison.origins.publication import Publications
from lagebild.comparison.origins.sides import Side, in_order, side_of
from lagebild.comparison.origins.sources import sources_of
from lagebild.language.load import Language
from lagebild.model.claim import Claim, Telling


@dataclass(frozen=True, slots=True)
class Said:
    """A telling with whose word it is: `voice` makes voices one, `house` those of one source, as a minister and his
    ministry are, `name` is what to call them in a sentence."""

    telling: Telling
    voice: Key
    name: str
    side: Side
    house: Key


def voices_of(claim: Claim, publications: Publications, language: Language) -> list[Said]:
    """The tellings in which somebody speaks for himself, in order.

    An outlet that goes back to somebody else says nothing of its own, so what it has otherwise changes nobody's mind.
    """
    ordered = in_order(claim.tellings, publications)
    sources = sources_of(ordered, publications, language)
    names: dict[Key, str] = {}
    for source in sources.values():
        if source.name and len(source.name) > len(names.get(source.voice, "")):
            names[source.voice] = source.name
    return [
        Said(telling, source.voice, names.get(source.voice, "a source without a name"), side_of(telling), source.key)
        for telling in ordered
        if (source := sources[telling.ref]).own
    ]
