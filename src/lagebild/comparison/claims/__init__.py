"""Tellings of many documents that say the same become one claim, with the reasons."""
