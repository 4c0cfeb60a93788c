"""Threats: who may harm whom with what."""
