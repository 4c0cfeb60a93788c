"""Claims across reports: the list, a page for each, what may be one, and what a record is a telling of."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Annotated, Any

from fastapi import APIRouter, Form
from starlette.responses import HTMLResponse, RedirectResponse, Response

from lagebild.errors import UsageError
from lagebild.knowledge import KnowledgeBase
from lagebild.knowledge.claims import of_documents
from lagebild.web.bases import as_it_is_now
from lagebild.web.comparing import FEW, are_compared, brought_up_to_date, can_be_told
from lagebild.web.deciding import ConflictError, deciding, newest_of
from lagebild.web.filters import day, plain
from lagebild.web.leading import back_to
from lagebild.web.missing import found
from lagebild.web.pairs import Values, page
from lagebild.web.reasons import reason_in
from lagebild.web.tokens import number, number_token
from lagebild.web.views.claim_lists import PAGE, TOLD, Asked
from lagebild.web.views.claims import HEIGHT, WIDTH, whole, with_record
from lagebild.web.views.near import PAGE as PAIRS
from lagebild.web.views.near import in_language, pair
from lagebild.web.visit import Visit, Visiting

router = APIRouter()
_MANY = 1_000_000_000
"""More documents than a base has; the numbers that a base can be asked for have an end."""

Word = Annotated[str, Form()]
Seen = Annotated[str | None, Form()]
"""The newest decision about any claim that the page knew of."""
_PATIENCE = 8.0
"""Seconds that somebody waits who has decided about claims of a large base."""


@page(router, "/claims", "claims.html", part="part/claims.html")
def claims(
    visit: Visiting, q: str = "", since: str = "", until: str = "", only: str = "", least: int = 1, after: str = ""
) -> Values:
    """What reports say, those claims first that most of them tell; `only` is "open" for contradicted ones."""
    asked = Asked(
        words=plain(q),
        since=day(since),
        until=day(until),
        contradicted=only == "open",
        documents=min(max(least, 1), _MANY),
        skip=number(after) if after else 0,
    )
    told = None
    # People see the page first, and its list when all is compared.
    if visit.can_wait or are_compared(visit.base) or visit.base.store.count() > FEW:
        brought_up_to_date(visit.bases, visit.comparing, visit.base)
        told = _told(visit, "claims", asked)
    more = told is not None and len(told) > PAGE
    following = number_token(asked.skip + PAGE) if more else None
    return {
        "claims": (told or [])[:PAGE],
        "next": following,
        "_more": visit.address(after=following) if following else None,
        "_waiting": visit.address() if told is None else None,
        "_seen": newest_of(visit.base, "claim"),
        "_old": told is not None and not are_compared(visit.base),
    }


@router.get("/claims/newest", include_in_schema=False)
def newest(visit: Visiting) -> HTMLResponse:
    """The newest claims of several reports and open contradictions, for the overview."""
    if not can_be_told(visit.base) and visit.base.store.count() > FEW:
        return visit.page("part/newest.html", {"newest": [], "contradicted": [], "later": True, "_waiting": None})
    brought_up_to_date(visit.bases, visit.comparing, visit.base)
    told = _told(visit, "newest")
    waiting = visit.address() if told is None else None
    return visit.page("part/newest.html", {**(told or {}), "later": False, "_waiting": waiting})


@router.get("/claims/of/{document}/{record}", include_in_schema=False)
def of(visit: Visiting, document: str, record: str) -> HTMLResponse:
    """What else tells the same as a record, for its card."""
    told: list[Values] = []
    brought_up_to_date(visit.bases, visit.comparing, visit.base)
    if can_be_told(visit.base):
        here = with_record(of_documents(visit.base.store, (document,)), f"{document}/{record}")
        told = [whole(visit.base.claim(claim.key)) for claim in here]
    return visit.page("part/elsewhere.html", {"claims": told, "document": document, "record": record})


@page(router, "/claims/near", "near.html", part="part/near.html")
def near(visit: Visiting, q: str = "") -> Values:
    """Pairs of claims that may be one, those first that would bring most reports together."""
    told = None
    # People see the page first, and its pairs when all is compared.
    if visit.can_wait or are_compared(visit.base) or visit.base.store.count() > FEW:
        brought_up_to_date(visit.bases, visit.comparing, visit.base)
        told = _told(visit, "near", plain(q))
    return {
        "pairs": [in_language(one, _reasons(visit)) for one in (told or ())[:PAIRS]],
        "more": len(told or ()) > PAIRS,
        "_waiting": visit.address() if told is None else None,
        "_seen": newest_of(visit.base, "claim"),
        "_back": visit.address(),
    }


@page(router, "/claims/{key}", "claim.html")
def claim(visit: Visiting, key: str) -> Values:
    """One claim."""
    brought_up_to_date(visit.bases, visit.comparing, visit.base)
    told: Values = visit.memory.get(("claim", key, visit.tongue.code), visit.state, lambda: _whole(visit, key))
    seen = newest_of(visit.base, "claim")
    return {**told, "_width": WIDTH, "_height": HEIGHT, "_seen": seen, "_back": f"/claims/{told['key']}#near"}


@router.post("/claims/merge", include_in_schema=False)
def merge(visit: Visiting, key: Annotated[list[str], Form()], back: Word = "", seen: Seen = None) -> Response:
    """Says that claims are one; it goes by the key of the first."""
    if len(key) < 2:
        raise UsageError(str(visit.tongue.words["claims"]["choose_two"]))
    with _deciding(visit, key, seen) as base:
        base.merge_claims(key[0], *key[1:], author=visit.author)
    return back_to(back, f"/claims/{key[0]}")


@router.post("/claims/apart", include_in_schema=False)
def apart(visit: Visiting, one: Word, other: Word, back: Word = "", seen: Seen = None) -> Response:
    """Says that two claims are not one; they are not shown as perhaps the same any more."""
    with _deciding(visit, (one, other), seen) as base:
        base.keep_claims_apart(one, other, author=visit.author)
    return back_to(back, f"/claims/{one}")


@router.post("/claims/{key}/split", include_in_schema=False)
def split(visit: Visiting, key: str, ref: Annotated[list[str], Form()], seen: Seen = None) -> RedirectResponse:
    """Says that what is told in these places is another matter."""
    with _deciding(visit, (key, *ref), seen) as base:
        base.split_claim(key, *ref, author=visit.author)
    return RedirectResponse(f"/claims/{key}", 303)


@contextmanager
def _deciding(visit: Visit, named: Iterable[str], seen: str | None) -> Iterator[KnowledgeBase]:
    """The base to decide in; what was decided is seen on the next page, if it can be put into effect in a few seconds.
    Raises ConflictError, in the visitor's words, where somebody was faster."""
    try:
        with deciding(visit.bases, "claim", named, seen=seen) as base:
            yield base
    except ConflictError as problem:
        raise ConflictError(str(visit.tongue.words["claims"]["conflict"])) from problem
    as_it_is_now(visit.base)
    if visit.base.store.count() > FEW:
        visit.comparing.begin()
        visit.comparing.wait(_PATIENCE)
    else:
        brought_up_to_date(visit.bases, visit.comparing, visit.base)


def _whole(visit: Visit, key: str) -> Values:
    with found():
        one = visit.base.claim(key)

    reason = _reasons(visit)
    return {**whole(one, reason), "near": [pair(item, reason) for item in visit.base.claims_near(one.key)]}


def _reasons(visit: Visit) -> Callable[[str], str]:
    """Puts a reason into the visitor's language."""
    return lambda words: reason_in(words, visit.tongue)


def _told(visit: Visit, what: str, *asked: Any) -> Any:
    """What is told of claims; None where a large base has yet to be compared, or takes its time."""
    if visit.base.store.count() <= FEW or not visit.bases.writable:
        return visit.memory.get((what, *asked), visit.state, lambda: TOLD[what](visit.base, *asked))
    if not can_be_told(visit.base):
        return None
    telling = visit.telling
    if visit.is_for_programs:
        return visit.memory.get((what, *asked), visit.state, lambda: telling.ask(what, *asked))
    told = visit.memory.lately((what, *asked), visit.state, lambda: telling.ask(what, *asked))
    return told.value if told else None
