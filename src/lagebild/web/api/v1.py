"""The programming interface, version 1: the verbs of the command line and of Python."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.responses import StreamingResponse

from lagebild.errors import UsageError
from lagebild.intake.options import Options
from lagebild.model.entity import EntityKind
from lagebild.report import held
from lagebild.store.identities import ORDERS, Asked
from lagebild.version import VERSION
from lagebild.web.api.problem import ERRORS
from lagebild.web.api.shapes import (
    Begun,
    By,
    Decision,
    Facets,
    Index,
    Items,
    Judged,
    Merging,
    Naming,
    Parting,
    Report,
    Row,
    Rows,
    Splitting,
)  # fmt: skip
from lagebild.web.api.streams import FORMATS, streamed
from lagebild.web.api.words import judged, one_judged
from lagebild.web.deciding import Wish, decide, deciding
from lagebild.web.filters import Asking, Many, day, plain
from lagebild.web.missing import MissingError, found, the_findings, the_holding
from lagebild.web.runs import Runs, folder_for_uploads, written
from lagebild.web.tokens import number, number_token
from lagebild.web.views.card import card, decisions
from lagebild.web.views.ledger import FACETS, KINDS, facets, ledger
from lagebild.web.visit import Visiting

router = APIRouter(prefix="/api/v1", responses=ERRORS, tags=["v1"])

_MOST = 500
Size = Annotated[int, Query(ge=1, le=_MOST, description="So many rows at most.")]
Token = Annotated[str, Query(description="The `next` of the answer before.")]
Kind = Annotated[str, Path(examples=["statements"], description=", ".join(KINDS))]
Key = Annotated[str, Path(examples=["d4ba002d64"], description="A key, or the beginning of one.")]


@router.get("/")
def index(visit: Visiting) -> Index:
    """What this is, and what can be asked for."""
    return Index(
        name=visit.base.store.path.name,
        version=VERSION,
        description="/api/v1/openapi.json",
        writable=visit.bases.writable,
        kinds=list(KINDS),
    )


@router.get("/records/{kind}")
def records(visit: Visiting, kind: Kind, wanted: Asking, limit: Size = 50) -> Rows:
    """Records of a kind, or documents, the newest first."""
    page = ledger(visit.base, _known(kind), wanted, size=limit)
    return Rows(items=page["rows"], next=page["next"])


@router.get("/facets/{kind}")
def facets_of(visit: Visiting, kind: Kind, wanted: Asking) -> Facets:
    """How often each speaker, act, outlet … occurs among the rows."""
    return Facets(**facets(visit.base, _known(kind), wanted))


@router.get(
    "/stream/{kind}",
    response_class=StreamingResponse,
    responses={200: {"content": {"application/x-ndjson": {}, "text/csv": {}}}},
)
def stream(
    visit: Visiting, kind: Kind, wanted: Asking, format: Annotated[str, Query(pattern="^(jsonl|csv)$")] = "jsonl"
) -> StreamingResponse:
    """All rows of a kind, one on each line, however many there are."""
    known = _known(kind)
    columns = visit.base.find(known, wanted, limit=1).columns  # says what is wrong before anything goes out
    bases = visit.bases

    def rows() -> Iterator[tuple[Any, ...]]:
        with ExitStack() as open_:
            base = open_.enter_context(bases.reading())
            yield from base.find(known, wanted).rows

    return StreamingResponse(streamed(columns, rows(), format), media_type=FORMATS[format])


@router.get(
    "/export.jsonl", response_class=StreamingResponse, responses={200: {"content": {"application/x-ndjson": {}}}}
)
def export(visit: Visiting, wanted: Asking) -> StreamingResponse:
    """Whole documents with all that is known of them, one on each line, as `lagebild export jsonl` writes them."""
    from lagebild.export.jsonl import line
    from lagebild.export.options import Options as Exporting

    visit.base.meant(wanted)
    bases = visit.bases

    def lines() -> Iterator[str]:
        with ExitStack() as open_:
            base = open_.enter_context(bases.reading())
            for holding in base.meant(wanted).documents:
                yield json.dumps(line(holding, Exporting()), ensure_ascii=True) + "\n"

    return StreamingResponse(lines(), media_type=FORMATS["jsonl"])


@router.get("/documents/{key}")
def document(visit: Visiting, key: Key) -> Row:
    """One document with everything found in it, after people's judgements (docs/json.md)."""
    return held.wire(the_holding(visit.base, key))


