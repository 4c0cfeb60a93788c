"""Origins of a claim: the independent sources behind all its tellings."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lagebild.comparison.origins.answering import Key
from lagebild.comparison.origins.interest import Sides, interest_of, sides_in
from lagebild.comparison.origins.publication import Publications
from lagebild.comparison.origins.sides import UNDATED, Side, in_order, side_of
from lagebild.comparison.origins.sources import Source, sources_of
from lagebild.language.load import Language
from lagebild.model.claim import Claim, Origin, Repeat, Stance, Telling


def with_origins(claim: Claim, publications: Publications, language: Language) -> Claim:
    """The claim with its origins, the earliest first; `publications` are those of the whole base.

    Origins are of those who say that it is so; where nobody does, of those who deny it; else of those who leave it
    open.
    """
    told = in_order(claim.tellings, publications)
    sources = sources_of(told, publications, language)
    side = next((side for side in Side if any(side_of(telling) is side for telling in told)), Side.FOR)
    groups: dict[Key, list[Telling]] = {}
    for telling in told:
        if side_of(telling) is side:
            groups.setdefault(sources[telling.ref].key, []).append(telling)
    places = {telling.ref: number for number, telling in enumerate(told)}

    def when(group: Sequence[Telling]) -> tuple[str, bool, int]:
        """Whoever confirms on the same day does so of what others have said before."""
        own = [telling for telling in group if sources[telling.ref].own] or list(group)
        confirms = own[0].stance is Stance.CONFIRMS
        return group[0].day or UNDATED, confirms, places[group[0].ref]

    sides = sides_in(claim.tellings)
    origins = (_origin(group, sources, publications, sides) for group in sorted(groups.values(), key=when))
    return replace(claim, origins=tuple(origins))


def _origin(
    group: Sequence[Telling], sources: Mapping[str, Source], publications: Publications, sides: Sides
) -> Origin:
    own = [telling for telling in group if sources[telling.ref].own] or list(group)
    names = [name for telling in own if (name := sources[telling.ref].name)]
    name = min(names, key=lambda found: (-len(found), found)) if names else None
    first = sources[own[0].ref]
    return Origin(
        name=name,
        identity=next((sources[telling.ref].identity for telling in group if sources[telling.ref].identity), None),
        first=(own[0] if own[0].day == group[0].day else group[0]).ref,
        tellings=tuple(telling.ref for telling in group),
        reason=_reason(first, group, publications),
        interested=interest_of(name, own, sides),
        repeats=tuple(Repeat(telling.ref, sources[telling.ref].of, sources[telling.ref].reason) for telling in group),
    )


def _reason(first: Source, group: Sequence[Telling], publications: Publications) -> str:
    """Why all these are one origin, with how many reports and outlets have it."""
    documents = dict.fromkeys(telling.document for telling in group)
    reports = len(documents)
    outlets = {publications.of(key).outlet or key for key in documents}
    spread = f"{reports} reports" + (f" of {len(outlets)} outlets" if len(outlets) > 1 else "")
    return first.reason if reports == 1 else f"{first.reason}; {spread} go back to it"
