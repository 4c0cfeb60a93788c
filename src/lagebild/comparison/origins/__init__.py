"""On whose word a claim stands: its independent origins, who had it first, and who repeats whom."""

from lagebild.comparison.origins.find import with_origins
from lagebild.comparison.origins.publication import (
    Called,
    Publication,
    Publications,
    gathered,
    publication_of,
    publications_of,
)
from lagebild.comparison.origins.sources import Source, sources_of

__all__ = [
    "Called", "Publication", "Publications", "Source", "gathered", "publication_of", "publications_of", "sources_of",
    "with_origins",
]  # fmt: skip
