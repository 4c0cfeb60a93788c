"""Lists of claims: those asked for, and the newest and contradicted ones for the overview."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any

from lagebild.knowledge import KnowledgeBase
from lagebild.web.views import near
from lagebild.web.views.claims import in_short, is_open

Values = dict[str, Any]

PAGE = 40
_NEWEST = 6
_LOOKED_THROUGH = 200
"""So many claims are looked through for the newest and for contradictions, those that most reports tell first."""
_LATELY = timedelta(days=30)
"""Before the newest report."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which claims a list is to show, from which on."""

    words: str = ""
    since: date | None = None
    until: date | None = None
    contradicted: bool = False
    documents: int = 1
    skip: int = 0


def claims(base: KnowledgeBase, asked: Asked) -> list[Values]:
    """A page of claims, and one more where there are more."""
    fitting = base.claims(asked.words, since=asked.since, until=asked.until, documents=asked.documents)
    if asked.contradicted:
        fitting = (claim for claim in fitting if is_open(claim))
    return [in_short(claim) for claim in islice(fitting, asked.skip, asked.skip + PAGE + 1)]


def newest(base: KnowledgeBase) -> Values:
    """The newest claims of several reports, and contradictions."""
    days = [when for when, _ in base.overview().days]
    lately = date.fromisoformat(days[-1]) - _LATELY if days else None
    new = [in_short(one) for one in islice(base.claims(since=lately, documents=2), _LOOKED_THROUGH)]
    new.sort(key=lambda one: (one["last_day"] or "", one["documents"], one["key"]), reverse=True)
    every = islice(base.claims(documents=2), _LOOKED_THROUGH)
    contradicted = [in_short(one) for one in islice(filter(is_open, every), _NEWEST)]
    return {"newest": new[:_NEWEST], "contradicted": contradicted}


TOLD: Mapping[str, Callable[..., Any]] = {"claims": claims, "newest": newest, "near": near.pairs}
"""The lists by name."""
