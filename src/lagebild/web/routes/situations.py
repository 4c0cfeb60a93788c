"""The situation of a matter: the briefing, live, with its pictures and the words that it stands on."""

from dataclasses import asdict
from datetime import date
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import Response

from lagebild.report.briefing import briefing_of
from lagebild.report.briefing.drawing import pictures_css
from lagebild.report.briefing.wording import labels
from lagebild.situation import situation_on_wire
from lagebild.store.identities import Asked
from lagebild.web.filters import Many, day
from lagebild.web.pairs import Values, page
from lagebild.web.remembered import Remembered
from lagebild.web.visit import Visit, Visiting

router = APIRouter()
_FEW = 300
"""Of so few documents a situation is told at once; of more the page comes first and the situation after it."""
_SHOWN = 10
_DARK = "@media (prefers-color-scheme: dark)"


@page(router, "/situation", "situation.html", part="part/situation.html")
def situation(
    visit: Visiting, entity: Many, q: str = "", since: str = "", until: str = "", as_of: str = "", all: bool = False
) -> Values:
    """Everything that reports say about some words or actors, as a briefing."""
    entities = tuple(one.strip() for one in entity if one.strip())
    words = " ".join("".join(mark for mark in q if not "\ud800" <= mark <= "\udfff").split())
    days = (day(since), day(until), day(as_of))
    asked = bool(words or entities)
    name = ("situation", visit.tongue.code, words, entities, days, all)
    state, memory = visit.base.store.state(), _memory(visit)
    later = asked and not visit.can_wait and not memory.has(name, state) and visit.base.store.count() > _FEW
    told = None
    if asked and not later:
        told = memory.get(name, state, lambda: _told(visit, words, entities, days, every=all))
    return {
        "q": words,
        "entities": list(entities),
        "situation": told["wire"] if told else None,
        "_page": told["page"] if told else None,
        "_words": labels(visit.tongue.code),
        "_waiting": visit.address() if later else None,
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
    visit: Visit, words: str, entities: tuple[str, ...], days: tuple[date | None, ...], *, every: bool
) -> dict[str, Any]:
    since, until, as_of = days
    found = visit.base.situation(words, entities=entities, since=since, until=until, as_of=as_of)
    most = None if every else _SHOWN
    return {
        "wire": situation_on_wire(found),
        "page": asdict(briefing_of(found, language=visit.tongue.code, most=most, drawn=True)),
    }


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


def _memory(visit: Visit) -> Remembered:
    memory: Remembered = visit.request.app.state.remembered
    return memory
