"""The sections of the network and of the places: tables that are the twins of their pictures."""

from collections.abc import Sequence

from lagebild.model.situation import Edge, Site
from lagebild.report.briefing.desk import Desk
from lagebild.report.briefing.drawing import map_picture, network_picture
from lagebild.report.briefing.drawing.outlines import countries
from lagebild.report.briefing.pages import Picture, Run, Section, Table

ENOUGH = 5
GRAVE = ("attacks",)
EDGES, PLACES = 24, 20
"""So many of each at most; more make a picture that nobody reads."""


def network(desk: Desk) -> Section | None:
    """A row for each relation of two sides."""
    found = desk.situation.network
    kept = desk.shown(_firm(found, desk), most=EDGES)
    if not kept:
        return None
    words = desk.wording
    columns = tuple(words.word("columns", name) for name in ("who", "does", "whom", "certainty", "origins"))
    table = Table(columns, tuple(_edge(item, desk) for item in kept), words.word("pictures", "network"))
    title = words.word("pictures", "network")
    drawn = network_picture(kept, words, title=title) if desk.drawn else None
    pictures = (Picture("network", title, drawn),) if drawn else ()
    return _section("network", table, pictures, len(found) - len(kept), desk)


def _firm(found: Sequence[Edge], desk: Desk) -> Sequence[Edge]:
    """Where enough relations stand on more than one origin or report, only those: a single sentence is easily misread,
    and a picture looks sure. An attack on one word alone is never drawn: sharp words are told as attacks too. All of
    them where everything is asked for."""
    if desk.most is None:
        return found
    firm = [item for item in found if len(item.support.origins) > 1 or _documents(item) > 1]
    return firm if len(firm) >= ENOUGH else [item for item in found if item in firm or item.kind not in GRAVE]


def _documents(item: Edge) -> int:
    return len({telling.document for telling in item.support.tellings})


def places(desk: Desk) -> Section | None:
    """A row for each place."""
    found = desk.situation.places
    if not found:
        return None
    kept = desk.shown(found, most=PLACES)
    words = desk.wording
    columns = tuple(words.word("columns", name) for name in ("place", "state", "reports"))
    table = Table(columns, tuple(_site(item, desk) for item in kept), words.word("pictures", "map"), frozenset({2}))
    title = words.word("pictures", "map")
    drawn = map_picture(kept, words, title=title) if desk.drawn else None
    caption = words.word("pictures", "map_source" if countries() else "map_plain")
    pictures = (Picture("map", title, drawn, caption),) if drawn else ()
    return _section("places", table, pictures, len(found) - len(kept), desk)


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
    name = words.place(item.name, item.code)
    state = words.side(item.code) if item.code and words.side(item.code) != name else ""
    numbers = desk.notes.of([telling.ref for telling in item.tellings][:1])
    return ((Run(name, "name"),), (Run(state),), (Run(words.number(item.documents), "number", numbers),))


def _section(name: str, table: Table, pictures: tuple[Picture, ...], more: int, desk: Desk) -> Section:
    words = desk.wording
    heading, explained = words.word("sections", name), words.word("explained", name)
    return Section(name, heading, explained, tables=(table,), pictures=pictures, more=more)
