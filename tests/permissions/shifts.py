"""Shifts for the walk: a contract that pays them whole, and one of them told."""

from tests.fixtures.case import Case
from tests.fixtures.shifted import USUAL, a_scheme, told


def worked(case: Case, ids: dict[str, object]) -> None:
    """Adds shifts_id."""
    ids["shifts_id"] = scheme = a_scheme(case)
    told(case, scheme, USUAL)
