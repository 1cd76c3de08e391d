"""Verbs of places: record a council with its areas and patches.

Places lie below access, so nothing here knows an actor: whoever calls writes the audit row.
"""

from whatmatters.places.services.localities import LoadedLocality, load_locality

__all__ = ["LoadedLocality", "load_locality"]
