"""The situation of a matter: the briefing, live, with its pictures and the words that it stands on."""

from typing import Any
from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import Response

from lagebild.report.briefing.drawing import pictures_css
from lagebild.report.briefing.wording import labels
from lagebild.situation.narrowing import Focus
from lagebild.store.identities import Asked
from lagebild.web.comparing import FEW, brought_up_to_date
from lagebild.web.filters import Many, day, plain
from lagebild.web.pairs import Values, page
from lagebild.web.views.situation import Days, briefing, wire
from lagebild.web.visit import Visit, Visiting

router = APIRouter()
_SHOWN = 10
_DARK = "@media (prefers-color-scheme: dark)"


@page(router, "/situation", "situation.html", part="part/situation.html")
def situation(
    visit: Visiting,
    entity: Many = (),
    q: str = "",
    since: str = "",
    until: str = "",
    as_of: str = "",
    all: bool = False,
    actor: Many = (),
    place: Many = (),
    type: Many = (),
) -> Values:
    """Everything that reports say about some words or actors, as a briefing."""
    entities = tuple(one.strip() for one in entity if one.strip())
    words = " ".join(plain(q).split())
    days = (day(since), day(until), day(as_of))
    asked = bool(words or entities)
    focus = Focus(*(tuple(one for one in given if one) for given in (actor, place, type)))
    told, is_old = _told(visit, words, entities, days, focus, None if all else _SHOWN) if asked else (None, False)
    return {
        "q": words,
        "entities": list(entities),
        "situation": told if visit.is_for_programs else None,
        "_page": told,
        "_old": is_old,
        "_focus": _chips(visit, told, focus) if told and not visit.is_for_programs else [],
        "_words": labels(visit.tongue.code),
        "_waiting": visit.address() if asked and told is None else None,
        "_link": _link,
        "_first": _first_named(),
        "_ideas": [one._asdict() for one in _ideas(visit)] if not asked else [],
        "_all": visit.address(all="true"),
        "_every": all,
    }


@router.get("/situation.css", include_in_schema=False)
def colours(theme: str = "auto") -> Response:
    """The colours of the pictures, in the light that the visitor chose."""
    when = {"dark": "@media all", "light": "@media not all"}.get(theme, _DARK)
    return Response(pictures_css().replace(_DARK, when), media_type="text/css")


def _told(
    visit: Visit, words: str, entities: tuple[str, ...], days: Days, focus: Focus, most: int | None
) -> tuple[dict[str, Any] | None, bool]:
    """The situation, None where a large base takes its time; and whether newer reports are still to come into it."""
    brought_up_to_date(visit.bases, visit.comparing, visit.base)
    is_small, telling, memory, state = visit.base.store.count() <= FEW, visit.telling, visit.memory, visit.state
    if visit.is_for_programs:
        for_programs = words, entities, days
        told = wire(visit.base, *for_programs) if is_small else telling.ask("wire", *for_programs)
        return told, False
    asked = words, entities, days, focus, most, visit.tongue.code
    if is_small:
        return memory.get(("briefing", *asked), state, lambda: briefing(visit.base, *asked)), False
    told = memory.lately(("briefing", *asked), state, lambda: telling.ask("briefing", *asked))
    return (told.value, told.state != state) if told else (None, False)


def _chips(visit: Visit, told: dict[str, Any], focus: Focus) -> list[dict[str, str]]:
    """What the situation is narrowed to, each with the address without it."""
    found = []
    for name, given in (("actor", focus.actors), ("place", focus.places), ("type", focus.types)):
        called = dict(told["choices"][name])
        for value in given:
            rest = [one for one in given if one != value]
            found.append({"name": name, "told": called.get(value, value), "without": visit.address(**{name: rest})})
    return found


def _ideas(visit: Visit) -> list[Any]:
    """Who could be asked about."""
    return list(visit.base.store.identities(Asked(kinds=("state", "organisation", "person")), limit=12))


def _link(note: dict[str, Any]) -> str:
    """The report of a footnote, at the words."""
    words = next((text.strip() for text, marked in note["pieces"] if marked and text.strip()), "")
    begin = " ".join(words.split()[:8])
    place = f"#:~:text={quote(begin, safe='')}" if begin else ""
    return f"/documents/{note['document']}{place}"


def _first_named() -> Any:
    named: set[int] = set()

    def first(number: int) -> bool:
        new = number not in named
        named.add(number)
        return new

    return first
