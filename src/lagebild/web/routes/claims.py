"""Claims across reports: the list, a page for each, and what a record is a telling of."""

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from lagebild.comparison.origins import publications_of, with_origins
from lagebild.comparison.relations import with_relations
from lagebild.knowledge import KnowledgeBase
from lagebild.knowledge.claims import speaks_of
from lagebild.model.claim import Claim
from lagebild.store.claims.shelf import LANGUAGE
from lagebild.store.search.query import parsed
from lagebild.web.filters import day
from lagebild.web.missing import MissingError
from lagebild.web.pairs import Values, page
from lagebild.web.reasons import reason_in
from lagebild.web.remembered import Remembered
from lagebild.web.tokens import number, number_token
from lagebild.web.views.claims import HEIGHT, WIDTH, in_short, is_open, whole, with_record
from lagebild.web.visit import Visit, Visiting

router = APIRouter()
_PAGE = 40
_NEWEST = 6


@page(router, "/claims", "claims.html", part="part/claims.html")
def claims(
    visit: Visiting, q: str = "", since: str = "", until: str = "", only: str = "", least: int = 1, after: str = ""
) -> Values:
    """What reports say, those claims first that are told most often; `only` is "open" for contradicted ones."""
    first, last = day(since), day(until)
    if not are_known(visit) and not visit.can_wait:
        return {"claims": [], "total": None, "next": None, "_more": None, "_waiting": visit.address()}
    query = parsed("".join(mark for mark in q if not "\ud800" <= mark <= "\udfff"))
    fitting = [
        claim
        for claim in known(visit)
        if len({telling.document for telling in claim.tellings}) >= least
        and (only != "open" or is_open(claim))
        and (not query or speaks_of(claim, query))
        and _told_in(claim, first.isoformat() if first else "", last.isoformat() if last else "9999")
    ]
    skip = number(after) if after else 0
    following = number_token(skip + _PAGE) if len(fitting) > skip + _PAGE else None
    return {
        "claims": [in_short(claim) for claim in fitting[skip : skip + _PAGE]],
        "total": len(fitting),
        "next": following,
        "_more": visit.address(after=following) if following else None,
        "_waiting": None,
    }


@router.get("/claims/newest", include_in_schema=False)
def newest(visit: Visiting) -> HTMLResponse:
    """The newest claims of several reports and open contradictions, for the overview."""
    several = [claim for claim in known(visit) if len({telling.document for telling in claim.tellings}) > 1]
    by_day = sorted(several, key=lambda claim: (in_short(claim)["last_day"] or "", len(claim.tellings)), reverse=True)
    values = {
        "newest": [in_short(claim) for claim in by_day[:_NEWEST]],
        "contradicted": [in_short(claim) for claim in several if is_open(claim)][:_NEWEST],
    }
    return visit.page("part/newest.html", values)


@router.get("/claims/of/{document}/{record}", include_in_schema=False)
def of(visit: Visiting, document: str, record: str) -> HTMLResponse:
    """What else tells the same as a record, for its card."""
    found = [whole(claim) for claim in with_record(known(visit), f"{document}/{record}")]
    return visit.page("part/elsewhere.html", {"claims": found, "document": document, "record": record})


@page(router, "/claims/{key}", "claim.html")
def claim(visit: Visiting, key: str) -> Values:
    """One claim."""
    found = [one for one in known(visit) if one.key.startswith(key)]
    if len(found) != 1:
        raise MissingError(str(visit.tongue.words["claims"]["missing"]))
    return {**whole(found[0], lambda words: reason_in(words, visit.tongue)), "_width": WIDTH, "_height": HEIGHT}


def known(visit: Visit) -> tuple[Claim, ...]:
    """All claims of the base as it is now."""
    made: tuple[Claim, ...] = _memory(visit).get("claims", visit.base.store.state(), lambda: _told(visit))
    return made


def _told(visit: Visit) -> tuple[Claim, ...]:
    """The claims, with origins and relations. A base that can be written keeps what is compared for the next time."""
    if not visit.bases.writable:
        return _whole(visit.base)
    with visit.bases.writing() as base:
        return _whole(base)


def _whole(base: KnowledgeBase) -> tuple[Claim, ...]:
    told = tuple(base.claims())
    if any(claim.origins for claim in told):
        return told
    publications = publications_of(base.documents(), LANGUAGE)
    return tuple(with_relations(with_origins(claim, publications, LANGUAGE), publications, LANGUAGE) for claim in told)


def are_known(visit: Visit) -> bool:
    """Whether they can be told at once."""
    return _memory(visit).has("claims", visit.base.store.state())


def _memory(visit: Visit) -> Remembered:
    memory: Remembered = visit.request.app.state.remembered
    return memory


def _told_in(claim: Claim, first: str, last: str) -> bool:
    if not first and last == "9999":
        return True
    return any(telling.day is not None and first <= telling.day <= last for telling in claim.tellings)
