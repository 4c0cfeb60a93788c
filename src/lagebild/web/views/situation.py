"""A situation as a page shows it, and as programs get it."""

from dataclasses import asdict
from datetime import date
from typing import Any

from lagebild.knowledge import KnowledgeBase
from lagebild.report.briefing import briefing_of
from lagebild.situation import situation_on_wire

Days = tuple[date | None, date | None, date | None]
"""Since, until, and as of which day."""


def briefing(
    base: KnowledgeBase, words: str, entities: tuple[str, ...], days: Days, most: int | None, language: str
) -> dict[str, Any]:
    """The briefing with its pictures, as plain values; at most `most` entries of each list."""
    since, until, as_of = days
    found = base.situation(words, entities=entities, since=since, until=until, as_of=as_of)
    return asdict(briefing_of(found, language=language, most=most, drawn=True))


def wire(base: KnowledgeBase, words: str, entities: tuple[str, ...], days: Days) -> dict[str, Any]:
    """All of it for programs."""
    since, until, as_of = days
    return situation_on_wire(base.situation(words, entities=entities, since=since, until=until, as_of=as_of))
