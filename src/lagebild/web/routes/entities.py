"""Entities: who is in many reports, each with a page; merging and splitting."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse, Response

from lagebild.errors import UsageError
from lagebild.knowledge import KnowledgeBase
from lagebild.model.entity import EntityKind
from lagebild.store.identities import ORDERS, Asked
from lagebild.web.comparing import FEW, brought_up_to_date
from lagebild.web.deciding import ConflictError, deciding, newest_of
from lagebild.web.filters import Many
from lagebild.web.leading import back_to
from lagebild.web.missing import found
from lagebild.web.pairs import Values, page
from lagebild.web.reasons import reason_in
from lagebild.web.tokens import number, number_token
from lagebild.web.views.actor import actor
from lagebild.web.views.positions import positions
from lagebild.web.visit import Visit, Visiting

router = APIRouter()
Keys = Annotated[list[str], Form()]
Word = Annotated[str, Form()]
Seen = Annotated[str | None, Form()]
"""The newest decision about any entity that the page knew of."""
_PAGE = 60
_SUGGESTED = 30


@page(router, "/entities", "entities.html", part="part/people.html")
def entities(
    visit: Visiting,
    kind: Many = (),
    name: str = "",
    order: str = "documents",
    after: str = "",
    decided: bool = False,
) -> Values:
    """All entities across documents, with filters."""
    if order not in ORDERS:
        raise UsageError(f"{order[:40]!r}: entities are ordered by {', '.join(ORDERS)}")
    skip = number(after) if after else 0
    kinds = tuple(one for one in kind if one in set(EntityKind))
    asked = Asked(kinds=kinds, name=name.replace("\0", "") or None, order=order, decided=decided)
    rows = [one._asdict() for one in visit.base.store.identities(asked, limit=_PAGE + 1, skip=skip)]
    following = number_token(skip + _PAGE) if len(rows) > _PAGE else None
    return {
        "rows": rows[:_PAGE],
        "next": following,
        "_kinds": [one.value for one in EntityKind],
        "_orders": list(ORDERS),
        "_asked": asdict(asked),
        "_seen": newest_of(visit.base, "entity"),
        "_more": visit.address(after=following) if following else None,
    }


@page(router, "/entities/suggestions", "pairs.html")
def pairs(visit: Visiting) -> Values:
    """Pairs of entities that may be one, with why."""
    told = visit.base.store.identity_suggestions()
    return {
        "total": len(told),
        "_seen": newest_of(visit.base, "entity"),
        "pairs": [
            {"one": one._asdict(), "other": other._asdict(), "score": score, "reason": reason_in(reason, visit.tongue)}
            for one, other, score, reason in told[:_SUGGESTED]
        ],
    }


@page(router, "/entities/{key}/positions", "positions.html", part="part/positions.html")
def over_time(visit: Visiting, key: str) -> Values:
    """What one of them said over time, and where that changed."""
    with found():
        known = visit.base.entity_page(key)
    brought_up_to_date(visit.bases, visit.comparing, visit.base)
    told = _positions(visit, next(iter(known["codes"]), None) or known["known"] or known["name"])
    return {
        "key": known["key"],
        "name": known["name"],
        "positions": [
            {**one, "statements": [{**each, "reason": _in(visit, each["reason"])} for each in one["statements"]]}
            for one in told or []
        ],
        "_waiting": visit.address() if told is None else None,
    }


def _in(visit: Visit, reason: str | None) -> str | None:
    return reason_in(reason, visit.tongue) if reason else None


def _positions(visit: Visit, name: str) -> Any:
    """The positions of whoever is called so, None where a large base takes its time."""
    if visit.base.store.count() <= FEW:
        return visit.memory.get(("positions", name), visit.state, lambda: positions(visit.base, name))
    telling = visit.telling
    if visit.is_for_programs:
        return telling.ask("positions", name)
    told = visit.memory.lately(("positions", name), visit.state, lambda: telling.ask("positions", name))
    return told.value if told else None


@page(router, "/entities/{key}", "actor.html")
def entity(visit: Visiting, key: str) -> Values:
    """All that is known of one of them, and what they said, did and suffered."""
    told: Values = visit.memory.get(("entity", key, visit.tongue.code), visit.state, lambda: _known(visit, key))
    return {**told, "_seen": newest_of(visit.base, "entity")}


def _known(visit: Visit, key: str) -> Values:
    with found():
        known = visit.base.entity_page(key)
    for join in (*known["joins"], *known["suggestions"]):
        join["reason"] = reason_in(join["reason"], visit.tongue)
    return actor(visit.base, known)


@router.post("/entities/merge", include_in_schema=False)
def merge(visit: Visiting, key: Keys, back: Word = "", seen: Seen = None) -> Response:
    """Says that entities are one; the first gives the name."""
    if len(key) < 2:
        raise UsageError(str(visit.tongue.words["entities"]["choose_two"]))
    with _deciding(visit, key, seen) as base:
        base.merge_entities(key[0], *key[1:], author=visit.author)
    return back_to(back, f"/entities/{key[0]}")


@router.post("/entities/apart", include_in_schema=False)
def apart(visit: Visiting, one: Word, other: Word, back: Word = "", seen: Seen = None) -> Response:
    """Says that two are not one."""
    with _deciding(visit, (one, other), seen) as base:
        base.keep_entities_apart(one, other, author=visit.author)
    return back_to(back, "/entities/suggestions")


@router.post("/entities/{key}/split", include_in_schema=False)
def split(visit: Visiting, key: str, ref: Keys, seen: Seen = None) -> Response:
    """Says that it is somebody else in these documents."""
    if not ref:
        raise UsageError(str(visit.tongue.words["entities"]["choose_documents"]))
    with _deciding(visit, (key, *ref), seen) as base:
        base.split_entity(key, *ref, author=visit.author)
    return RedirectResponse(f"/entities/{key}", 303)


@router.post("/entities/{key}/rename", include_in_schema=False)
def rename(visit: Visiting, key: str, name: Word, seen: Seen = None) -> Response:
    """Calls it otherwise."""
    with _deciding(visit, (key,), seen) as base:
        base.rename_entity(key, name, author=visit.author)
    return RedirectResponse(f"/entities/{key}", 303)


@contextmanager
def _deciding(visit: Visit, named: Iterable[str], seen: str | None) -> Iterator[KnowledgeBase]:
    """The base to decide in. Raises ConflictError, in the visitor's words, where somebody was faster."""
    try:
        with deciding(visit.bases, "entity", named, seen=seen) as base:
            yield base
    except ConflictError as problem:
        raise ConflictError(str(visit.tongue.words["entities"]["conflict"])) from problem
