"""What a form was sent with: the edge's own words for it."""

from whatmatters.access.web import sent, status

__all__ = ["sent", "status"]
