"""What children send: raw inputs, documents, failures and the like as frames, and back."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from lagebild.intake.frames import Frame
from lagebild.model.document import Document
from lagebild.reading.failure import Failure
from lagebild.reading.fetch.validators import Validator
from lagebild.reading.passed import Passed
from lagebild.reading.raw import Raw

Item = Raw | Document | Failure | Passed | Validator


def framed(item: Item) -> Frame:
    """The item, ready to be sent."""
    match item:
        case Raw():
            return Frame({"kind": "raw", **_raw(item)}, item.data)
        case Document():
            return Frame({"kind": "document", **_document(item)})
        case Failure():
            return Frame({"kind": "failure", "origin": item.origin, "reason": item.reason})
        case Passed():
            return Frame({"kind": "passed", "origin": item.origin, "reason": item.reason, "count": item.count})
        case Validator():
            told = {"address": item.address, "etag": item.etag, "modified": item.modified}
            return Frame({"kind": "validator", **told})


def item_of(frame: Frame) -> Item:
    """The item that `framed` made a frame of."""
    held = {name: value for name, value in frame.header.items() if name != "kind"}
    match frame.kind:
        case "raw":
            return raw_of(frame)
        case "document":
            held["date"] = date.fromisoformat(held["date"]) if held["date"] else None
            held["known_from"] = tuple((name, how) for name, how in held["known_from"])
            return Document(**held)
        case "failure":
            return Failure(**held)
        case "passed":
            return Passed(**held)
        case "validator":
            return Validator(**held)
    raise ValueError(f"{frame.kind!r} is no kind of item")


def raw_of(frame: Frame) -> Raw:
    """The raw input of a frame, which may be the header of another one with the fields of a raw input in it."""
    held = frame.header
    return Raw(
        origin=held["origin"],
        stem=held["stem"],
        data=frame.payload,
        suffix=held["suffix"],
        media=held["media"],
        url=held["url"],
        fetched=datetime.fromisoformat(held["fetched"]) if held["fetched"] else None,
        day=date.fromisoformat(held["day"]) if held["day"] else None,
        title=held["title"],
        publisher=held["publisher"],
        path=Path(held["path"]) if held["path"] else None,
        before=held["before"],
        rows=held["rows"],
    )


def _raw(item: Raw) -> dict[str, Any]:
    return {
        "origin": item.origin,
        "stem": item.stem,
        "suffix": item.suffix,
        "media": item.media,
        "url": item.url,
        "fetched": item.fetched.isoformat() if item.fetched else None,
        "day": item.day.isoformat() if item.day else None,
        "title": item.title,
        "publisher": item.publisher,
        "path": str(item.path) if item.path else None,
        "before": item.before,
        "rows": item.rows,
    }


def _document(item: Document) -> dict[str, Any]:
    return {
        "id": item.id,
        "text": item.text,
        "language": item.language,
        "title": item.title,
        "date": item.date.isoformat() if item.date else None,
        "url": item.url,
        "publisher": item.publisher,
        "author": item.author,
        "origin": item.origin,
        "known_from": item.known_from,
    }
