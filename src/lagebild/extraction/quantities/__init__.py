"""How many: numbers, ranges, units and what is counted."""
