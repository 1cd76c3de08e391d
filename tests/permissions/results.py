"""Results for the walk: a contract that pays them, and a measured period counted."""

from tests.fixtures.case import Case
from tests.fixtures.money import ANCHOR
from tests.fixtures.resulted import FIRST, FOUR_WEEKS, a_scheme, told


def counted(case: Case, ids: dict[str, object]) -> None:
    """Adds results_id and measured."""
    ids["results_id"] = scheme = a_scheme(case)
    ids["measured"] = FIRST.measured
    told(case, scheme, FIRST, ANCHOR + FOUR_WEEKS)
