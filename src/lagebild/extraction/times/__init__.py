"""Times: TIMEX3 expressions and what they mean, by rules that are data."""
