"""Measures the program against annotated articles that lie beside the project, and keeps the figures from falling."""
