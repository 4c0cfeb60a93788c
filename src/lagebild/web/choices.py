"""Choices: what a visitor chose for themselves, kept in cookies of their browser."""

LANGUAGE, THEME, AUTHOR = "lagebild_language", "lagebild_theme", "lagebild_author"
"""The names of the cookies."""
THEMES = ("auto", "light", "dark")
