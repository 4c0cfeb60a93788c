"""Places: names that say where, resolved to a country and a point."""
