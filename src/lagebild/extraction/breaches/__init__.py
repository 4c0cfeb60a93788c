"""Breaches: acts said to violate a rule."""
