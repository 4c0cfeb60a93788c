"""Voices: on whose word a piece of a document stands, and through whom it came."""

from lagebild.comparison.voices.voices import Voices

__all__ = ["Voices"]
