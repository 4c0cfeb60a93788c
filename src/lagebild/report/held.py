"""Pages on what a base holds: a document with where it came from, and one record with its words."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from lagebild.errors import UsageError
from lagebild.model.codec import encode
from lagebild.model.holding import Holding, Standing
from lagebild.model.naming import LISTS, name_on_wire
from lagebild.report.layout import Line, Piece, shown, wrapped
from lagebild.report.terminal import report

Wire = dict[str, Any]

_AROUND = 120
_COLUMN = 16


def wire(holding: Holding) -> Wire:
    """The wire form of docs/json.md with what the base knows besides: key, origin, when and by what it was read."""
    return {
        "key": holding.key,
        **encode(holding.findings),
        "origin": holding.origin,
        "read_from": holding.findings.document.origin,
        "added": holding.added.isoformat(),
        "engine": holding.engine,
        "newer": holding.newer,
        "standing": {f"{kind}/{key}": value.value for (kind, key), value in sorted(holding.standing.items())},
    }


def record(holding: Holding, given: str) -> Wire:
    """One record by its key, the beginning of it, or its span "start-stop", with its kind and standing.

    Raises UsageError where there is none, or where several begin like this.
    """
    records = encode(holding.findings)
    found = [
        {"kind": kind, "id": f"{holding.key}/{name}", "standing": _standing(holding, kind, name), **item}
        for kind, list_name in LISTS.items()
        for item in records[list_name]
        for name in [name_on_wire(item)]
        if name == given or ("-" not in given and name.startswith(given))
    ]
    if not found:
        raise UsageError(
            f"document {holding.key} has no record {given!r}; `lagebild show {holding.key} --json` has all"
        )
    exact = [item for item in found if item["id"].endswith(f"/{given}")]
    if len(exact or found) > 1 and not exact:
        raise UsageError(f"{given!r} is the beginning of several: {', '.join(item['id'] for item in found[:5])}")
    return (exact or found)[0]


def document_page(holding: Holding, *, width: int, full: bool) -> Iterator[Line]:
    """The report, and beneath it where it came from."""
    document = holding.findings.document
    facts = {
        "id": holding.key,
        "read from": document.origin,
        "address": document.url,
        "author": document.author,
        "added": holding.added.strftime("%Y-%m-%d %H:%M UTC"),
        "read by": holding.engine,
        "copies": holding.origin,
        "newer": holding.newer,
        **{f"{field} from": how for field, how in document.known_from},
    }
    return chain(
        report(holding.findings, width=width, full=full), [(), (Piece("Source", "heading"),)], _facts(facts, width)
    )


def record_page(holding: Holding, record: Wire, *, width: int) -> Iterator[Line]:
    """The record's words in their surroundings, then its fields."""
    text = holding.findings.document.text
    start, stop = _cover(record)
    before, behind = text[max(0, start - _AROUND) : start], text[stop : stop + _AROUND]
    yield (Piece(f"{record['kind']} ", "act"), Piece(record["id"], "faint"))
    document = holding.findings.document
    about = " · ".join(str(part) for part in (document.publisher, document.date, document.title) if part)
    yield from wrapped([Piece(about, "headline")], width=width, indent=2)
    yield ()
    pieces = [Piece(f"…{before}", "faint"), Piece(text[start:stop], "quote"), Piece(f"{behind}…", "faint")]
    yield from wrapped(pieces, width=width, first=(Piece("  "),), indent=2)
    yield ()
    fields = {name: value for name, value in record.items() if name not in {"kind", "id", "words", "mentions"}}
    yield from _facts({name.replace("_", " "): _told(value, text) for name, value in fields.items()}, width)


def _facts(facts: dict[str, Any], width: int) -> Iterator[Line]:
    for name, value in facts.items():
        if value not in (None, "", [], ()):
            first = (Piece(f"  {name.ljust(_COLUMN)}", "form"),)
            yield from wrapped([Piece(shown(str(value)))], width=width, first=first, indent=_COLUMN + 2)


def _told(value: Any, text: str) -> Any:
    """Spans as the words under them."""
    if _is_span(value):
        return f"{text[value[0] : value[1]]}  [{value[0]}–{value[1]}]"
    if isinstance(value, list):
        return " · ".join(str(_told(part, text)) for part in value)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_told(part, text)}" for name, part in value.items() if part not in (None, [], ""))
    return value


def _is_span(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(type(part) is int for part in value)


def _standing(holding: Holding, kind: str, name: str) -> str:
    return holding.standing.get((kind, name), Standing.FOUND).value


def _cover(record: Wire) -> tuple[int, int]:
    """From the first to the last code point of the words that the record stands on."""
    for field in ("content", "tie"):
        if record.get(field):
            return min(span[0] for span in record[field]), max(span[1] for span in record[field])
    if record.get("mentions"):
        return tuple(record["mentions"][0]["span"])
    span = record.get("trigger") or record.get("span") or [0, 0]
    return span[0], span[1]
