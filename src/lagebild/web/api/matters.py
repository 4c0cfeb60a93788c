"""The programming interface on what reports tell together: claims, situations, figures, watches."""

from dataclasses import asdict
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from lagebild.report.ledgers import account_wire
from lagebild.web.api.problem import ERRORS
from lagebild.web.api.shapes import ClaimsApart, ClaimsMerging, ClaimSplitting, Items, Judged, Row, Rows, Watching
from lagebild.web.api.words import judged
from lagebild.web.bases import as_it_is_now
from lagebild.web.comparing import FEW, brought_up_to_date
from lagebild.web.deciding import deciding
from lagebild.web.filters import Many, day, plain
from lagebild.web.missing import MissingError, found
from lagebild.web.reasons import reason_in
from lagebild.web.tokens import number, number_token
from lagebild.web.views.situation import wire
from lagebild.web.views.watches import in_short, told
from lagebild.web.visit import Visit, Visiting

router = APIRouter(prefix="/api/v1", responses=ERRORS, tags=["v1"])
Size = Annotated[int, Query(ge=1, le=200, description="So many claims at most.")]
Each = Annotated[int, Query(ge=1, le=50, description="So many others of one claim at most.")]
Token = Annotated[str, Query(description="The `next` of the answer before.")]
Key = Annotated[str, Path(examples=["c81c2d01"], description="A key, or the beginning of one.")]
Name = Annotated[str, Path(examples=["kursk"])]
Day = Annotated[str, Query(examples=["2024-12-04"])]


@router.get("/claims")
def claims(
    visit: Visiting,
    q: str = "",
    since: Day = "",
    until: Day = "",
    as_of: Day = "",
    documents: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
    decided: bool = False,
    limit: Size = 40,
    after: Token = "",
) -> Rows:
    """What reports claim, whole, with origins and relations; those claims first that most of them tell."""
    brought_up_to_date(visit.bases, visit.comparing, visit.base)
    skip = number(after) if after else 0
    fitting = visit.base.claims(
        plain(q), since=day(since), until=day(until), as_of=day(as_of), documents=documents, decided=decided
    )
    rows = [asdict(claim) for claim in islice(fitting, skip, skip + limit + 1)]
    return Rows(items=rows[:limit], next=number_token(skip + limit) if len(rows) > limit else None)


@router.get("/claims/near")
def near_pairs(visit: Visiting, q: str = "", each: Each = 3, limit: Size = 40) -> Items:
    """Pairs of claims that may be one, those first that would bring most reports together: of the 200 claims told most
    often, or those of them that speak of the words."""
    brought_up_to_date(visit.bases, visit.comparing, visit.base)
    return Items(items=[asdict(pair) for pair in visit.base.claims_near_pairs(plain(q), most=each, limit=limit)])


@router.get("/claims/{key}")
def claim(visit: Visiting, key: Key) -> Row:
    """One claim, with everybody who tells it."""
    brought_up_to_date(visit.bases, visit.comparing, visit.base)
    with found():
        return asdict(visit.base.claim(plain(key)))


@router.get("/claims/{key}/near")
def near(visit: Visiting, key: Key, each: Each = 5) -> Items:
    """Other claims that may be the same as this one, the likeliest first, for people to merge or to keep apart."""
    brought_up_to_date(visit.bases, visit.comparing, visit.base)
    with found():
        return Items(items=[asdict(item) for item in visit.base.claims_near(plain(key), most=each)])


@router.get("/claims/{key}/why/{other}")
def why(visit: Visiting, key: Key, other: Key) -> Row:
    """How surely two claims are one, and what speaks for it."""
    brought_up_to_date(visit.bases, visit.comparing, visit.base)
    with found():
        score, reason = visit.base.claims_alike(plain(key), plain(other))
    return {"score": score, "reason": reason}


@router.post("/claims/merge")
def merge(visit: Visiting, wish: ClaimsMerging) -> list[Judged]:
    """Says that claims are one."""
    brought_up_to_date(visit.bases, visit.comparing, visit.base)
    keys = [plain(key) for key in wish.claims]
    with deciding(visit.bases, "claim", keys, seen=wish.seen) as base:
        made = judged(base.merge_claims(*keys, author=wish.author or visit.author))
    _decided(visit)
    return made


@router.post("/claims/apart")
def apart(visit: Visiting, wish: ClaimsApart) -> list[Judged]:
    """Says that two claims are not one; they are not told as near any more."""
    brought_up_to_date(visit.bases, visit.comparing, visit.base)
    one, other = (plain(key) for key in wish.claims)
    with deciding(visit.bases, "claim", (one, other), seen=wish.seen) as base:
        made = judged(base.keep_claims_apart(one, other, author=wish.author or visit.author))
    _decided(visit)
    return made


