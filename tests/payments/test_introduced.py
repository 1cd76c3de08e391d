"""Hours with a worker whom a platform found, paid from records, to the penny as `assess`.

At 16.00 an hour 60 minutes are 16.00: a fifth is 3.20, the rest 12.80. At 15.50 50 minutes are
15.50 x 50 / 60 = 12.9167: 12.92, of which 0.20 is 2.584: 2.58, and the rest 10.34.
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.fixtures.case import Case, Somebody, a_case, a_person, moment
from tests.fixtures.direct import FIRST, a_direct
from tests.fixtures.introduced import a_worker, parties, tell
from tests.fixtures.invariants import check_invariants, snapshot
from tests.fixtures.money import ANCHOR, a_plan_agreement, run_period
from tests.fixtures.paying import PERIODS
from whatmatters.access.queries.bodies import accounts_of_people
from whatmatters.commissioning.models import Agreement, ContractTerms
from whatmatters.commissioning.queries.refusals import AgreementRefused
from whatmatters.direct_payments.services import end_direct, end_introduction
from whatmatters.home.services import someone_died
from whatmatters.payments.queries import run
from whatmatters.payments.queries.figures import spend_figures
from whatmatters.payments.queries.refusals import FactsChanged
from whatmatters.payments.services import propose_run, release_run, set_calendar
from whatmatters.payments.web.run_pays import has_paid
from whatmatters.rules.outcomes import EndReason

PLATFORM, WORKER = "introductory_agency.platform", "introductory_agency.worker"
DAY = timedelta(days=1)
NEXT, LAST = date(2026, 7, 27), date(2026, 8, 24)


@pytest.fixture
def case(db: None) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


@pytest.fixture
def person(case: Case) -> Somebody:
    return a_person(case)


def _before(case: Case) -> None:
    for start in PERIODS[:3]:
        run_period(case, start)


def _run(case: Case, start: date) -> list[tuple[str, date, int]]:
    """Lines of this way of paying in a run: subject, period, pence; the platform's first."""
    shown = run(case.council_id, run_period(case, start))
    assert shown is not None
    own = [one for one in shown.lines if one.rule in (PLATFORM, WORKER)]
    return sorted((one.subject, one.period_corrected, one.pence) for one in own)


def test_her_own_account_pays_two_once_for_each_day(case: Case, person: Somebody) -> None:
    worker = a_worker(case, person)
    _before(case)
    tell(person, worker, FIRST, 60)
    tell(person, worker, FIRST + 3 * DAY, 90)  # 24.00: 4.80 and 19.20
    shown = run(case.council_id, run_period(case, FIRST))
    assert shown is not None
    account, hers = parties(worker)
    own = [one for one in shown.lines if one.payer_id == account]
    assert {(one.subject, one.payee_id, one.pence) for one in own} == {
        ("day:2026-06-29", case.provider_id, 320),
        ("day:2026-06-29", hers, 1_280),
        ("day:2026-07-02", case.provider_id, 480),
        ("day:2026-07-02", hers, 1_920),
    }
    own = accounts_of_people(case.council_id)
    assert has_paid(shown.remittances, own).own == 4_000  # 800 and 3,200 pence
    tell(person, worker, FIRST, 60, seen=1, at=NEXT)  # the same again
    assert _run(case, NEXT) == []
    # What her account pays was spent when it was paid into it.
    spent = {one.model for one in spend_figures(case.council_id, ANCHOR, LAST)}
    assert spent == {"outcome_payments", "direct_payment"}
    check_invariants()


def test_the_total_is_rounded_first(case: Case, person: Somebody) -> None:
    worker = a_worker(case, person, hourly_price=Decimal("15.50"))
    _before(case)
    tell(person, worker, FIRST, 50)
    assert _run(case, FIRST) == [
        ("day:2026-06-29", FIRST, 258),
        ("day:2026-06-29", FIRST, 1_034),
    ]


def test_a_day_that_is_told_late_or_put_right_is_a_dated_line(case: Case, person: Somebody) -> None:
    worker = a_worker(case, person)
    _before(case)
    tell(person, worker, FIRST, 60)
    tell(person, worker, FIRST + DAY, 60)
    assert len(_run(case, FIRST)) == 4
    before = snapshot()
    tell(person, worker, FIRST, 90, seen=1, at=NEXT)  # 24.00: 1.60 and 6.40 more
    tell(person, worker, FIRST + DAY, 0, seen=1, at=NEXT)
    tell(person, worker, FIRST + 2 * DAY, 30, at=NEXT)  # 8.00: 1.60 and 6.40
    assert _run(case, NEXT) == [
        ("day:2026-06-29", FIRST, 160),
        ("day:2026-06-29", FIRST, 640),
        ("day:2026-06-30", FIRST, -1_280),
        ("day:2026-06-30", FIRST, -320),
        ("day:2026-07-01", FIRST, 160),
        ("day:2026-07-01", FIRST, 640),
    ]
    assert _run(case, LAST) == []
    check_invariants(before)


@pytest.mark.parametrize("how", ["introduction", "direct", "death"])
def test_nothing_is_paid_after_the_last_day_and_what_was_comes_back(
    case: Case, person: Somebody, how: str
) -> None:
    direct = a_direct(case, person)
    worker = a_worker(case, person, direct=direct)
    _before(case)
    tell(person, worker, FIRST, 60)
    tell(person, worker, FIRST + DAY, 60)
    assert len(_run(case, FIRST)) == 4
    by, at, why = case.social_worker, moment(NEXT), EndReason.NO_LONGER_NEEDED
    if how == "introduction":
        end_introduction(by=by, at=at, introduction_id=worker, on=FIRST, reason=why)
    elif how == "direct":
        end_direct(by=by, at=at, direct_id=direct, on=FIRST, reason=why)
    else:
        someone_died(by=by, at=at, person_id=person.id, on=FIRST)
    assert _run(case, NEXT) == [
        ("day:2026-06-30", FIRST, -1_280),
        ("day:2026-06-30", FIRST, -320),
    ]
    check_invariants()


def test_hours_told_after_the_proposal_stop_its_release(case: Case, person: Somebody) -> None:
    worker = a_worker(case, person)
    _before(case)
    proposed = propose_run(by=case.finance, at=moment(NEXT), period_start=FIRST)
    tell(person, worker, FIRST, 60, at=NEXT)
    with pytest.raises(FactsChanged):
        release_run(by=case.finance_two, at=moment(NEXT), run_id=proposed.run_id)


def test_somebody_s_own_plan_is_not_signed_under_it(case: Case, person: Somebody) -> None:
    a_worker(case, person)
    signed = Agreement.objects.get(model="introductory_agency").contract_terms_id
    contract = ContractTerms.objects.get(pk=signed).contract_id
    with pytest.raises(AgreementRefused) as refused:
        a_plan_agreement(case, contract)
    assert [one.code for one in refused.value.problems] == ["model_pays_no_plan"]
