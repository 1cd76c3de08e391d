"""Verbs of the case."""