@router.post("/claims/{key}/split")
def split(visit: Visiting, key: Key, wish: ClaimSplitting) -> list[Judged]:
    """Says that what is told in these places is another matter."""
    brought_up_to_date(visit.bases, visit.comparing, visit.base)
    with deciding(visit.bases, "claim", (plain(key), *wish.tellings), seen=wish.seen) as base:
        made = judged(base.split_claim(plain(key), *wish.tellings, author=wish.author or visit.author))
    _decided(visit)
    return made


@router.get("/situation")
def situation(
    visit: Visiting, entity: Many = (), q: str = "", since: Day = "", until: Day = "", as_of: Day = ""
) -> Row:
    """Everything that reports tell of some words or actors (docs/situation.md)."""
    brought_up_to_date(visit.bases, visit.comparing, visit.base)
    asked = plain(q), tuple(map(plain, entity)), (day(since), day(until), day(as_of))
    if visit.base.store.count() <= FEW:
        return wire(visit.base, *asked)
    told: dict[str, Any] = visit.telling.ask("wire", *asked)
    return told


@router.get("/ledger")
def ledger(
    visit: Visiting,
    q: Annotated[str, Query(min_length=1, description="What is counted, whose, or words beside it.")],
    place: Many = (),
    entity: Many = (),
    since: Day = "",
    until: Day = "",
    as_of: Day = "",
) -> Items:
    """All figures that the words mean, by what is counted (docs/ledger.md)."""
    brought_up_to_date(visit.bases, visit.comparing, visit.base)
    accounts = visit.base.ledger(
        plain(q),
        places=tuple(map(plain, place)),
        entities=tuple(map(plain, entity)),
        since=day(since),
        until=day(until),
        as_of=day(as_of),
    )
    return Items(items=[account_wire(account) for account in accounts])


@router.get("/positions")
def over_time(
    visit: Visiting,
    name: Annotated[str, Query(min_length=1, description="Of a person, body or state, or its code.")],
    q: str = "",
    since: Day = "",
    until: Day = "",
    as_of: Day = "",
) -> Items:
    """What somebody said of each matter over time, and where that changed (docs/positions.md)."""
    brought_up_to_date(visit.bases, visit.comparing, visit.base)
    told = visit.base.positions(plain(name), plain(q), since=day(since), until=day(until), as_of=day(as_of))
    return Items(items=[asdict(position) for position in told])


@router.get("/watches")
def watches(visit: Visiting) -> Items:
    """The questions that the base keeps."""
    return Items(items=[in_short(one) for one in visit.base.watches()])


@router.post("/watches", status_code=201)
def watch(visit: Visiting, wish: Watching) -> Row:
    """Keeps a question; what is in the base by now is no news for it."""
    with visit.bases.writing() as base:
        return in_short(base.watch(plain(wish.name).strip(), plain(wish.words)))


@router.post("/watches/look", status_code=202)
def look(visit: Visiting) -> Items:
    """Looks for news; in a large base that goes on after the answer."""
    if visit.base.store.count() > FEW:
        visit.comparing.begin()
    else:
        with visit.bases.comparing() as base:
            base.look_for_news()
        as_it_is_now(visit.base)
    return watches(visit)


@router.get("/watches/{name}/news")
def news(visit: Visiting, name: Name, unread: bool = False) -> Items:
    """What is new for a watch, the newest first."""
    _there(visit, name)
    fresh = {item.key for _, item in visit.base.news(name, unread=True)}
    items = [told(at, item, unread=item.key in fresh) for at, item in visit.base.news(name, unread=unread)]
    return Items(items=[{**one, "sentence": reason_in(one["sentence"], visit.tongue)} for one in items])


@router.post("/watches/{name}/read", status_code=204)
def read(visit: Visiting, name: Name) -> None:
    """Says that its news were read."""
    _there(visit, name)
    with visit.bases.writing() as base:
        base.read_news(name)


@router.delete("/watches/{name}", status_code=204)
def remove(visit: Visiting, name: Name) -> None:
    """Forgets a watch with its news."""
    _there(visit, name)
    with visit.bases.writing() as base:
        base.unwatch(name)


def _there(visit: Visit, name: str) -> None:
    if all(one.name != name for one in visit.base.watches()):
        raise MissingError(f"no watch is called {name[:80]!r}")


def _decided(visit: Visit) -> None:
    """What was decided about claims takes effect."""
    as_it_is_now(visit.base)
    if visit.base.store.count() > FEW:
        visit.comparing.begin()
    else:
        brought_up_to_date(visit.bases, visit.comparing, visit.base)
