"""Commands: thin, they translate between a person at a terminal and the rest."""
