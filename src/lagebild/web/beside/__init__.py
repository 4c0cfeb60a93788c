"""Processes beside the server: they do what takes long, so that pages are answered meanwhile."""
