"""Text to sentences, tagged words, noun phrases and clauses."""
