"""Which media a report says it has something from: "wie die New York Times berichtete"."""

from dataclasses import dataclass
from functools import cache

from lagebild.language.load import Language
from lagebild.model.attribution import Attribution
from lagebild.model.entity import EntityKind
from lagebild.model.findings import Findings


@dataclass(frozen=True, slots=True)
class Citation:
    """A medium as a source: its usual name, or the name that the document gives, and the keys of the attributions."""

    medium: str
    attributions: tuple[str, ...]


def citations_of(findings: Findings, language: Language) -> tuple[Citation, ...]:
    """The media that speak in the document, in the order in which they are first heard, without its own publisher.

    A medium is a speaker that is an entity of that kind, or whose name the table media.tsv has.
    """
    names = media_names(language)
    media = {entity.key for entity in findings.entities if entity.kind == EntityKind.MEDIUM}
    publisher = (findings.document.publisher or "").casefold()
    own = names.get(publisher, publisher)
    said: dict[str, list[str]] = {}
    for attribution in sorted(findings.attributions, key=_place):
        name = (attribution.speaker or "").casefold()
        if name and (attribution.entity in media or name in names):
            medium = names.get(name, attribution.speaker or "")
            if own not in (medium, medium.casefold()):
                said.setdefault(medium, []).append(attribution.key)
    return tuple(Citation(medium, tuple(keys)) for medium, keys in said.items())


def _place(attribution: Attribution) -> tuple[int, str]:
    return min((span.start for span in (*attribution.cue, *attribution.content)), default=0), attribution.key


@cache
def media_names(language: Language) -> dict[str, str]:
    """The usual name of each medium by all its names in small letters; channels ("Twitter") report nothing."""
    return {
        name.casefold(): row["name"]
        for row in language.table("media", key=("name",))
        if row["kind"] != "channel"
        for name in (row["name"], *filter(None, row["variants"].split("|")))
    }
