"""The register for the walk: an entry, and a query about it."""

from tests.fixtures.case import Case
from tests.fixtures.limited import a_limit, asked


def written(case: Case, ids: dict[str, object]) -> None:
    """Adds limit_id and query_asked."""
    ids["limit_id"] = one = a_limit(case)
    ids["query_asked"] = 1
    asked(case, one)
