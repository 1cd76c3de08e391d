"""Somebody moves before a last day that was told: what she has ends then, and pay goes back."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.delivery.test_packages import taken_on
from tests.fixtures.bundled import a_bundle
from tests.fixtures.case import Case, Somebody, a_case, a_person, moment
from tests.fixtures.direct import a_direct
from tests.fixtures.funded import a_fund
from tests.fixtures.invariants import check_invariants, snapshot
from tests.fixtures.money import ANCHOR, run_period
from tests.fixtures.paying import PERIODS, agreed, lines
from tests.fixtures.paying import end as told_end
from tests.fixtures.whole import refused
from whatmatters.commissioning.queries import agreement_facts
from whatmatters.commissioning.queries.refusals import AgreementAlreadyEnded
from whatmatters.delivery.models import Bundle, LegacyPackage
from whatmatters.delivery.services import PackageEnding, end_bundles, end_packages
from whatmatters.direct_payments.models import DirectPayment
from whatmatters.direct_payments.services import end_direct
from whatmatters.funds.models import Fund
from whatmatters.funds.services import end_fund
from whatmatters.home.services import someone_died, someone_moved
from whatmatters.payments.services import set_calendar
from whatmatters.rules.outcomes import EndReason

TOLD, SOONER, SOONEST = date(2026, 8, 30), date(2026, 7, 12), date(2026, 7, 5)
Ways = Callable[[Case], tuple[Somebody, type]]


def _package(case: Case) -> tuple[Somebody, type]:
    package, person = taken_on(case)
    ending = PackageEnding(package, TOLD, EndReason.REPLACED)
    end_packages(by=case.social_worker, at=moment(ANCHOR), endings=[ending])
    return person, LegacyPackage


def _bundle(case: Case) -> tuple[Somebody, type]:
    person = a_person(case)
    about = {"by": case.social_worker, "at": moment(ANCHOR), "on": TOLD}
    end_bundles(**about, bundle_ids=[a_bundle(case, person)], reason=EndReason.REPLACED)
    return person, Bundle


def _fund(case: Case) -> tuple[Somebody, type]:
    person = a_person(case)
    about = {"by": case.social_worker, "at": moment(ANCHOR), "on": TOLD}
    end_fund(**about, fund_id=a_fund(case, person), reason=EndReason.REPLACED)
    return person, Fund


def _direct(case: Case) -> tuple[Somebody, type]:
    person = a_person(case)
    direct = a_direct(case, person)
    about = {"by": case.social_worker, "at": moment(date(2026, 6, 29)), "on": TOLD}
    end_direct(**about, direct_id=direct, reason=EndReason.REPLACED)
    return person, DirectPayment


@pytest.mark.parametrize("way", [_package, _bundle, _fund, _direct])
def test_a_move_before_the_day_that_was_told_ends_it_on_the_day_she_leaves(
    db: None, way: Ways
) -> None:
    case = a_case()
    person, table = way(case)
    who = {"by": case.social_worker, "at": moment(SOONER), "person_id": person.id}
    someone_moved(**who, on=SOONER)
    facts = next(one for one in agreement_facts(case.council_id) if one.source != "plan")
    assert (facts.ended_on, facts.end_reason) == (SOONER, "moved")
    assert table.objects.get().ends == SOONER
    someone_died(**who, on=SOONEST)
    assert table.objects.get().ends == SOONEST
    facts = next(one for one in agreement_facts(case.council_id) if one.source != "plan")
    assert (facts.ended_on, facts.end_reason) == (SOONEST, "died")


def test_what_was_paid_for_days_after_she_left_goes_back(db: None) -> None:
    case = a_case()
    set_calendar(by=case.finance, at=moment(ANCHOR), anchor=ANCHOR)
    _, agreement = agreed(case, a_person(case))
    # 28 of 84 days, it was thought: the whole of the first period.
    told_end(case, agreement, date(2026, 5, 3), at=date(2026, 4, 20), reason=EndReason.REPLACED)
    run_period(case, PERIODS[0])
    before = snapshot()
    told_end(case, agreement, date(2026, 4, 19), at=PERIODS[1], reason=EndReason.MOVED)
    # She left on 19 April, the 14th day: 278300 x 14 / 84 = 46383.33, so 46383 of 92767 is earned.
    assert lines(case, run_period(case, PERIODS[1])) == [
        ("outcome_payments.instalment", PERIODS[0], 46383 - 92767, "late_fact", False)
    ]
    assert lines(case, run_period(case, PERIODS[2])) == []
    # That was wrong too: it was the 12th, the seventh day. 278300 x 7 / 84 = 23191.67.
    told_end(case, agreement, date(2026, 4, 12), at=PERIODS[3], reason=EndReason.MOVED)
    assert lines(case, run_period(case, PERIODS[3])) == [
        ("outcome_payments.instalment", PERIODS[0], 23192 - 46383, "late_fact", False)
    ]
    check_invariants(before)
    for day in (date(2026, 4, 12), date(2026, 4, 19)):  # what stands, and what stood before
        with refused(AgreementAlreadyEnded):
            told_end(case, agreement, day, at=PERIODS[4], reason=EndReason.MOVED)
