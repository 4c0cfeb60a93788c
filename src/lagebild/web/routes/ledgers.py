"""Ledgers: statements, events, deals and all other kinds of records, and documents, with filters."""

from typing import Any

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from lagebild.store.claims.reading import Named, told_by
from lagebild.store.search.wanted import Wanted
from lagebild.web.comparing import brought_up_to_date, can_be_told
from lagebild.web.filters import FIELDS, Asking, without
from lagebild.web.pairs import Values, page
from lagebild.web.views.ledger import FACETS, KINDS, facets, grouped, ledger
from lagebild.web.visit import Visit, Visiting

router = APIRouter()
GROUPS = {"statements": "speaker", "events": "type", "deployments": "actor", "breaches": "actor", "threats": "actor"}
"""Kinds whose rows can be put together, and by which column."""


def _registered(kind: str) -> None:
    @router.get(f"/{kind}/facets", include_in_schema=False)
    def counted(visit: Visiting, wanted: Asking) -> HTMLResponse:
        return visit.page("part/facets.html", {**_facets(visit, kind, wanted), "_given": _given(visit)})

    @page(router, f"/{kind}", "ledger.html", part="part/rows.html")
    def shown(visit: Visiting, wanted: Asking, group: str = "") -> Values:
        return _ledger(visit, kind, wanted, group)


def _ledger(visit: Visit, kind: str, wanted: Wanted, group: str) -> Values:
    by = GROUPS.get(kind) if group else None
    if kind == "statements" and group == "claim":
        by = "claim"
    values: Values = ledger(visit.base, kind, wanted)
    if by == "claim":
        _with_claims(visit, values["rows"])
    # Words are looked for in each row, which takes long where many are counted: the page does not wait for that.
    later = bool(wanted.words or wanted.about) and not visit.can_wait
    counted: Values = {} if visit.is_part or later else _facets(visit, kind, wanted)
    following = values["next"]
    return {
        **values,
        "rows": [{name: value for name, value in row.items() if name != "_claim"} for row in values["rows"]],
        "facets": counted.get("facets", []),
        "total": counted.get("total"),
        "whole": counted.get("whole"),
        "_kinds": KINDS,
        "_groups": grouped(values["rows"], by) if by else None,
        "_can_group": kind in GROUPS,
        "_grouped": "claim" if by == "claim" else "1" if by else "",
        "_chips": _chips(visit),
        "_given": _given(visit),
        "_facets_later": f"/{kind}/facets?{visit.request.url.query}" if later else None,
        "_names": _names(visit, wanted),
        "_more": visit.address(after=following) if following else None,
        "_filters": [name for name, _ in FACETS[kind]],
    }


def _with_claims(visit: Visit, rows: list[dict[str, Any]]) -> None:
    """Each statement gets the claim that it tells, None where none is known."""
    brought_up_to_date(visit.bases, visit.comparing, visit.base)
    told: dict[tuple[str, str], Named] = {}
    if can_be_told(visit.base):
        named = [(row["document"], row["id"].partition("/")[2]) for row in rows]
        told = told_by(visit.base.store.connection, named)
    for row in rows:
        claim = told.get((row["document"], row["id"].partition("/")[2]))
        row["claim"] = claim.key if claim else None
        row["_claim"] = claim


def _facets(visit: Visit, kind: str, wanted: Wanted) -> Values:
    """The counts, which many pages of one list share."""
    asked = without(wanted, "after")
    counted: Values = visit.memory.get(("facets", kind, asked), visit.state, lambda: facets(visit.base, kind, asked))
    return counted


def _chips(visit: Visit) -> list[dict[str, Any]]:
    """The filters that hold, each with the address without it."""
    given = [(name, value) for name, value in visit.request.query_params.multi_items() if value.strip()]
    names = {*FIELDS, "q", "about", "since", "until", "least"}
    return [
        {
            "name": name,
            "value": value,
            "without": visit.address(**{name: [v for n, v in given if n == name and v != value], "after": None}),
        }
        for name, value in given
        if name in names and not (name == "least" and value == "0")
    ]


def _given(visit: Visit) -> dict[str, list[str]]:
    return {name: visit.request.query_params.getlist(name) for name in FIELDS}


def _names(visit: Visit, wanted: Wanted) -> dict[str, str]:
    """What the entities are called that are asked for by their keys."""
    return {key: one.name for key in (*wanted.by, *wanted.toward) for one in visit.base.store.identities_named(key)}


for _kind in KINDS:
    _registered(_kind)
