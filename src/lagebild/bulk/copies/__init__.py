"""Copies in the result of a run, however large: `comparison.copies` as jobs that exchange rows by files."""
