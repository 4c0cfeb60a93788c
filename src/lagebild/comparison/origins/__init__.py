"""On whose word a claim stands: its independent origins, who had it first, and who repeats whom."""

from lagebild.comparison.origins.find import with_origins
from lagebild.comparison.origins.publication import Publication, publication_of
from lagebild.comparison.origins.sources import Source, sources_of

__all__ = ["Publication", "Source", "publication_of", "sources_of", "with_origins"]
