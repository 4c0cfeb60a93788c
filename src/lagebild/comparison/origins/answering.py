"""Answering: who answers for a report, the agency that it is from, else the outlet."""

from collections.abc import Mapping
from typing import NamedTuple

from lagebild.comparison.origins.outlets import is_known_outlet, outlet_key
from lagebild.comparison.origins.publication import Publication, Publications
from lagebild.language.load import Language
from lagebild.model.claim import Telling

Key = tuple[str, str]
"""What makes two sources one: "speaker", "state", "house", "outlet", "unnamed" or "report", and who."""


class House(NamedTuple):
    """Who answers for a report; `name` is None where nobody is known."""

    key: Key
    name: str | None


class Answering:
    """Who answers for each of some documents. `reports` has the key of the report of each: one for all copies."""

    def __init__(self, published: Mapping[str, Publication], everything: Publications, language: Language) -> None:
        self._language = language
        self._published = published
        self._known = everything.outlets
        self.reports = {key: publication.group or key for key, publication in published.items()}
        self._outlets = {("outlet", outlet_key(item.outlet, language)) for item in published.values() if item.outlet}
        self._houses = self._found()

    def house(self, telling: Telling) -> House:
        """Who answers for the report of a telling."""
        return self._houses[self.reports[telling.document]]

    def outlet(self, telling: Telling) -> Key:
        """Who brought the document of a telling out."""
        outlet = self._published[telling.document].outlet
        if outlet:
            return ("outlet", outlet_key(outlet, self._language))
        return ("report", self.reports[telling.document])

    def report_name(self, telling: Telling) -> str:
        """What to call the report of a telling in a sentence."""
        outlet = self._published[telling.document].outlet
        return f"{outlet}’s report" if outlet else "an earlier report"

    def medium(self, name: str | None) -> Key | None:
        """The key of a medium of that name; None for anybody else."""
        if not name:
            return None
        key = outlet_key(name, self._language)
        known = key in self._known or ("outlet", key) in self._outlets or is_known_outlet(name, self._language)
        return ("outlet", key) if known else None

    def _found(self) -> dict[str, House]:
        """The house of each report: of several agencies that it credits one that another credits alone."""
        members: dict[str, list[Publication]] = {}
        for document, publication in self._published.items():
            members.setdefault(self.reports[document], []).append(publication)
        credited = {
            report: sorted({agency for publication in published for agency in publication.agencies})
            for report, published in members.items()
        }
        alone = {agencies[0] for agencies in credited.values() if len(agencies) == 1}
        houses: dict[str, House] = {}
        for report, published in members.items():
            agencies = credited[report]
            name = next((agency for agency in agencies if agency in alone), agencies[0] if agencies else None)
            name = name or next((publication.outlet for publication in published if publication.outlet), None)
            key = ("outlet", outlet_key(name, self._language)) if name else ("report", report)
            houses[report] = House(key, name)
            self._outlets.add(key)
        return houses
