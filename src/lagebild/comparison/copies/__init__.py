"""Who copied whom: which documents are one report, and why."""
