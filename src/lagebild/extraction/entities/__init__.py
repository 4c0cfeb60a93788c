"""Who the words mean: names, offices, descriptions and pronouns to entities."""
