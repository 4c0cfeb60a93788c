"""Lagebild: news reports to a sourced picture of a situation."""
