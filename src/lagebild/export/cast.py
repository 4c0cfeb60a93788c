"""Cast: who somebody is across documents, as far as the base knows."""

from typing import NamedTuple

from lagebild.export.facts import states
from lagebild.model.attribution import Attribution
from lagebild.model.entity import Entity, EntityKind
from lagebild.model.event import Party
from lagebild.model.holding import Holding
from lagebild.model.near import Near
from lagebild.model.span import Span


class Who(NamedTuple):
    """`id` is the same for the same somebody in every document; `name` is the usual name where one is known."""

    id: str
    kind: str
    name: str
    code: str | None = None
    office: str | None = None
    base: str | None = None
    gender: str | None = None


class Cast:
    """Built once for each document.

    A state goes by its code. Anybody else goes by the key that the base gives the same entity across documents, else by
    the usual name that our tables have, else, knowing no better, by the document alone.
    """

    def __init__(self, holding: Holding) -> None:
        self._key = holding.key
        self._who = {item.key: _who(holding, item) for item in holding.findings.entities}
        self._codes: dict[str, Who] = {}
        for who in self._who.values():
            if who.code is not None and who.kind in (EntityKind.STATE, EntityKind.ORGANISATION, EntityKind.GROUP):
                self._codes.setdefault(who.code, who)
        self._mentions = Near(holding.findings.mentions, lambda item: item.span)

    def everybody(self) -> list[Who]:
        """Each entity of the document, once."""
        return list({who.id: who for who in self._who.values()}.values())

    def entity(self, key: str | None) -> Who | None:
        """The entity with that key in this document."""
        return self._who.get(key) if key is not None else None

    def speaker(self, said: Attribution) -> Who | None:
        """Who says it; None where the text does not say."""
        known = self.entity(said.entity)
        if known is not None or said.speaker is None:
            return known
        return Who(f"{self._key}/{said.speaker}", EntityKind.OTHER.value, said.speaker)

    def party(self, party: Party | None) -> Who | None:
        """A side of something: the entity where one is known, else what its code stands for."""
        if party is None:
            return None
        known = self.entity(party.entity) or self._codes.get(party.code)
        if known is not None:
            return known
        if party.code in states():
            return Who(f"state/{party.code}", EntityKind.STATE.value, party.code, party.code)
        if _coded(party.code):
            return Who(f"code/{party.code}", EntityKind.GROUP.value, party.code, party.code)
        return Who(f"{self._key}/{party.code}", EntityKind.OTHER.value, party.code)

    def named_in(self, span: Span | None) -> list[Who]:
        """Who is mentioned there, in text order, each once."""
        if span is None:
            return []
        found = (self._who.get(mention.entity) for mention in self._mentions.overlapping(span))
        return list({who.id: who for who in found if who is not None}.values())


def _who(holding: Holding, item: Entity) -> Who:
    base = holding.people.get(item.key)
    name = item.known or item.name
    if item.kind is EntityKind.STATE and item.code is not None:
        id = f"state/{item.code}"
    elif base is not None:
        id = f"entity/{base}"
    elif item.known is not None:
        id = f"{item.kind.value}/{item.known}"
    else:
        id = f"{holding.key}/{item.key}"
    return Who(id, item.kind.value, name, item.code, item.office, base, item.gender)


def _coded(code: str) -> bool:
    """Whether it is a code, such as "NATO" or "DEU-CVL", and no name that the text has."""
    return code.replace("-", "").isalnum() and code.upper() == code
