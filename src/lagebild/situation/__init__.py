"""Across documents to one matter: documents and claims in, a Situation out; no database, no file, no clock."""

from lagebild.situation.gather import situation_of
from lagebild.situation.wire import situation_on_wire

__all__ = ["situation_of", "situation_on_wire"]
