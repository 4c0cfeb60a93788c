"""A situation as a page shows it, and as programs get it."""

import threading
from collections import OrderedDict
from dataclasses import asdict
from datetime import date
from typing import Any

from lagebild.knowledge import KnowledgeBase
from lagebild.model.situation import Situation
from lagebild.report.briefing import briefing_of
from lagebild.report.briefing.wording import Wording
from lagebild.report.labels import labels
from lagebild.situation import situation_on_wire
from lagebild.situation.narrowing import Focus, choices, narrowed

Days = tuple[date | None, date | None, date | None]
"""Since, until, and as of which day."""


_KEPT = 4
"""So many situations are kept to be narrowed: that costs little, and putting one together much."""
_KNOWN: "OrderedDict[tuple[Any, ...], Situation]" = OrderedDict()
_TAKEN = threading.Lock()


def briefing(
    base: KnowledgeBase,
    words: str,
    entities: tuple[str, ...],
    days: Days,
    focus: Focus,
    most: int | None,
    language: str,
) -> dict[str, Any]:
    """The briefing with its pictures, as plain values, of what the focus leaves; at most `most` entries of each list.

    `choices` are the actors, places and types by which it can be narrowed, each with what it is called.
    """
    found = _situation(base, words, entities, days)
    told = asdict(briefing_of(narrowed(found, focus), language=language, most=most, drawn=True))
    offered, wording = choices(found), Wording(found, language)
    types = labels(language)["event_types"]
    states = {site.name: site.code for site in found.places}
    return told | {
        "choices": {
            "actor": sorted(((one, wording.side(one)) for one in offered.actors), key=lambda pair: pair[1]),
            "place": [(one, wording.place(one, states.get(one))) for one in offered.places],
            "type": [(one, types.get(one, one)) for one in offered.types],
        }
    }


def _situation(base: KnowledgeBase, words: str, entities: tuple[str, ...], days: Days) -> Situation:
    since, until, as_of = days
    connection = base.store.connection
    versions = (connection.pragma("data_version"), connection.total_changes(), base.store.state())
    name = (str(base.store.path), versions, words, entities, days)
    with _TAKEN:
        known = _KNOWN.get(name)
    if known is None:
        known = base.situation(words, entities=entities, since=since, until=until, as_of=as_of)
        with _TAKEN:
            _KNOWN[name] = known
            while len(_KNOWN) > _KEPT:
                _KNOWN.popitem(last=False)
    return known


def wire(base: KnowledgeBase, words: str, entities: tuple[str, ...], days: Days) -> dict[str, Any]:
    """All of it for programs."""
    since, until, as_of = days
    return situation_on_wire(base.situation(words, entities=entities, since=since, until=until, as_of=as_of))
