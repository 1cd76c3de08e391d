"""In which period somebody is asked how far she feels in control; every day counted by hand."""

from datetime import date

import pytest

from whatmatters.rules.control import Support, period_on, providers_on
from whatmatters.rules.periods import Period

GOFAL, CADARN = 1, 2
# 6 April and 13 weeks are 6 July; 13 more are 5 October.
FIRST = Period(date(2026, 4, 6), date(2026, 7, 6))
SECOND = Period(date(2026, 7, 6), date(2026, 10, 5))
PLAN = Support(date(2026, 4, 6), date(2026, 6, 28), GOFAL)
NEXT = Support(date(2026, 6, 29), None, CADARN)
# Eight weeks at a time from 4 May: to 28 June, then to 23 August.
BUNDLE = Support(date(2026, 5, 4), date(2026, 7, 12), GOFAL, review_weeks=8)


@pytest.mark.parametrize(
    ("supports", "on", "period"),
    [
        ((PLAN,), date(2026, 4, 5), None),
        ((PLAN,), date(2026, 4, 6), FIRST),
        ((PLAN,), date(2026, 6, 28), FIRST),
        ((PLAN,), date(2026, 6, 29), None),
        # The next plan takes over from the next day: the period runs on, to its last day.
        ((PLAN, NEXT), date(2026, 7, 5), FIRST),
        ((NEXT, PLAN), date(2026, 7, 6), SECOND),
        # One day without support, and they begin anew.
        (
            (PLAN, Support(date(2026, 6, 30), None, GOFAL)),
            date(2026, 7, 6),
            Period(date(2026, 6, 30), date(2026, 9, 29)),
        ),
        # A bundle has its own, and what runs beside it waits.
        ((PLAN, NEXT, BUNDLE), date(2026, 5, 3), FIRST),
        ((PLAN, NEXT, BUNDLE), date(2026, 5, 4), Period(date(2026, 5, 4), date(2026, 6, 29))),
        ((PLAN, NEXT, BUNDLE), date(2026, 7, 12), Period(date(2026, 6, 29), date(2026, 8, 24))),
        ((PLAN, NEXT, BUNDLE), date(2026, 7, 13), SECOND),
    ],
)
def test_thirteen_weeks_of_unbroken_support_or_a_bundles_own(
    supports: tuple[Support, ...], on: date, period: Period | None
) -> None:
    assert period_on(supports, on, 13) == period


def test_who_supports_her_on_a_day() -> None:
    assert providers_on((PLAN, NEXT, BUNDLE), date(2026, 6, 28)) == {GOFAL}
    assert providers_on((PLAN, NEXT, BUNDLE), date(2026, 6, 29)) == {GOFAL, CADARN}
    assert providers_on((PLAN, NEXT, BUNDLE), date(2026, 7, 13)) == {CADARN}
