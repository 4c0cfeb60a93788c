"""Search: one line for everything, with suggestions while it is typed."""

from fastapi import APIRouter
from starlette.responses import HTMLResponse, JSONResponse

from lagebild.store.identities import Asked, Identity
from lagebild.store.search.wanted import Wanted
from lagebild.web.filters import plain
from lagebild.web.pairs import Values, page
from lagebild.web.views.ledger import ledger
from lagebild.web.visit import Visit, Visiting

router = APIRouter()
_SHOWN = 8
_SUGGESTED = 8


@page(router, "/search", "search.html")
def search(visit: Visiting, q: str = "") -> Values:
    """Who and what fits the words: people and states, documents, statements, events."""
    words = plain(q).strip()
    told: Values = visit.memory.get(("search", words), visit.state, lambda: _found(visit, words))
    return told


def _found(visit: Visit, words: str) -> Values:
    wanted = Wanted(words=words)
    kinds = ("documents", "statements", "events")
    return {
        "q": words,
        "entities": [one._asdict() for one in _people(visit, words)],
        "sections": [ledger(visit.base, kind, wanted, size=_SHOWN) for kind in kinds] if words else [],
    }


@router.get("/search/suggestions.json", include_in_schema=False)
def suggestions(visit: Visiting, q: str = "") -> JSONResponse:
    """Names and words of the base that begin so, the most frequent first."""
    return JSONResponse({"q": q, "suggestions": suggested(visit, q)})


@router.get("/search/suggestions", include_in_schema=False)
def suggestion_list(visit: Visiting, q: str = "") -> HTMLResponse:
    """The same as a list that stands under the line."""
    return visit.page("part/suggestions.html", {"suggestions": suggested(visit, q), "q": q})


def suggested(visit: Visit, q: str) -> list[Values]:
    """People, states and bodies whose name has these letters, with their pages."""
    words = q.strip()
    if len(words) < 2 or any("\ud800" <= mark <= "\udfff" for mark in words):
        return []
    return [
        {"name": one.name, "kind": one.kind, "documents": one.documents, "key": one.key, "office": one.office}
        for one in visit.base.store.identities(Asked(name=words.replace("\0", "")), limit=_SUGGESTED)
    ]


def _people(visit: Visit, words: str) -> list[Identity]:
    if not words or any(mark in words for mark in '"„“'):
        return []
    return list(visit.base.store.identities(Asked(name=words), limit=_SHOWN))
