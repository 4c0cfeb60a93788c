"""The knowledge base in one file: the one place that knows SQL."""

from lagebild.store.database import open_database
from lagebild.store.store import Added, Outcome, Seen, Store, open_store

__all__ = ["Added", "Outcome", "Seen", "Store", "open_database", "open_store"]
