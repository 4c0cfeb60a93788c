"""Stages that turn an analysis into findings."""
