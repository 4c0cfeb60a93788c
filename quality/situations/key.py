"""The answer keys: what reports claim, by GUIDE.md, with the place of every telling."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from lagebild.model.document import Document
from lagebild.reading.demonstration import demonstration
from lagebild.reading.documents import documents_of
from lagebild.reading.raw import Raw

FOLDER = Path(__file__).parent
DEVELOPMENT, HELD = "development", "held"
PARTS = (DEVELOPMENT, HELD)
"""Of the demonstration. Errors on the first may be read and mended; those on the second may not."""
MATTERS = FOLDER / "matters"
"""A folder for each small matter: its reports, and its own key."""


class Place(NamedTuple):
    """Characters of a report."""

    report: str
    start: int
    end: int


class KeyTelling(NamedTuple):
    """One place that tells the claim; `repeats` where an outlet says it that has it from others."""

    claim: str
    place: Place
    words: str
    voice: str
    stance: str
    repeats: bool = False


class KeyRelation(NamedTuple):
    """How a voice stands to the claim, or to another voice (`to`) in it; an optional one counts neither way."""

    kind: str
    voice: str
    to: str | None
    about: str | None
    optional: bool = False


class KeyClaim(NamedTuple):
    """One matter. `origins` are the right numbers of origins: the first by the guide, the others as good as it."""

    id: str
    gloss: str
    tellings: tuple[KeyTelling, ...]
    origins: tuple[int, ...]
    first: tuple[str, str]
    relations: tuple[KeyRelation, ...]


class KeyVoice(NamedTuple):
    """Somebody who speaks, with the names under which reports let him; `body` is whom he heads or speaks for."""

    kind: str
    names: tuple[str, ...]
    body: str


class KeyValue(NamedTuple):
    """A figure where it was told first; `day` is that of publication."""

    place: Place
    words: str
    low: float | None
    high: float | None
    source: str
    day: str


class KeyLedger(NamedTuple):
    """All values of one thing."""

    id: str
    gloss: str
    values: tuple[KeyValue, ...]


class Key(NamedTuple):
    """What the reports of one part, or of one matter, claim."""

    voices: dict[str, KeyVoice]
    claims: tuple[KeyClaim, ...]
    ledgers: tuple[KeyLedger, ...]

    @property
    def tellings(self) -> tuple[KeyTelling, ...]:
        """Those of all claims."""
        return tuple(telling for claim in self.claims for telling in claim.tellings)


@cache
def matters(*, held: bool = False) -> tuple[str, ...]:
    """Names of the small matters whose errors may be read, or of those whose errors may not."""
    return tuple(path.parent.name for path in sorted(MATTERS.glob("*/key.json")) if _wire(path)["held"] is held)


def folder(part: str) -> Path:
    """Where the reports lie that a part of the demonstration, or a small matter, is about."""
    return demonstration() if part in PARTS else MATTERS / part / "reports"


@cache
def reports() -> dict[str, Document]:
    """All reports of the demonstration and of the small matters by their ids."""
    found = {}
    for place in (demonstration(), *sorted(MATTERS.glob("*/reports"))):
        for path in sorted(place.glob("*.md")):
            raw = Raw(origin=path.name, stem=path.stem, suffix=path.suffix, path=path)
            found.update({item.id: item for item in documents_of(raw, mapping={}) if isinstance(item, Document)})
    return found


@cache
def key(part: str) -> Key:
    """The answer key of a part of the demonstration, or of the small matter of that name. Raises ValueError for words
    that do not stand exactly once in their report."""
    wire = _wire(FOLDER / f"{part}.json" if part in PARTS else MATTERS / part / "key.json")
    return Key(
        voices={name: _voice(name, voice) for name, voice in wire["voices"].items()},
        claims=tuple(map(_claim, wire["claims"])),
        ledgers=tuple(map(_ledger, wire["figures"])),
    )


def _wire(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def _voice(name: str, wire: dict[str, Any]) -> KeyVoice:
    return KeyVoice(wire["kind"], tuple(wire["names"]), wire.get("body", name))


def _claim(wire: dict[str, Any]) -> KeyClaim:
    return KeyClaim(
        id=wire["id"],
        gloss=wire["gloss"],
        tellings=tuple(_telling(wire["id"], telling) for telling in wire["tellings"]),
        origins=(wire["origins"], *wire.get("origins_also", ())),
        first=(wire["first"]["report"], wire["first"]["voice"]),
        relations=tuple(KeyRelation(**relation) for relation in wire["relations"]),
    )


def _telling(claim: str, wire: dict[str, Any]) -> KeyTelling:
    place = _place(wire["report"], wire["words"])
    return KeyTelling(claim, place, wire["words"], wire["voice"], wire["stance"], wire.get("repeats", False))


def _ledger(wire: dict[str, Any]) -> KeyLedger:
    return KeyLedger(wire["id"], wire["gloss"], tuple(map(_value, wire["values"])))


def _value(wire: dict[str, Any]) -> KeyValue:
    place = _place(wire["report"], wire["words"], inside=wire.get("in"))
    return KeyValue(place, wire["words"], wire["low"], wire["high"], wire["source"], wire["date"])


def _place(report: str, words: str, *, inside: str | None = None) -> Place:
    """Where the words stand; `inside` are more words around them, where they stand more than once."""
    text = reports()[report].text
    around = inside or words
    if text.count(around) != 1 or around.count(words) != 1:
        raise ValueError(f"{report}: {words!r} stands not just once{f' in {inside!r}' if inside else ''}")
    start = text.index(around) + around.index(words)
    return Place(report, start, start + len(words))


def letters(place: Place) -> int:
    """How long the words are."""
    return place.end - place.start


def of_report(tellings: Iterable[KeyTelling]) -> dict[str, list[KeyTelling]]:
    """The tellings by their reports."""
    found: dict[str, list[KeyTelling]] = {}
    for telling in tellings:
        found.setdefault(telling.place.report, []).append(telling)
    return found