@router.get("/documents/{key}/records/{kind}/{record}")
def record(visit: Visiting, key: Key, kind: str, record: str) -> Row:
    """One record with why it is there, and what people decided about it."""
    holding = the_holding(visit.base, key)
    findings = the_findings(visit.base, holding.key, kind, record)
    try:
        decided = decisions(holding.judgements, kind, record)
        return card(holding, findings, kind, record, tongue=visit.tongue, decided=decided)
    except LookupError as problem:
        raise MissingError(f"{key}: there is no {kind} {record}") from problem


@router.get("/documents/{key}/copies")
def copies(visit: Visiting, key: Key) -> Items:
    """The documents that are the same report, itself among them."""
    groups = visit.base.copies(of=the_holding(visit.base, key).key)
    return Items(
        items=[
            {
                "key": one.key,
                "day": one.date.isoformat() if one.date else None,
                "publisher": one.publisher,
                "title": one.title,
                "agencies": list(one.agencies),
            }
            for group in groups
            for one in group.members
        ]
    )


@router.get("/entities")
def entities(
    visit: Visiting, kind: Many = (), name: str = "", order: str = "documents", limit: Size = 50, after: Token = ""
) -> Rows:
    """Who is in the documents, across all of them."""
    if order not in ORDERS:
        raise UsageError(f"{order[:40]!r}: entities are ordered by {', '.join(ORDERS)}")
    if unknown := [one for one in kind if one not in set(EntityKind)]:
        raise UsageError(f"{unknown[0][:40]!r}: entities are {', '.join(EntityKind)}")
    skip = number(after) if after else 0
    asked = Asked(kinds=tuple(kind), name=plain(name) or None, order=order)
    rows = [one._asdict() for one in visit.base.store.identities(asked, limit=limit + 1, skip=skip)]
    return Rows(items=rows[:limit], next=number_token(skip + limit) if len(rows) > limit else None)


@router.get("/entities/suggestions")
def suggestions(visit: Visiting) -> Items:
    """Pairs that may be one, the likeliest first."""
    return Items(
        items=[
            {"one": one._asdict(), "other": other._asdict(), "score": score, "reason": reason}
            for one, other, score, reason in visit.base.store.identity_suggestions()
        ]
    )


@router.get("/entities/{key}")
def entity(visit: Visiting, key: Key) -> Row:
    """All that is known of one of them."""
    with found():
        return visit.base.entity_page(plain(key))


@router.post("/entities/merge")
def merge(visit: Visiting, told: Merging) -> list[Judged]:
    """Says that entities are one."""
    keys = list(map(plain, told.entities))
    with deciding(visit.bases, "entity", keys, seen=told.seen) as base:
        return judged(base.merge_entities(*keys, author=told.author or visit.author))


@router.post("/entities/apart")
def apart(visit: Visiting, told: Parting) -> list[Judged]:
    """Says that two are not one."""
    one, other = plain(told.one), plain(told.other)
    with deciding(visit.bases, "entity", (one, other), seen=told.seen) as base:
        return judged(base.keep_entities_apart(one, other, author=told.author or visit.author))


@router.post("/entities/{key}/split")
def split(visit: Visiting, key: Key, told: Splitting) -> list[Judged]:
    """Says that it is somebody else in some documents."""
    with deciding(visit.bases, "entity", (plain(key), *told.refs), seen=told.seen) as base:
        return judged(base.split_entity(plain(key), *told.refs, author=told.author or visit.author))


