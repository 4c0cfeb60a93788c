"""Tellings of many documents that say the same become one claim, with the reasons."""

from lagebild.comparison.claims.gather import claims_of

__all__ = ["claims_of"]
