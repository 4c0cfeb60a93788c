"""The sections of a briefing, each a function from a situation to what people read."""
