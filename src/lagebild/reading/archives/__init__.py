"""Web archives into the pages that they keep."""

from lagebild.reading.archives.pages import is_archive, pages_of

__all__ = ["is_archive", "pages_of"]
