"""What exchanges, breaches, threats and deployments have in common: triggers, places, status and keys."""
