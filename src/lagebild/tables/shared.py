"""Columns that several tables have, and their values."""

from lagebild.model.breach import Breach
from lagebild.model.deployment import Deployment
from lagebild.model.event import Event, Party
from lagebild.model.exchange import Exchange
from lagebild.model.holding import Holding, Standing
from lagebild.model.naming import place_name
from lagebild.model.span import Span
from lagebild.model.threat import Threat
from lagebild.tables.columns import Column, Kind, Row, words

DOCUMENT = Column("document", Kind.TEXT, "key of the document, as in `documents`")
LED = (
    DOCUMENT,
    Column("published", Kind.DAY, "day of publication, repeated from `documents`"),
    Column("publisher", Kind.TEXT, "repeated from `documents`"),
    Column("url", Kind.TEXT, "repeated from `documents`"),
)
"""How the rows of a table begin that people read by itself."""
KEY = Column("key", Kind.TEXT, "names the record inside its document")
TOLD = (
    Column("status", Kind.TEXT, "`fact`, `attributed`, `possible` or `denied`: how real the text makes it"),
    Column("chain", Kind.TEXTS, "who vouches for it, the nearest speaker first; empty where only the author does"),
    Column("attribution", Kind.TEXT, "key of the statement whose content holds it"),
)
RULE = (
    Column("rule", Kind.TEXT, "which rule found it"),
    Column("confidence", Kind.REAL, "how surely, from 0 to 1"),
)
STANDING = Column("standing", Kind.TEXT, "`found`: nobody has judged it; `accepted` or `corrected` by a person")
JUDGED = (*RULE, STANDING)

Told = Event | Exchange | Breach | Threat | Deployment


def led(holding: Holding) -> Row:
    """The values of LED."""
    document = holding.findings.document
    return holding.key, document.date, document.publisher, document.url


def told(item: Told) -> Row:
    """The values of TOLD."""
    return item.status.value, item.chain, item.attribution


def standing(holding: Holding, kind: str, record: str) -> str:
    """What people have said of the record of that kind with that key."""
    return holding.standing.get((kind, record), Standing.FOUND).value


def standing_at(holding: Holding, kind: str, span: Span) -> str:
    """The same for a record of a kind without keys, which goes by its place."""
    return standing(holding, kind, place_name(span))


def party_columns(name: str, meaning: str) -> tuple[Column, ...]:
    """The columns for one side of something."""
    return (
        Column(name, Kind.TEXT, f"{meaning}: code of a state or organisation, or a short name"),
        Column(name, Kind.SPAN, f"the words that name it here ({name})"),
        Column(f"{name}_entity", Kind.TEXT, "key of that entity inside the document, as in `entities`"),
        Column(f"{name}_base_entity", Kind.TEXT, "key of that entity across documents"),
    )


def party(holding: Holding, side: Party | None) -> Row:
    """The values of `party_columns`."""
    if side is None:
        return None, None, None, None
    base = holding.people.get(side.entity) if side.entity is not None else None
    return side.code, words(side.span, holding.findings.document.text), side.entity, base
