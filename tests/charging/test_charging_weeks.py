"""Weeks are charged from what is recorded; a change makes lines that put right, to the penny."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.fixtures.case import a_case, moment
from tests.fixtures.charged import (
    AFTER,
    DELIVERED,
    PLANNED,
    SEVENTY,
    WEEKS,
    Charged,
    a_paid_person,
    arranged,
    assessed,
)
from tests.fixtures.money import run_period
from tests.fixtures.short import an_episode
from whatmatters.access.models import AuditEvent
from whatmatters.charging.models import ChargeLine
from whatmatters.charging.queries import statement
from whatmatters.charging.queries.costs import WeekNotPaid, costs
from whatmatters.charging.services import (
    ChargingNotAllowed,
    NoArrangement,
    NoAssessment,
    NotFromAMonday,
    WeekNotOver,
    charge_weeks,
    record_assessment,
)
from whatmatters.delivery.models import PackageVisit
from whatmatters.delivery.services import (
    PackageEnding,
    StayGiven,
    end_packages,
    record_stays,
)
from whatmatters.payments.models import RunLine
from whatmatters.rules.charging.arrangement import Basis
from whatmatters.rules.charging.means import Means
from whatmatters.rules.charging.refusals import ChargeFiguresWrong
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.refusals import Absent

LAST = WEEKS[3]


def charge(made: Charged, through: date = LAST, at=AFTER):
    return charge_weeks(by=made.case.finance, at=at, person_id=made.herself.id, through=through)


def told(made: Charged) -> list[tuple[date, int, str, int]]:
    """(Monday, correction, kind, pence), the oldest week first."""
    found = statement(made.case.council_id, made.herself.id).lines
    rows = [(x.week.start, x.correction, str(x.kind), x.pence) for x in found]
    return sorted(rows)


@pytest.fixture
def made(db: None) -> Charged:
    return a_paid_person()


def test_what_her_weeks_cost_is_what_was_paid_for_them(made: Charged) -> None:
    found = costs(made.case.council_id, made.herself.id, WEEKS[:4])
    assert [one.pence for one in found.values()] == [14000, 8000, 14000, 14000]


def test_delivered_minutes_and_means_and_running_again_makes_nothing(made: Charged) -> None:
    arranged(made)
    assessed(made)
    # 7 hours at 15.00 are 105.00, four hours 60.00; she can afford 70.00
    done = charge(made)
    assert (done.lines, done.pence) == (4, 27000)
    assert [row[3] for row in told(made)] == [7000, 6000, 7000, 7000]
    assert charge(made).lines == 0
    line = statement(made.case.council_id, made.herself.id).lines[-1].told
    assert line["decided_by"] == "affordable"
    assert [(x["kind"], x["pence"]) for x in line["limits"]] == [
        ("base", "10500"),
        ("affordable", "7000"),
        ("national_cap", "10000"),
        ("cost", "14000"),
    ]
    assert (line["unverified"], line["order_unverified"]) == (["disability"], True)


def test_planned_hours_never_pass_what_was_given_and_paid_for(made: Charged) -> None:
    arranged(made, PLANNED)  # 7 x 22.50 = 157.50 a week
    assessed(made, Means(declined=True))
    charge(made)
    # the national maximum of 100.00, and in the second week the 80.00 that it cost
    assert [row[3] for row in told(made)] == [10000, 8000, 10000, 10000]


def test_a_back_dated_change_refunds_exactly_and_names_the_weeks(made: Charged) -> None:
    arranged(made)
    assessed(made)
    charge(made)
    # From the second week her income was 325.50: 35.50 a week is what she can afford.
    assessed(made, replace(SEVENTY, income=Decimal("325.50")), WEEKS[1])
    done = charge(made)
    assert (done.lines, done.pence) == (3, -2450 - 3450 - 3450)
    assert told(made) == [
        (WEEKS[0], 0, "charge", 7000),
        (WEEKS[1], 0, "charge", 6000),
        (WEEKS[1], 1, "refund", -2450),
        (WEEKS[2], 0, "charge", 7000),
        (WEEKS[2], 1, "refund", -3450),
        (WEEKS[3], 0, "charge", 7000),
        (WEEKS[3], 1, "refund", -3450),
    ]
    # A later version from the same Monday takes its place: all of it goes back up again.
    assessed(made, SEVENTY, WEEKS[1])
    assert (charge(made).pence, charge(made).lines) == (9350, 0)
    assert statement(made.case.council_id, made.herself.id).total == 27000


def test_pay_that_is_taken_back_later_is_refunded_to_her(made: Charged) -> None:
    arranged(made, PLANNED)
    assessed(made, Means(declined=True))
    charge(made)
    # The package is found to have ended with the second week: the next run takes the pay back.
    ending = PackageEnding(made.package_id, WEEKS[1] + timedelta(days=6), EndReason.MOVED)
    end_packages(by=made.case.social_worker, at=AFTER, endings=[ending])
    run_period(made.case, WEEKS[4])
    paid = costs(made.case.council_id, made.herself.id, WEEKS[:4])
    charge(made, at=moment(WEEKS[4] + timedelta(days=30)))
    sums: dict[date, int] = {}
    for monday, _, _, pence in told(made):
        sums[monday] = sums.get(monday, 0) + pence
    assert list(sums.values()) == [min(cost.pence, 10000) for cost in paid.values()]
    assert sums[WEEKS[3]] == paid[WEEKS[3]].pence == 0


def test_free_weeks_and_no_basis_need_no_means(made: Charged) -> None:
    free = replace(DELIVERED, free_from=WEEKS[0] - timedelta(days=28))
    arranged(made, free)  # six weeks: to the end of the second week here
    assert charge(made, WEEKS[1]).pence == 0
    with pytest.raises(NoAssessment):
        charge(made)
    arranged(made, replace(DELIVERED, basis=Basis.NONE), WEEKS[2])
    assert [row[3] for row in (charge(made), told(made))[1]] == [0, 0, 0, 0]


def test_what_is_refused_leaves_nothing(made: Charged) -> None:
    before = AuditEvent.objects.count()
    finance, who = made.case.finance, made.herself.id
    with pytest.raises(NoArrangement):
        charge(made)
    arranged(made)
    with pytest.raises(NoAssessment) as refused:
        charge(made)
    assert refused.value.params == {"week": WEEKS[0]}
    assessed(made)
    with pytest.raises(WeekNotOver):
        charge(made, WEEKS[4])
    with pytest.raises(WeekNotPaid):
        charge(made, WEEKS[4], moment(WEEKS[4] + timedelta(days=7)))
    with pytest.raises(NotFromAMonday):
        assessed(made, SEVENTY, WEEKS[0] + timedelta(days=1))
    with pytest.raises(ChargeFiguresWrong):
        assessed(made, Means(income=Decimal(300)))
    assert ChargeLine.objects.count() == 0
    for reader in (made.herself.actor, made.case.social_worker, made.case.commissioner):
        with pytest.raises(ChargingNotAllowed):
            charge_weeks(by=reader, at=AFTER, person_id=who, through=LAST)
    elsewhere = a_case("E08000035", "england")
    with pytest.raises(Absent):
        record_assessment(
            by=elsewhere.finance, at=AFTER, person_id=who, starts=LAST, means=SEVENTY, words="x"
        )
    assert finance.council_id != elsewhere.council_id
    assert AuditEvent.objects.filter(council_id=finance.council_id).count() == before + 2


def test_a_check_in_that_was_put_right_changes_the_charge_and_not_the_pay(made: Charged) -> None:
    arranged(made)
    assessed(made)
    charge(made)
    third = PackageVisit.objects.filter(package_id=made.package_id, date__gte=WEEKS[2])
    third.filter(date__lt=WEEKS[3]).update(delivered=30)
    # 3.5 hours at 15.00 are 52.50
    assert charge(made).pence == 5250 - 7000
    assert costs(made.case.council_id, made.herself.id, [WEEKS[2]])[WEEKS[2]].pence == 14000


def test_days_in_hospital_are_not_charged_as_planned_hours_though_they_were_paid(
    made: Charged,
) -> None:
    arranged(made, replace(PLANNED, hourly_rate=Decimal("12.00")))
    assessed(made, Means(declined=True))
    charge(made)
    # Told late: in hospital from Monday to Friday of the third week, three whole days.
    stay = StayGiven(made.herself.id, WEEKS[2], WEEKS[2] + timedelta(days=4))
    record_stays(by=made.case.social_worker, at=AFTER, stays=[stay])
    # 7 hours at 12.00 are 84.00, four hours 48.00
    assert (charge(made).pence, told(made)[2:4]) == (
        4800 - 8400,
        [(WEEKS[2], 0, "charge", 8400), (WEEKS[2], 1, "refund", -3600)],
    )


def test_weeks_of_short_term_support_are_free_whatever_they_cost(made: Charged) -> None:
    before = costs(made.case.council_id, made.herself.id, WEEKS[:4])
    an_episode(made.case, made.herself, on=date(2026, 5, 8))
    run_period(made.case, WEEKS[4])
    # 1050.00 were paid for three weeks: she may be charged up to none of it.
    assert lines_of(made) == [35_000, 70_000]
    assert costs(made.case.council_id, made.herself.id, WEEKS[:4]) == before


def lines_of(made: Charged) -> list[int]:
    """What was paid for her short-term support, in pence."""
    rows = RunLine.objects.filter(rule="short_term.instalment")
    return sorted(rows.values_list("pence", flat=True))
