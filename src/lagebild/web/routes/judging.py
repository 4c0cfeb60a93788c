"""Judgements with their history, and how often each rule was right."""

from fastapi import APIRouter
from starlette.responses import RedirectResponse

from lagebild.judging.statistics import Tally
from lagebild.web.pairs import Values, page
from lagebild.web.tokens import number, number_token
from lagebild.web.visit import Visiting

router = APIRouter()
_PAGE = 50
_WAYS = ("rule", "kind", "confidence")


@page(router, "/judgements", "judgements.html", part="part/judged.html")
def judgements(visit: Visiting, author: str = "", after: str = "") -> Values:
    """What people decided, the newest first."""
    skip = number(after) if after else 0
    told = visit.base.newest_judgements(limit=_PAGE + 1, skip=skip, author=author or None)
    following = number_token(skip + _PAGE) if len(told) > _PAGE else None
    return {
        "rows": [
            {
                "key": item.key,
                "verdict": item.verdict.value,
                "document": item.document,
                "kind": item.kind,
                "record": item.record,
                "field": item.field,
                "value": item.value,
                "author": item.author,
                "at": item.at.isoformat(),
                "state": outcome.state.value,
                "reason": outcome.reason,
            }
            for item, outcome in told[:_PAGE]
        ],
        "next": following,
        "_more": visit.address(after=following) if following else None,
    }


@router.post("/judgements/{key}/undo", include_in_schema=False)
def undo(visit: Visiting, key: str) -> RedirectResponse:
    """Takes a judgement back."""
    with visit.bases.writing() as base:
        base.undo(key, author=visit.author)
    return RedirectResponse("/judgements", 303)


@page(router, "/rules", "rules.html")
def rules(visit: Visiting) -> Values:
    """How often each rule, kind and band of confidence was right, by what people decided."""
    return {
        "statistics": [
            {"by": by, "rows": [_counted(one) for one in visit.base.judgement_statistics(by)]} for by in _WAYS
        ]
    }


def _counted(tally: Tally) -> Values:
    return {
        "name": tally.name,
        "judged": tally.judged,
        "accepted": tally.accepted,
        "corrected": tally.corrected,
        "rejected": tally.rejected,
        "share": tally.share,
        "low": tally.low,
        "high": tally.high,
        "few": tally.is_few,
        "fields": dict(tally.fields),
    }
