"""All tables, in the order in which people want to see them."""

from lagebild.tables.columns import Table
from lagebild.tables.documents import DOCUMENTS, FURNITURE, TEXTLESS_DOCUMENTS
from lagebild.tables.happenings import EVENT_ROLES, EVENTS
from lagebild.tables.matters import BREACHES, DEPLOYMENTS, EXCHANGES, SIDES, THREATENED, THREATS
from lagebild.tables.statements import ATTRIBUTIONS
from lagebild.tables.things import ENTITIES, MENTIONS, PLACES, QUANTITIES, TIMES

SCHEMA_VERSION = 1
"""Goes up when a column is renamed, removed or means something else; not when one is added."""

TABLES: tuple[Table, ...] = (
    DOCUMENTS, ATTRIBUTIONS, EVENTS, EVENT_ROLES, EXCHANGES, SIDES, BREACHES, THREATS, THREATENED,
    DEPLOYMENTS, ENTITIES, MENTIONS, TIMES, QUANTITIES, PLACES, FURNITURE,
)  # fmt: skip
"""What repeats inside a record (sides of a deal, targets of a threat, roles of an event) is a table of its own: a cell
of a spreadsheet holds one value, and SQL joins tables more easily than it opens lists."""


def tables(*, text: bool = True) -> tuple[Table, ...]:
    """TABLES, on demand without the texts of the documents."""
    return TABLES if text else (TEXTLESS_DOCUMENTS, *TABLES[1:])
