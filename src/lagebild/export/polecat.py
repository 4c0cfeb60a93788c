"""The table of the POLECAT data set: one line for each event, forty columns between tabs."""

import re
from collections.abc import Iterable, Iterator

from lagebild.export.cast import Cast, Who
from lagebild.export.characters import whole
from lagebild.export.destination import Destination
from lagebild.export.facts import quads, scores, states
from lagebild.export.options import Options
from lagebild.model.entity import EntityKind
from lagebild.model.event import Event, Party, Status
from lagebild.model.holding import Holding
from lagebild.model.place import Place as Where
from lagebild.model.place import PlaceKind
from lagebild.tables.beside import Beside
from lagebild.version import VERSION

NAME = "events.txt"
COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
AND = "; "
"""Between several values in one cell, as POLECAT has it."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BLANK = re.compile(r"\s+")
_SECTORS = {"OPP": "OPP", "CVL": "CVL", "MED": "JRN", "JUD": "JUD"}
"""What follows the code of a state, and PLOVER's code for that sector; its MED is medicine, its JRN the media."""
_BODIES = {"UN": "UNO", "EU": "EUR"}
_SOME = {"NATO": "IGO"}
"""Organisations that PLOVER codes as countries: two by their own codes, others as intergovernmental."""
_AUXILIARY = {Status.DENIED: "negation", Status.POSSIBLE: "hypothetical"}
"""PLOVER's marks for what has not happened; its manual puts them among the contexts."""


def write(holdings: Iterable[Holding], to: Destination, options: Options) -> dict[str, int]:
    """Every event, whatever its status; what we do not know stays empty."""
    del options
    count = 0
    with to.text(NAME) as file:
        file.write("\t".join(COLUMNS) + "\n")
        for holding in holdings:
            for row in rows(holding):
                file.write("\t".join(_cell(row.get(column)) for column in COLUMNS) + "\n")
                count += 1
    return {"events": count}


def rows(holding: Holding) -> Iterator[dict[str, str | None]]:
    """The events of a document by column, without the columns that stay empty."""
    if not holding.findings.events:
        return
    cast, beside, story = Cast(holding), Beside(holding.findings), _story(holding)
    for event in holding.findings.events:
        time = beside.time(event.time)
        day = time.value if time is not None and time.value is not None and _DAY.fullmatch(time.value[:10]) else None
        yield {
            "Event ID": f"{holding.key}-{event.key}",
            "Event Date": day[:10] if day else None,
            **_kind(event),
            **_side("Actor", event.actor, cast, holding),
            **_side("Recipient", event.recipient, cast, holding),
            **_where(beside.place(event.place), event, holding),
            **story,
        }


def _kind(event: Event) -> dict[str, str | None]:
    """Type, mode, score, quad category and contexts. A mode that PLOVER does not have is left out."""
    type_ = event.type.value
    mode = event.mode if event.mode is not None and (type_, event.mode) in scores() else None
    contexts = [event.context, _AUXILIARY.get(event.status)]
    return {
        "Event Type": type_,
        "Event Mode": mode,
        "Intensity": f"{scores()[type_, mode or '']:g}",
        "Quad Code": quads()[type_],
        "Contexts": AND.join(context for context in contexts if context),
    }


def _side(side: str, party: Party | None, cast: Cast, holding: Holding) -> dict[str, str | None]:
    who = cast.party(party)
    if party is None or who is None:
        return {}
    state, _, suffix = party.code.partition("-")
    country = state if state in states() else _BODIES.get(state) or _SOME.get(state)
    sector = _SECTORS.get(suffix) or ("JRN" if who.kind == EntityKind.MEDIUM else None)
    return {
        f"{side} Name": _name(who),
        f"{side} Country": country,
        f"{side} COW": states()[state].cow if state in states() else None,
        f"Primary {side} Sector": sector,
        f"{side} Sectors": sector,
        f"{side} Title": who.office,
        f"{side} Name Raw": party.span.of(holding.findings.document.text) if party.span else None,
    }


def _name(who: Who) -> str | None:
    """A name, not a code."""
    return who.name if who.name != who.code else None


def _where(place: Where | None, event: Event, holding: Holding) -> dict[str, str | None]:
    if event.place is None:
        return {}
    raw: dict[str, str | None] = {"Raw Placename": event.place.of(holding.findings.document.text)}
    if place is None:
        return raw
    raw["Raw Placename"] = place.span.of(holding.findings.document.text)
    return raw | {
        "Placename": place.name,
        "City": place.name if place.kind is PlaceKind.CITY else None,
        "Province": place.name if place.kind is PlaceKind.REGION else None,
        "Country": place.code,
        "Latitude": str(round(place.latitude, 6)) if place.latitude is not None else None,
        "Longitude": str(round(place.longitude, 6)) if place.longitude is not None else None,
    }


def _story(holding: Holding) -> dict[str, str | None]:
    """What is the same for all events of a document."""
    document, entities = holding.findings.document, holding.findings.entities
    people = (item.name for item in entities if item.kind is EntityKind.PERSON)
    bodies = (item.name for item in entities if item.kind in (EntityKind.ORGANISATION, EntityKind.MEDIUM))
    return {
        "Source": document.publisher,
        "Publication Date": document.date.isoformat() if document.date else None,
        "Story People": _once(people),
        "Story Organizations": _once(bodies),
        "Story Locations": _once(item.name for item in holding.findings.places),
        "Language": document.language,
        "Version": f"lagebild {VERSION}",
    }


def _once(names: Iterable[str]) -> str:
    return AND.join(dict.fromkeys(names))


def _cell(value: str | None) -> str:
    """The value on one line without tabs, as the format knows no quoting."""
    return _BLANK.sub(" ", whole(value)).strip().replace("\0", "\ufffd") if value else ""
