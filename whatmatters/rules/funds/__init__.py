"""Funds of one person: what may still be spent on a day, to the penny, and what is left at last."""
