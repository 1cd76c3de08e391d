"""The edge: who asks, when, whether they may, and the sign-in pages."""

from whatmatters.access.web.asked import Asked
from whatmatters.access.web.drafting import sent, status
from whatmatters.access.web.marks import permitted, permitted_council, public

__all__ = ["Asked", "permitted", "permitted_council", "public", "sent", "status"]
