"""Filters: what an address asks for, as the search understands it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from fastapi import Depends, Query

from lagebild.errors import UsageError
from lagebild.store.search.wanted import Wanted
from lagebild.web.tokens import place

Many = Annotated[Sequence[str], Query()]
"""A parameter that may be given several times; its default is no word at all."""

FIELDS = {
    "publisher": "publishers", "speaker": "speakers", "entity": "entities", "act": "acts", "form": "forms",
    "type": "types", "actor": "actors", "recipient": "recipients", "status": "statuses", "country": "countries",
    "rule": "rules", "standing": "standings", "document": "documents", "by": "by", "toward": "toward",
    "language": "languages",
}  # fmt: skip
"""Names of parameters, and of the filters that they stand for; each may be given several times."""


def asked(
    publisher: Many = (),
    speaker: Many = (),
    entity: Many = (),
    act: Many = (),
    form: Many = (),
    type: Many = (),
    actor: Many = (),
    recipient: Many = (),
    status: Many = (),
    country: Many = (),
    rule: Many = (),
    standing: Many = (),
    document: Many = (),
    by: Many = (),
    toward: Many = (),
    language: Many = (),
    q: str = "",
    about: str = "",
    since: str = "",
    until: str = "",
    happened: bool = False,
    least: Annotated[float, Query(ge=0, le=1)] = 0.0,
    after: str = "",
) -> Wanted:
    """What is wanted. Raises UsageError for a day that is none and for a token that nobody gave."""
    given: dict[str, Any] = locals()
    many: dict[str, Any] = {
        filter_: tuple(plain(word) for word in given[name] if word.strip()) for name, filter_ in FIELDS.items()
    }
    return Wanted(
        words=plain(q),
        about=plain(about),
        since=day(since),
        until=day(until),
        happened=happened and bool(since or until),
        least=least,
        after=place(after) if after else None,
        **many,
    )


Asking = Annotated[Wanted, Depends(asked)]


def day(words: str) -> date | None:
    """The day that somebody wrote, None for nothing. Raises UsageError for words that are no day."""
    if not words.strip():
        return None
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", words.strip()):
        try:
            return date.fromisoformat(words.strip())
        except ValueError:
            pass
    raise UsageError(f"{words[:40]!r} is not a day; write it like 2024-12-04")


def without(wanted: Wanted, *names: str) -> Wanted:
    """The same without some filters."""
    empty = Wanted()
    return replace(wanted, **{name: getattr(empty, name) for name in names})


def plain(words: str) -> str:
    """Without half surrogate pairs and NUL, which no file holds."""
    return "".join(mark for mark in words if mark != "\0" and not "\ud800" <= mark <= "\udfff")
