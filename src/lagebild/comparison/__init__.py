"""Across documents: pure functions on values, no file, no database, no clock."""
