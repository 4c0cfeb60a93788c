"""Findings made again from the Parquet tables of one document, read by DuckDB: what the tables claim to hold."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb

from lagebild.model.analysis import Furniture
from lagebild.model.attribution import Act, Attribution, Form
from lagebild.model.breach import Breach
from lagebild.model.deployment import Deployment
from lagebild.model.document import Document
from lagebild.model.entity import Entity, EntityKind, Mention
from lagebild.model.event import Event, EventType, Party, Role, Status
from lagebild.model.exchange import Exchange, Side
from lagebild.model.findings import Findings
from lagebild.model.place import Place, PlaceKind
from lagebild.model.quantity import Quantity
from lagebild.model.span import Span
from lagebild.model.threat import Threat
from lagebild.model.timex import Timex

Row = dict[str, Any]


def rows(folder: Path, table: str) -> list[Row]:
    """The rows of one table."""
    with duckdb.connect() as connection:
        found = connection.execute(f"select * from read_parquet('{folder / table}.parquet')")
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def findings_in(folder: Path) -> Findings:
    """The findings of the one document in the folder."""
    (document,) = rows(folder, "documents")
    return Findings(
        document=Document(
            id=document["id"], text=document["text"], language=document["language"], title=document["title"],
            date=document["published"], url=document["url"], publisher=document["publisher"],
            author=document["author"],
        ),
        furniture=tuple(Furniture(_here(row), row["rule"]) for row in rows(folder, "furniture")),
        entities=tuple(
            Entity(row["key"], EntityKind(row["kind"]), row["name"], row["code"], row["known"], row["office"],
                   row["gender"])
            for row in rows(folder, "entities")
        ),
        mentions=tuple(
            Mention(_here(row), row["entity"], row["form"], row["reason"], row["confidence"])
            for row in rows(folder, "mentions")
        ),
        timexes=tuple(
            Timex(_here(row), row["type"], row["value"], row["precision"], row["anchored"], row["mod"], row["rule"],
                  row["confidence"], row["begins"], row["ends"])
            for row in rows(folder, "timexes")
        ),
        quantities=tuple(
            Quantity(_here(row), row["low"], row["high"], row["approximation"], row["unit"], _span(row, "counted"),
                     _span(row, "part_of"), row["rule"], row["confidence"])
            for row in rows(folder, "quantities")
        ),
        places=tuple(
            Place(_here(row), row["name"], PlaceKind(row["kind"]), row["code"], row["latitude"], row["longitude"],
                  row["precision_km"], row["reason"], row["rule"], row["confidence"])
            for row in rows(folder, "places")
        ),
        attributions=tuple(
            Attribution(row["key"], _span(row, "source"), row["speaker"], row["speaker_entity"],
                        row["speaker_reason"], _spans(row["cue"]), _spans(row["content"]), Form(row["form"]),
                        Act(row["act"]), _span(row, "to"), row["within"], row["rule"], row["confidence"])
            for row in rows(folder, "attributions")
        ),
        events=_events(folder),
        exchanges=_exchanges(folder),
        breaches=tuple(
            Breach(row["key"], _at(row, "trigger"), _party(row, "who"), _span(row, "act"), _at(row, "violates"),
                   *_told(row))
            for row in rows(folder, "breaches")
        ),
        threats=_threats(folder),
        deployments=tuple(
            Deployment(row["key"], _at(row, "trigger"), _party(row, "whose"), _at(row, "forces"),
                       _span(row, "strength"), _span(row, "part_of"), _span(row, "where"), _span(row, "since"),
                       _span(row, "purpose"), *_told(row))
            for row in rows(folder, "deployments")
        ),
        notes=tuple(document["notes"]),
    )  # fmt: skip


def _events(folder: Path) -> tuple[Event, ...]:
    roles = _following(rows(folder, "event_roles"), lambda row: Role(row["name"], _here(row)))
    return tuple(
        Event(
            row["key"], _at(row, "trigger"), EventType(row["type"]), row["mode"], row["context"], _party(row, "actor"),
            _party(row, "recipient"), roles(row["key"], None), _span(row, "place"), _span(row, "time"),
            _spans(row["quantities"]), Status(row["status"]), tuple(row["chain"]), row["attribution"], row["lexeme"],
            row["rule"], row["confidence"], _spans(row["also"]),
        )
        for row in rows(folder, "events")
    )  # fmt: skip


def _exchanges(folder: Path) -> tuple[Exchange, ...]:
    sides = _following(
        rows(folder, "sides"),
        lambda row: Side(_party(row, "party"), _spans(row["gives"]), tuple(row["events"])),
    )
    return tuple(
        Exchange(row["key"], sides(row["key"], row["sides"]), _spans(row["tie"]), *_told(row))
        for row in rows(folder, "exchanges")
    )


def _threats(folder: Path) -> tuple[Threat, ...]:
    targets = _following(rows(folder, "threatened"), lambda row: _party(row, "party"))
    return tuple(
        Threat(row["key"], _at(row, "trigger"), _party(row, "source"), targets(row["key"], None),
               _span(row, "means"), _span(row, "condition"), *_told(row))
        for row in rows(folder, "threats")
    )  # fmt: skip


def _following(found: list[Row], made: Callable[[Row], Any]) -> Callable[[str, int | None], tuple[Any, ...]]:
    """The parts of one record, which follow each other with rising numbers; two records may share a key."""
    left = list(found)

    def parts(key: str, many: int | None) -> tuple[Any, ...]:
        taken: list[Any] = []
        while left and key in left[0].values() and left[0]["number"] == len(taken) + 1 and len(taken) != many:
            taken.append(made(left.pop(0)))
        return tuple(taken)

    return parts


def _told(row: Row) -> tuple[Status, tuple[str | None, ...], str | None, str, float]:
    return Status(row["status"]), tuple(row["chain"]), row["attribution"], row["rule"], row["confidence"]


def _here(row: Row) -> Span:
    return Span(row["start"], row["end"])


def _at(row: Row, name: str) -> Span:
    return Span(row[f"{name}_start"], row[f"{name}_end"])


def _span(row: Row, name: str) -> Span | None:
    return None if row[f"{name}_start"] is None else _at(row, name)


def _spans(found: list[Row]) -> tuple[Span, ...]:
    return tuple(Span(item["start"], item["end"]) for item in found)


def _party(row: Row, name: str) -> Any:
    return None if row[name] is None else Party(row[name], _span(row, name), row[f"{name}_entity"])
