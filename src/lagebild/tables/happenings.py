"""The tables of events and their further roles."""

from collections.abc import Iterator

from lagebild.model.holding import Holding
from lagebild.tables.beside import Beside
from lagebild.tables.columns import Column, Kind, Row, Table, all_words, words
from lagebild.tables.shared import DOCUMENT, JUDGED, KEY, LED, TOLD, led, party, party_columns, standing, told


def _events(holding: Holding) -> Iterator[Row]:
    text, beside = holding.findings.document.text, Beside(holding.findings)
    for item in holding.findings.events:
        time, place = beside.time(item.time), beside.place(item.place)
        yield (
            *led(holding), item.key, item.type.value, item.mode, item.context, *party(holding, item.actor),
            *party(holding, item.recipient), words(item.trigger, text), words(item.place, text),
            place.name if place else None, place.code if place else None, words(item.time, text),
            time.value if time else None, all_words(item.quantities, text), all_words(item.also, text), *told(item),
            item.lexeme, item.rule, item.confidence, standing(holding, "event", item.key),
        )  # fmt: skip


def _roles(holding: Holding) -> Iterator[Row]:
    text = holding.findings.document.text
    for item in holding.findings.events:
        for number, role in enumerate(item.roles, 1):
            yield holding.key, item.key, number, role.name, words(role.span, text)


EVENTS = Table(
    "events",
    "who does what to whom: one row for each event",
    (
        *LED,
        KEY,
        Column("type", Kind.TEXT, "one of the sixteen PLOVER types, such as `AID` or `ASSAULT`"),
        Column("mode", Kind.TEXT, "how, where the words say so, such as `arrest`"),
        Column("context", Kind.TEXT, "the field it belongs to, such as `military`"),
        *party_columns("actor", "who does it"),
        *party_columns("recipient", "to whom"),
        Column("trigger", Kind.SPAN, "the words that tell it"),
        Column("place", Kind.SPAN, "where; `places` has its point"),
        Column("place_name", Kind.TEXT, "its usual name, repeated from `places`"),
        Column("place_code", Kind.TEXT, "the state it lies in, repeated from `places`"),
        Column("time", Kind.SPAN, "when"),
        Column("time_value", Kind.TEXT, "the TIMEX3 value of that, repeated from `timexes`"),
        Column("quantities", Kind.SPANS, "figures told with it; `quantities` has their values"),
        Column("also", Kind.SPANS, "other words that tell the same event"),
        *TOLD,
        Column("lexeme", Kind.TEXT, "the entry of the lexicon, or the act of the statement, that told it"),
        *JUDGED,
    ),
    _events,
)
EVENT_ROLES = Table(
    "event_roles",
    "further parts of events, such as what is given, demanded or used",
    (
        DOCUMENT,
        Column("event", Kind.TEXT, "key of the event"),
        Column("number", Kind.INTEGER, "which part of the event, from 1"),
        Column("name", Kind.TEXT, "`object`: what is given, demanded or used; `instrument`, `target`, `purpose`"),
        Column("", Kind.SPAN, "the words for it"),
    ),
    _roles,
)
