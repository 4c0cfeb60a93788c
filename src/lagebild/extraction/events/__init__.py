"""Events: who did what to whom, as verbs, nouns and attributions tell it."""
