"""An actor: what somebody said, did, gave, threatened, was accused of, across all reports."""

from dataclasses import dataclass
from typing import Any

from lagebild.knowledge import KnowledgeBase
from lagebild.store.search.wanted import Wanted
from lagebild.web.views.ledger import ledger
from lagebild.web.views.titles import called

Values = dict[str, Any]
_SHOWN = 6
_DOCUMENTS = 40


@dataclass(frozen=True, slots=True)
class Role:
    """A part that somebody can have in records: `side` is the filter that names them, `types` narrow events down."""

    name: str
    kind: str
    side: str = "by"
    types: tuple[str, ...] = ()

    def wanted(self, key: str) -> Wanted:
        """The records in which the entity has this part."""
        who = {self.side: (key,)}
        return Wanted(types=self.types, **who)  # type: ignore[arg-type]

    def address(self, key: str) -> str:
        """The ledger of these records."""
        types = "".join(f"&type={one}" for one in self.types)
        return f"/{self.kind}?{self.side}={key}{types}"


ROLES = (
    Role("said", "statements"),
    Role("did", "events"),
    Role("undergone", "events", "toward"),
    Role("accused", "events", "toward", ("ACCUSE",)),
    Role("gave", "deals"),
    Role("aid", "events", "by", ("AID",)),
    Role("received", "events", "toward", ("AID",)),
    Role("threatened", "threats"),
    Role("is_threatened", "threats", "toward"),
    Role("breached", "breaches"),
    Role("deployed", "deployments"),
)
"""In the order of the page."""


def actor(base: KnowledgeBase, known: Values) -> Values:
    """What is known of an entity, with the newest records of each part that it has."""
    key = known["key"]
    documents = known.pop("documents")
    return {
        **known,
        "total_documents": len(documents),
        "documents": called(base, documents[:_DOCUMENTS], key="ref"),
        "roles": [
            {
                "name": one.name,
                "address": one.address(key),
                **ledger(base, one.kind, one.wanted(key), size=_SHOWN),
            }
            for one in ROLES
        ],
    }
