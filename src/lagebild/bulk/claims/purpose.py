"""What claims are looked for by: the steps in their order, and the tables that they write."""

from lagebild.bulk.claims.tables import TABLES
from lagebild.bulk.exchange.purpose import Purpose, Step

FIND = Purpose(
    "claims",
    "lagebild.bulk.claims.steps:step",
    (
        Step("keys", True), Step("repeats", False, ("keys",)), Step("copied", False), Step("sight", True),
        Step("identify", False, ("sight",)), Step("tell", True, ("repeats", "copied", "identify")),
        Step("agree", False, ("said",)), Step("bodies", False, ("agree",)),
        Step("meet", False, ("tell",)), Step("once", False, ("meet",)), Step("compare", True, ("once",)),
        Step("stars", False), Step("members", False, ("compare", "stars")),
        Step("gather", True, ("members", "ties")), Step("join", False, ("gather",)), Step("write", True),
    ),
    TABLES,
)  # fmt: skip
