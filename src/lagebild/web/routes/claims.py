"""Claims across reports: the list, a page for each, and what a record is a telling of."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import HTMLResponse, RedirectResponse

from lagebild.errors import UsageError
from lagebild.knowledge.claims import of_documents
from lagebild.model.claim import Claim
from lagebild.store.claims.stale import is_stale
from lagebild.web.filters import day
from lagebild.web.missing import found
from lagebild.web.pairs import Values, page
from lagebild.web.reasons import reason_in
from lagebild.web.remembered import Remembered
from lagebild.web.tokens import number, number_token
from lagebild.web.views.claims import HEIGHT, WIDTH, in_short, is_open, whole, with_record
from lagebild.web.visit import Visit, Visiting

router = APIRouter()
_PAGE = 40
_NEWEST = 6
_MANY = 1_000_000_000
"""More documents than a base has; the numbers that a base can be asked for have an end."""
_LOOKED_THROUGH = 200
"""So many claims are looked through for the newest and for contradictions, those told most often first."""
_FEW = 300
"""So few documents are compared while somebody looks at the overview; more wait until claims are asked for."""
_LATELY = timedelta(days=30)
"""Before the newest report."""


@page(router, "/claims", "claims.html", part="part/claims.html")
def claims(
    visit: Visiting, q: str = "", since: str = "", until: str = "", only: str = "", least: int = 1, after: str = ""
) -> Values:
    """What reports say, those claims first that are told most often; `only` is "open" for contradicted ones."""
    first, last = day(since), day(until)
    if not are_compared(visit) and not visit.can_wait:
        return {"claims": [], "next": None, "_more": None, "_waiting": visit.address()}
    words = "".join(mark for mark in q if mark != "\0" and not "\ud800" <= mark <= "\udfff")
    skip = number(after) if after else 0
    fitting = compared(visit, words, since=first, until=last, documents=min(max(least, 1), _MANY))
    if only == "open":
        fitting = (claim for claim in fitting if is_open(claim))
    rows = [in_short(claim) for claim in islice(fitting, skip, skip + _PAGE + 1)]
    following = number_token(skip + _PAGE) if len(rows) > _PAGE else None
    return {
        "claims": rows[:_PAGE],
        "next": following,
        "_more": visit.address(after=following) if following else None,
        "_waiting": None,
    }


@router.get("/claims/newest", include_in_schema=False)
def newest(visit: Visiting) -> HTMLResponse:
    """The newest claims of several reports and open contradictions, for the overview."""
    if not are_compared(visit) and visit.base.store.count() > _FEW:
        return visit.page("part/newest.html", {"newest": [], "contradicted": [], "later": True})
    memory: Remembered = visit.request.app.state.remembered
    values = memory.get("newest claims", visit.base.store.state(), lambda: _newest(visit))
    return visit.page("part/newest.html", {**values, "later": False})


@router.get("/claims/of/{document}/{record}", include_in_schema=False)
def of(visit: Visiting, document: str, record: str) -> HTMLResponse:
    """What else tells the same as a record, for its card."""
    told: list[Values] = []
    if are_compared(visit) or visit.can_wait:
        _compare(visit)
        here = with_record(of_documents(visit.base.store, (document,)), f"{document}/{record}")
        told = [whole(visit.base.claim(claim.key)) for claim in here]
    return visit.page("part/elsewhere.html", {"claims": told, "document": document, "record": record})


@page(router, "/claims/{key}", "claim.html")
def claim(visit: Visiting, key: str) -> Values:
    """One claim."""
    _compare(visit)
    with found():
        one = visit.base.claim(key)
    return {**whole(one, lambda words: reason_in(words, visit.tongue)), "_width": WIDTH, "_height": HEIGHT}


@router.post("/claims/merge", include_in_schema=False)
def merge(visit: Visiting, key: Annotated[list[str], Form()]) -> RedirectResponse:
    """Says that claims are one; it goes by the key of the first."""
    if len(key) < 2:
        raise UsageError(str(visit.tongue.words["claims"]["choose_two"]))
    with visit.bases.writing() as base:
        base.merge_claims(key[0], *key[1:], author=visit.author)
    return RedirectResponse(f"/claims/{key[0]}", 303)


@router.post("/claims/{key}/split", include_in_schema=False)
def split(visit: Visiting, key: str, ref: Annotated[list[str], Form()]) -> RedirectResponse:
    """Says that what is told in these places is another matter."""
    with visit.bases.writing() as base:
        base.split_claim(key, *ref, author=visit.author)
    return RedirectResponse(f"/claims/{key}", 303)


def are_compared(visit: Visit) -> bool:
    """Whether all reports have been compared, so that claims can be told at once."""
    return not is_stale(visit.base.store.connection)


def compared(
    visit: Visit, words: str = "", *, since: date | None = None, until: date | None = None, documents: int = 1
) -> Iterator[Claim]:
    """The claims, after what new reports tell has been compared."""
    _compare(visit)
    return visit.base.claims(words, since=since, until=until, documents=documents)


def _compare(visit: Visit) -> None:
    """Compares what is new and keeps it, where the base can be written; else each answer compares for itself."""
    if visit.bases.writable and not are_compared(visit):
        with visit.bases.comparing() as base:
            base.compare_claims()


def _newest(visit: Visit) -> Values:
    days = [when for when, _ in visit.base.overview().days]
    lately = date.fromisoformat(days[-1]) - _LATELY if days else None
    new = [in_short(one) for one in islice(compared(visit, since=lately, documents=2), _LOOKED_THROUGH)]
    new.sort(key=lambda one: (one["last_day"] or "", one["documents"], one["key"]), reverse=True)
    every = islice(compared(visit, documents=2), _LOOKED_THROUGH)
    contradicted = [in_short(one) for one in islice(filter(is_open, every), _NEWEST)]
    return {"newest": new[:_NEWEST], "contradicted": contradicted}
