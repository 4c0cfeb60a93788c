"""Claims in the result of a run, however large: `comparison.claims` as jobs that exchange rows by files."""
