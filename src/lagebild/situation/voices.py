"""Voices: which of them are one, over all documents."""

from lagebild.language.search import folded
from lagebild.model.claim import Voice


def voice_key(voice: Voice) -> str:
    """The same for the same voice in every document."""
    return voice.identity or folded(voice.name or "")
