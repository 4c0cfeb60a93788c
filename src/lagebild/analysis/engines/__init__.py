"""Engines: our own tagger, and an adapter for a spaCy pipeline."""
