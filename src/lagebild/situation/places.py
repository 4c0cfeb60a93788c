"""Places: where the matter plays, with their points on the map."""

from collections.abc import Iterable, Sequence

from lagebild.model.claim import Stance, Telling, Voice, VoiceKind
from lagebild.model.naming import place_name
from lagebild.model.place import Place, PlaceKind
from lagebild.model.situation import Site
from lagebild.model.span import Span
from lagebild.situation.context import Context
from lagebild.situation.matters import order
from lagebild.situation.report import Report


def sites(context: Context) -> tuple[Site, ...]:
    """The places that stand in sentences of the matter, those in most documents first; each document tells one once."""
    named: dict[tuple[str, str | None], dict[str, tuple[Place, Telling]]] = {}
    for report, sentence in _sentences(context):
        for place in report.beside.places(sentence):
            if place.kind is not PlaceKind.AREA:
                at_once = named.setdefault((place.name, place.code), {})
                at_once.setdefault(report.key, (place, _telling(report, place)))
    found = [_site(list(places.values())) for places in named.values()]
    return tuple(sorted(found, key=lambda site: (-site.documents, site.name, site.code or "")))


def _sentences(context: Context) -> list[tuple[Report, Span]]:
    found = {
        (fact.report.key, fact.sentence): fact.report
        for kind in sorted(context.facts)
        for fact in context.facts[kind]
        if kind != "attribution"
    }
    return [(found[place], place[1]) for place in sorted(found)]


def _site(told: Sequence[tuple[Place, Telling]]) -> Site:
    best = min((place for place, _ in told), key=lambda place: (place.latitude is None, -place.confidence))
    return Site(
        name=best.name,
        kind=best.kind.value,
        code=best.code,
        latitude=best.latitude,
        longitude=best.longitude,
        precision_km=best.precision_km,
        documents=len(told),
        tellings=_sorted(telling for _, telling in told),
    )


def _sorted(tellings: Iterable[Telling]) -> tuple[Telling, ...]:
    return tuple(sorted(tellings, key=order))


def _telling(report: Report, place: Place) -> Telling:
    return Telling(
        document=report.key,
        kind="place",
        record=place_name(place.span),
        spans=(place.span,),
        words=report.words([place.span]),
        day=report.day,
        voice=Voice(VoiceKind.OUTLET, report.document.publisher),
        stance=Stance.ASSERTS,
        place=place.name,
        country=place.code,
    )
