"""The sections of the network and of the places: tables that are the twins of their pictures."""

from lagebild.model.situation import Edge, Site
from lagebild.report.briefing.desk import Desk
from lagebild.report.briefing.pages import Run, Section, Table

EDGES, PLACES = 24, 20
"""So many of each at most; more make a picture that nobody reads."""


def network(desk: Desk) -> Section | None:
    """A row for each relation of two sides."""
    found = desk.situation.network
    if not found:
        return None
    kept = desk.shown(found, most=EDGES)
    words = desk.wording
    columns = tuple(words.word("columns", name) for name in ("who", "does", "whom", "certainty", "origins"))
    table = Table(columns, tuple(_edge(item, desk) for item in kept), words.word("pictures", "network"))
    return _section("network", table, len(found) - len(kept), desk)


def places(desk: Desk) -> Section | None:
    """A row for each place."""
    found = desk.situation.places
    if not found:
        return None
    kept = desk.shown(found, most=PLACES)
    words = desk.wording
    columns = tuple(words.word("columns", name) for name in ("place", "state", "reports"))
    table = Table(columns, tuple(_site(item, desk) for item in kept), words.word("pictures", "map"), frozenset({2}))
    return _section("places", table, len(found) - len(kept), desk)


def _edge(item: Edge, desk: Desk) -> tuple[tuple[Run, ...], ...]:
    words = desk.wording
    return (
        (Run(words.side(item.actor), "name"),),
        (Run(words.word("edges", item.kind)),),
        (Run(words.side(item.recipient), "name"),),
        (Run(words.certainty(item.support.certainty.value)),),
        (desk.support(item.support),),
    )


def _site(item: Site, desk: Desk) -> tuple[tuple[Run, ...], ...]:
    words = desk.wording
    state = words.side(item.code) if item.code and words.side(item.code) != item.name else ""
    numbers = desk.notes.of([telling.ref for telling in item.tellings][:1])
    return ((Run(item.name, "name"),), (Run(state),), (Run(words.number(item.documents), "number", numbers),))


def _section(name: str, table: Table, more: int, desk: Desk) -> Section:
    words = desk.wording
    return Section(name, words.word("sections", name), words.word("explained", name), tables=(table,), more=more)
