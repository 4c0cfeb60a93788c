"""Who says what: cues, contents, sources and what runs on."""
