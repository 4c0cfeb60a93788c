"""Watches: the questions that the base keeps, what is new for each, and a feed of it."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse, Response

from lagebild.knowledge.watches import IN_FEED
from lagebild.watching import Watch
from lagebild.web.comparing import FEW
from lagebild.web.missing import MissingError
from lagebild.web.pairs import Values, page
from lagebild.web.reasons import reason_in
from lagebild.web.views.watches import in_short, told
from lagebild.web.visit import Visit, Visiting

router = APIRouter()
Word = Annotated[str, Form()]
_SHOWN = 200


@page(router, "/watches", "watches.html")
def watches(visit: Visiting) -> Values:
    """All watches, and a form for another."""
    return {"watches": [in_short(one) for one in visit.base.watches()], "_looking": visit.comparing.running}


@router.get("/watches/{name:path}/feed.xml", include_in_schema=False)
def feed(visit: Visiting, name: str) -> Response:
    """The newest news for a feed reader."""
    from lagebild.watching.feed import feed as written

    news = visit.base.news(name)[:IN_FEED] if _known(visit, name) else []
    return Response(written(_known(visit, name), news), media_type="application/atom+xml")


@page(router, "/watches/{name:path}", "watch.html")
def watch(visit: Visiting, name: str) -> Values:
    """What is new for one of them, the newest first."""
    known = _known(visit, name)
    unread = {item.key for _, item in visit.base.news(name, unread=True)}
    news = [told(found, item, unread=item.key in unread) for found, item in visit.base.news(name)[:_SHOWN]]
    for one in news:
        one["sentence"] = reason_in(one["sentence"], visit.tongue)
    return {**in_short(known), "found": news, "_looking": visit.comparing.running}


@router.post("/watches", include_in_schema=False)
def add(visit: Visiting, name: Word = "", words: Word = "") -> RedirectResponse:
    """Keeps a question; what is in the base by now is no news for it."""
    asked = " ".join(words.split())
    with visit.bases.writing() as base:
        base.watch(" ".join(name.split())[:80] or asked[:80], asked)
    return RedirectResponse("/watches", 303)


@router.post("/watches/look", include_in_schema=False)
def look(visit: Visiting) -> RedirectResponse:
    """Looks for news now."""
    if visit.base.store.count() > FEW:
        visit.comparing.begin()
    else:
        with visit.bases.comparing() as base:
            base.look_for_news()
    return RedirectResponse("/watches", 303)


@router.post("/watches/{name:path}/read", include_in_schema=False)
def read(visit: Visiting, name: str) -> RedirectResponse:
    """Says that its news were read."""
    _known(visit, name)
    with visit.bases.writing() as base:
        base.read_news(name)
    return RedirectResponse("/watches", 303)


@router.post("/watches/{name:path}/remove", include_in_schema=False)
def remove(visit: Visiting, name: str) -> RedirectResponse:
    """Forgets it with its news."""
    _known(visit, name)
    with visit.bases.writing() as base:
        base.unwatch(name)
    return RedirectResponse("/watches", 303)


def _known(visit: Visit, name: str) -> Watch:
    """The watch of that name. Raises MissingError where there is none."""
    for one in visit.base.watches():
        if one.name == name:
            return one
    raise MissingError(str(visit.tongue.words["watches"]["missing"]).format(name[:80]))
