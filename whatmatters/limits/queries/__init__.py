"""Questions about what blocks a design."""

from whatmatters.limits.queries.facts import LimitFacts, QueryFacts
from whatmatters.limits.queries.register import limits, query_versions, versions

__all__ = ["LimitFacts", "QueryFacts", "limits", "query_versions", "versions"]
