"""What copies are looked for by: the steps in their order, and the tables that they write."""

from lagebild.bulk.copies.tables import TABLES
from lagebild.bulk.exchange.purpose import Purpose, Step

FIND = Purpose(
    "copies",
    "lagebild.bulk.copies.steps:step",
    (
        Step("keys", True), Step("repeats", False, ("keys",)), Step("samples", True),
        Step("common", False, ("samples",)), Step("marks", True), Step("pairs", False, ("marks",)),
        Step("worth", False, ("pairs",)), Step("compare", True, ("worth", "common", "repeats")), Step("stars", False),
        Step("members", False, ("compare", "stars")), Step("dates", True, ("members",)),
        Step("groups", False, ("dates",)),
    ),
    TABLES,
)  # fmt: skip
