"""What the sides of events and deals are called on the page: "Russland", "Annalena Baerbock (Deutschland)"."""

from collections.abc import Sequence
from typing import Any

from lagebild.language.load import Language
from lagebild.model.entity import Entity, EntityKind
from lagebild.model.event import Party
from lagebild.model.findings import Findings
from lagebild.model.span import Span
from lagebild.report.layout import shown

Labels = dict[str, Any]

_NAMING = frozenset(("name", "surname"))
"""Forms of mentions that name a person; the link of a description is not sure enough to put a name on a side."""


class Sides:
    """The names of one document's sides: usual ones of states and bodies, those of persons as the report has them."""

    def __init__(self, findings: Findings, labels: Labels) -> None:
        self._text = findings.document.text
        self._names = _usual(findings)
        self._labels = labels
        self._persons = _named_persons(findings)

    def name(self, party: Party | None) -> str:
        """The person where the words name one, with the state; else the state, organisation or group."""
        if party is None:
            return str(self._labels["words"]["somebody"])
        side = self.of_code(party.code)
        person = self._person(party)
        return shown(side if person in (None, side) else f"{person} ({side})")

    def direction(self, giver: Party | None, takers: Sequence[Party]) -> str:
        """ "Nordkorea → Südkorea, Japan", in the order of the text; the giver alone where nobody is told to take.

        A part of the giver's own state goes without the state's name: "Russland → civilians".
        """
        ordered = sorted(takers, key=lambda party: party.span or (0, 0))
        names = dict.fromkeys(self._own_part(giver, party) or self.name(party) for party in ordered)
        return f"{self.name(giver)} → {', '.join(names)}" if names else self.name(giver)

    def of_code(self, code: str) -> str:
        """ "RUS" as "Russland", "UKR-CVL" as "civilians (Ukraine)"; a code that no table knows is a name already."""
        if code in self._names:
            return self._names[code]
        state, _, part = code.rpartition("-")
        kind = self._labels["parts_of_states"].get(part)
        return f"{kind} ({self._names.get(state, state)})" if state and kind else code

    def _own_part(self, giver: Party | None, taker: Party) -> str | None:
        state, _, part = taker.code.rpartition("-")
        kind = self._labels["parts_of_states"].get(part)
        return str(kind) if giver is not None and kind and state == giver.code else None

    def _person(self, party: Party) -> str | None:
        """The person whose name the words of the side end with; not one in the genitive: "die Truppen Assads"."""
        found = self._persons.get(party.span.end) if party.span else None
        if party.span is None or found is None or not party.span.contains(found[0]):
            return None
        span, person = found
        nominative = person.name.split()[-1] == span.of(self._text).split()[-1]
        return person.name if nominative and person.code in (None, party.code) else None


def _named_persons(findings: Findings) -> dict[int, tuple[Span, Entity]]:
    """Where persons are named, by the end of the name."""
    persons = {item.key: item for item in findings.entities if item.kind is EntityKind.PERSON}
    return {
        mention.span.end: (mention.span, persons[mention.entity])
        for mention in findings.mentions
        if mention.entity in persons and mention.form in _NAMING
    }


def _usual(findings: Findings) -> dict[str, str]:
    """The first name that the tables give for a code, else what the report calls it."""
    names: dict[str, str] = {}
    language = Language(findings.document.language)
    if language.exists():
        for table in ("states", "organisations"):
            for row in language.table(table):
                names.setdefault(row["code"], row["name"])
    for entity in findings.entities:
        if entity.code and entity.kind in {EntityKind.STATE, EntityKind.ORGANISATION}:
            names.setdefault(entity.code, entity.known or entity.name)
    return names
