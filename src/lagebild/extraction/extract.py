"""STAGES, the order of work as one tuple, and the loop that runs it."""

from collections.abc import Callable

from lagebild.extraction.attributions.find import find_attributions
from lagebild.extraction.breaches.find import find_breaches
from lagebild.extraction.deployments.find import find_deployments
from lagebild.extraction.entities.find import find_entities
from lagebild.extraction.events.find import find_events
from lagebild.extraction.exchanges.find import find_exchanges
from lagebild.extraction.places.find import find_places
from lagebild.extraction.quantities.find import find_quantities
from lagebild.extraction.threats.find import find_threats
from lagebild.extraction.times.find import find_times
from lagebild.language.load import Language
from lagebild.model.findings import Findings

Stage = Callable[[Findings, Language], Findings]

STAGES: tuple[Stage, ...] = (
    find_times, find_quantities, find_entities, find_places, find_attributions, find_events,
    find_exchanges, find_breaches, find_threats, find_deployments,
)  # fmt: skip


def extract(findings: Findings, language: Language) -> Findings:
    """Run every stage in order; each sees what the earlier ones found."""
    for stage in STAGES:
        findings = stage(findings, language)
    return findings