@router.post("/entities/{key}/rename")
def rename(visit: Visiting, key: Key, told: Naming) -> list[Judged]:
    """Calls it otherwise."""
    with deciding(visit.bases, "entity", (plain(key),), seen=told.seen) as base:
        return judged(base.rename_entity(plain(key), plain(told.name), author=told.author or visit.author))


@router.get("/judgements")
def judgements(visit: Visiting, author: str = "", limit: Size = 50, after: Token = "") -> Rows:
    """What people decided, the newest first, with what became of it."""
    skip = number(after) if after else 0
    told = visit.base.newest_judgements(limit=limit + 1, skip=skip, author=author or None)
    rows = [
        {**one_judged(item).model_dump(), "state": outcome.state, "reason": outcome.reason} for item, outcome in told
    ]
    return Rows(items=rows[:limit], next=number_token(skip + limit) if len(rows) > limit else None)


@router.post("/judgements", status_code=201)
def judge(visit: Visiting, told: Decision) -> Judged:
    """Accepts, rejects or corrects a record, or adds a note to it."""
    value = plain(told.value) if isinstance(told.value, str) else json.dumps(told.value)
    wish = Wish(plain(told.document), told.kind, plain(told.record), told.verdict, told.field, value, told.seen)
    return one_judged(decide(visit.bases, wish, author=told.author or visit.author).judgement)


@router.post("/judgements/{key}/undo", status_code=201)
def undo(visit: Visiting, key: Key, told: By | None = None) -> Judged:
    """Takes a judgement back; an undo can be taken back too."""
    with visit.bases.writing() as base:
        return one_judged(base.undo(plain(key), author=(told and told.author) or visit.author))


@router.get("/statistics/{by}")
def statistics(visit: Visiting, by: Annotated[str, Path(examples=["rule"])]) -> Items:
    """How often each rule, kind or band of confidence was right."""
    return Items(
        items=[
            {
                "name": one.name,
                "accepted": one.accepted,
                "corrected": one.corrected,
                "rejected": one.rejected,
                "share": one.share,
                "low": one.low,
                "high": one.high,
            }
            for one in visit.base.judgement_statistics(by)
        ]
    )


@router.post("/documents", status_code=202)
def add(visit: Visiting, report: Report) -> Begun:
    """Begins to add a report."""
    when = day(report.date or "")
    folder = folder_for_uploads()
    fields = {**report.model_dump(), "date": when.isoformat() if when else None}
    path = written(folder, "report", fields)
    runs: Runs = visit.request.app.state.runs
    run = runs.add([path], report.title or "report", Options(offline=visit.settings.offline), folder=folder)
    return Begun(run=run.id, address=f"/api/v1/runs/{run.id}")


@router.get("/runs")
def runs(visit: Visiting) -> Items:
    """What was added since the server began, the newest first."""
    told: Runs = visit.request.app.state.runs
    return Items(items=told.every())


@router.get("/runs/{id}")
def run(visit: Visiting, id: str) -> Row:
    """One addition, with what came of each report so far."""
    told: Runs = visit.request.app.state.runs
    one = told.get(id)
    if one is None:
        raise MissingError(f"{id[:40]!r}: the server knows no such run")
    return one


@router.post("/retry", status_code=202)
def retry(visit: Visiting) -> Begun:
    """Begins to try again what failed."""
    runs: Runs = visit.request.app.state.runs
    run = runs.retry("retry", Options(offline=visit.settings.offline))
    return Begun(run=run.id, address=f"/api/v1/runs/{run.id}")


@router.get("/failures")
def failures(visit: Visiting) -> Items:
    """What could not be read, and why."""
    return Items(
        items=[
            {"origin": one.origin, "reason": one.reason, "last": one.last.isoformat(), "times": one.times}
            for one in visit.base.failures()
        ]
    )


def _known(kind: str) -> str:
    if kind not in FACETS:
        raise MissingError(f"there is no kind {kind[:40]!r}; there are {', '.join(KINDS)}")
    return kind
