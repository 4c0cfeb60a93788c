"""Deployments: whose forces are where, how many, since when and for what."""
