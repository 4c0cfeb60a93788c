"""Articles, the cards of their records, and what people decide about these."""

from typing import Annotated, Any

from fastapi import APIRouter, Form
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from lagebild.errors import UsageError
from lagebild.model.holding import Holding
from lagebild.report import held
from lagebild.web import deciding
from lagebild.web.missing import MissingError, found, the_findings, the_holding
from lagebild.web.pairs import Values, page
from lagebild.web.views import article
from lagebild.web.views.card import card, decisions
from lagebild.web.views.marks import marks
from lagebild.web.views.titles import called
from lagebild.web.visit import Visit, Visiting

router = APIRouter()


@page(router, "/documents/{key}", "article.html")
def document(visit: Visiting, key: str, layers: str | None = None, open: str | None = None) -> Values:
    """One article with its marks; `open` is the record whose card is shown."""
    holding = the_holding(visit.base, key)
    over = marks(holding.findings)
    on = article.chosen_layers(layers)
    return {
        "facts": article.facts(holding),
        "layers": article.legend(over, on),
        "statements": article.statements(holding),
        "happenings": article.happenings(holding, visit.tongue.labels),
        "copies": _copies(visit, holding),
        "open": open,
        "card": _card(visit, holding, open) if open else None,
        "record": held.wire(holding),
        "_paragraphs": article.text_of(holding.findings, over),
        "_on": on,
    }


@router.get("/documents/{key}/records/{kind}:{name}.json", include_in_schema=False)
def record_twin(visit: Visiting, key: str, kind: str, name: str) -> JSONResponse:
    """The card of a record as values."""
    return JSONResponse(_card(visit, the_holding(visit.base, key), f"{kind}:{name}"))


@router.get("/documents/{key}/records/{kind}:{name}", include_in_schema=False)
def record(visit: Visiting, key: str, kind: str, name: str) -> Response:
    """The card alone where a page asks for it, else the article with the card open."""
    if not visit.is_part:
        return RedirectResponse(f"/documents/{key}?open={kind}:{name}#card", 303)
    return visit.page("part/card.html", {"card": _card(visit, the_holding(visit.base, key), f"{kind}:{name}")})


@router.get("/records/{document}/{name}", include_in_schema=False)
def by_id(visit: Visiting, document: str, name: str) -> RedirectResponse:
    """Leads from the id of a record to its article."""
    with found():
        reference, _ = visit.base.record(f"{document}/{name}")
    return RedirectResponse(f"/documents/{reference.document}?open={reference.kind}:{reference.record}#card", 303)


@router.post("/documents/{key}/records/{kind}:{name}", include_in_schema=False)
def decide(
    visit: Visiting,
    key: str,
    kind: str,
    name: str,
    verdict: Annotated[str, Form()],
    field: Annotated[str, Form()] = "",
    value: Annotated[str, Form()] = "",
    seen: Annotated[str, Form()] = "",
) -> Response:
    """Keeps what a person decides; where somebody else was faster it shows what they decided and keeps nothing."""
    made: deciding.Decided | None = None
    problem: str | None = None
    status = 200
    try:
        wish = deciding.Wish(key, kind, name, verdict, field or None, value, seen)
        made = deciding.decide(visit.bases, wish, author=visit.author)
    except deciding.ConflictError:
        problem, status = str(visit.tongue.words["card"]["conflict"]), 409
    except UsageError as told:
        problem, status = str(told), 422
    if not visit.is_part and problem is None:
        return RedirectResponse(f"/documents/{key}?open={kind}:{name}#card", 303)
    holding = visit.base.document(visit.base.address(key).document)
    shown = made.name if made else name
    values: dict[str, Any] = {"card": _card(visit, holding, f"{kind}:{shown}"), "problem": problem, "wished": value}
    answer: HTMLResponse = visit.page("part/card.html", values, status=status)
    if made:
        answer.headers["HX-Trigger"] = "lagebild:decided"
    return answer


def _card(visit: Visit, holding: Holding, ref: str) -> Values:
    kind, _, name = ref.partition(":")
    findings = holding.findings if kind == "furniture" else the_findings(visit.base, holding.key, kind, name)
    try:
        decided = decisions(holding.judgements, kind, name)
        return card(holding, findings, kind, name, tongue=visit.tongue, decided=decided)
    except LookupError as problem:
        raise MissingError(f"{holding.key}/{name}: there is no such record") from problem


def _copies(visit: Visit, holding: Holding) -> list[Values]:
    """The other documents that are the same report."""
    if holding.origin is None:
        return []
    copies = (
        {"key": member.key, "publisher": member.publisher, "title": member.title}
        for group in visit.base.copies(of=holding.key)
        for member in group.members
        if member.key != holding.key
    )
    return called(visit.base, copies)
