"""Whole shifts paid from records by two funders, to the penny as `assess`.

The usual shift: 8 h x 13.50 x 1.25 = 135.00. NHS 80 + 60 x 80/320 = 95 of 480 minutes: 2671.875;
social care 10828.125: 10828 and, with the penny left over, 2672.
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.fixtures.case import Case, a_case, moment
from tests.fixtures.invariants import check_invariants, snapshot
from tests.fixtures.money import ANCHOR, a_plan_agreement, run_period
from tests.fixtures.paying import PERIODS, lines
from tests.fixtures.shifted import DAY, USUAL, a_scheme, like, put_right, terms, told
from whatmatters.commissioning.queries.refusals import AgreementRefused
from whatmatters.commissioning.services import new_terms
from whatmatters.frontend.left_out_words import why_left_out
from whatmatters.payments.queries import run
from whatmatters.payments.queries.refusals import FactsChanged
from whatmatters.payments.services import propose_run, release_run, set_calendar
from whatmatters.rules.outcomes import EndReason
from whatmatters.shifts.queries.refusals import OutsideShifts
from whatmatters.shifts.services import change_shift_terms, end_shifts

SHIFT, LATE = "shift_split.shift", "late_fact"
SECOND = PERIODS[1]


@pytest.fixture
def case(db: None) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


def paid(case: Case, start: date) -> list[tuple[date, int, str]]:
    return [(when, pence, why) for _, when, pence, why, _ in lines(case, run_period(case, start))]


def now(start: date, *pence: int) -> list[tuple[date, int, str]]:
    return [(start, one, SHIFT) for one in pence]


def test_each_shift_is_paid_once_by_two_funders(case: Case) -> None:
    """Three workers for 450 minutes: 1350 minutes are 22.5 h x 13.50 x 1.25 = 379.6875: 37969. NHS
    330 + 210 x 330/900 = 407 of 1350: 11446.95, social care 26522.04: 26522 and 11447.

    A shift in which nobody was seen costs 2 h x 15.20 x 1.25 = 38.00: 0.3 of it is 11.40."""
    contract = a_scheme(case)
    crew = like(reference="A-2", staff=3, length=450, social=570, health=330, travel=210)
    quiet = like(reference="A-3", tier="senior", length=120, social=0, health=0, travel=0)
    told(case, contract, USUAL, crew, quiet)
    shown = run(case.council_id, run_period(case, ANCHOR))
    assert shown is not None
    council = case.council_organisation_id
    assert [(one.subject, one.payer_id == council, one.pence) for one in shown.lines] == [
        ("shift:1", True, 10828),
        ("shift:1", False, 2672),
        ("shift:2", True, 26522),
        ("shift:2", False, 11447),
        ("shift:3", True, 2660),
        ("shift:3", False, 1140),
    ]
    assert {one.payee_id for one in shown.lines} == {case.provider_id}
    assert told(case, contract, USUAL, crew, quiet).same == 3
    assert paid(case, SECOND) == []
    check_invariants()


def test_what_is_put_right_later_is_a_line_and_what_was_paid_stays(case: Case) -> None:
    contract = a_scheme(case)
    gone, moved = like(reference="A-2"), like(reference="A-3")
    told(case, contract, USUAL, gone, moved)
    assert paid(case, ANCHOR) == now(ANCHOR, *[10828, 2672] * 3)
    before = snapshot()
    # 9 hours were worked: 151.875 -> 15188. NHS 95 of 540: 2671.96, social care 12516.04: 12516,
    # 2672. The second was not worked at all; the third was worked on the next period's first day.
    longer = like(length=540)
    nothing = like(gone, length=0, social=0, health=0, travel=0)
    later = like(moved, on=SECOND)
    told(case, contract, longer, nothing, at=SECOND + DAY)
    put_right(case, contract, 3, later, at=SECOND + DAY)
    assert sorted(paid(case, SECOND)) == sorted(
        [
            (ANCHOR, 12516 - 10828, LATE),
            *((ANCHOR, -pence, LATE) for pence in (10828, 2672) * 2),
            *now(SECOND, 10828, 2672),
        ]
    )
    assert paid(case, PERIODS[2]) == []
    check_invariants(before)


def test_a_shift_that_moves_into_the_next_period_is_paid_there_and_given_back_here(
    case: Case,
) -> None:
    contract = a_scheme(case)
    told(case, contract, USUAL)
    assert paid(case, ANCHOR) == now(ANCHOR, 10828, 2672)
    put_right(case, contract, 1, like(on=SECOND), at=SECOND + DAY)
    back = [(ANCHOR, -10828, LATE), (ANCHOR, -2672, LATE)]
    assert sorted(paid(case, SECOND)) == sorted([*back, *now(SECOND, 10828, 2672)])


def test_a_wage_and_a_method_hold_from_their_day(case: Case) -> None:
    """As tests/cases/shift_split/terms_change.toml, and told after the first day was paid."""
    contract = a_scheme(case, agreed=terms(method="contact"))
    on = ANCHOR + timedelta(days=14)
    told(case, contract, USUAL, like(reference="B-1", on=on))
    # 20 April by the old terms: as the first, a quarter of 13500.
    assert paid(case, ANCHOR) == now(ANCHOR, 10125, 3375, 10125, 3375)
    risen = terms(tiers={"support": Decimal("13.95")})
    new_terms(by=case.commissioner, at=moment(SECOND), contract_id=contract, starts=on, terms=risen)
    # 8 h x 13.95 x 1.25 = 139.50; the NHS's 95 of 480 are 2761 and social care's rest 11189.
    assert sorted(paid(case, SECOND)) == [
        (ANCHOR, 2761 - 3375, LATE),
        (ANCHOR, 11189 - 10125, LATE),
    ]
    check_invariants()


def test_terms_that_were_wrong_are_written_again_and_a_contract_is_annulled(case: Case) -> None:
    """Twice the wage by mistake: 8 h x 27.00 x 1.25 = 270.00. The NHS's 95 of 480 are 5343.75,
    social care's rest 21656.25: 21656 and, with the penny left over, 5344."""
    contract, by = a_scheme(case), case.commissioner
    told(case, contract, USUAL)
    wages = ("27.00", "13.50")
    for wage, due in zip(wages, (now(ANCHOR, 21656, 5344), None), strict=True):
        agreed, at = terms(tiers={"support": Decimal(wage)}), moment(SECOND)
        change_shift_terms(by=by, at=at, contract_id=contract, starts=ANCHOR, terms=agreed)
        if due:
            assert paid(case, ANCHOR) == due
    right = [(ANCHOR, 2672 - 5344, LATE), (ANCHOR, 10828 - 21656, LATE)]
    assert sorted(paid(case, SECOND), reverse=True) == right
    reason, at = EndReason.NO_LONGER_NEEDED, moment(PERIODS[2])
    end_shifts(by=by, at=at, contract_id=contract, on=ANCHOR - DAY, reason=reason)
    assert sorted(paid(case, PERIODS[2])) == [(ANCHOR, -10828, LATE), (ANCHOR, -2672, LATE)]
    check_invariants()


def test_nothing_is_paid_after_the_last_day_and_what_was_comes_back(case: Case) -> None:
    contract = a_scheme(case)
    told(case, contract, USUAL, like(reference="A-2", on=ANCHOR + 9 * DAY))
    assert paid(case, ANCHOR) == now(ANCHOR, 10828, 2672, 10828, 2672)
    last = ANCHOR + 8 * DAY
    end_shifts(
        by=case.commissioner,
        at=moment(SECOND),
        contract_id=contract,
        on=last,
        reason=EndReason.NO_LONGER_NEEDED,
    )
    with pytest.raises(OutsideShifts):
        told(case, contract, like(reference="A-4", on=last + DAY), at=SECOND)
    told(case, contract, like(reference="A-5", on=last), at=SECOND)
    # The two of the day after come back; what was worked on the last day and told late is paid.
    assert sorted(paid(case, SECOND)) == [
        (ANCHOR, -10828, LATE),
        (ANCHOR, -2672, LATE),
        (ANCHOR, 2672, LATE),
        (ANCHOR, 10828, LATE),
    ]


def test_a_contract_s_own_last_day_is_the_last(case: Case) -> None:
    contract = a_scheme(case, ends=ANCHOR + DAY)
    told(case, contract, USUAL)
    with pytest.raises(OutsideShifts):
        told(case, contract, like(reference="A-2", on=ANCHOR + 2 * DAY))
    assert paid(case, ANCHOR) == now(ANCHOR, 10828, 2672)


def test_a_shift_told_after_the_proposal_stops_its_release(case: Case) -> None:
    contract = a_scheme(case)
    told(case, contract, USUAL)
    proposed = propose_run(by=case.finance, at=moment(SECOND), period_start=ANCHOR)
    told(case, contract, like(reference="A-2"), at=SECOND)
    with pytest.raises(FactsChanged):
        release_run(by=case.finance_two, at=moment(SECOND), run_id=proposed.run_id)


def test_a_tier_that_later_terms_leave_out_waits_by_name_and_is_paid_once_it_is_right(
    case: Case,
) -> None:
    contract = a_scheme(case)
    told(case, contract, USUAL, like(reference="A-2", tier="senior"))
    only = terms(tiers={"support": Decimal("13.50")})
    new_terms(
        by=case.commissioner, at=moment(SECOND), contract_id=contract, starts=USUAL.on, terms=only
    )
    shown = run(case.council_id, run_period(case, ANCHOR))
    assert shown is not None
    (left,) = shown.left_out
    assert (shown.lines, left.code) == ((), "shift_without_rate")
    named = {"reference": "A-2", "on": "2026-04-07", "tier": "senior", "count": "1"}
    assert left.told == named
    assert "Shift “A-2” of 7 April 2026 has no rate" in why_left_out(left.code, left.told)
    told(case, contract, like(reference="A-2"), at=SECOND)
    assert paid(case, SECOND) == [(ANCHOR, pence, LATE) for pence in (10828, 2672) * 2]


def test_somebody_s_own_plan_is_not_signed_under_it(case: Case) -> None:
    with pytest.raises(AgreementRefused) as refused:
        a_plan_agreement(case, a_scheme(case))
    assert [one.code for one in refused.value.problems] == ["model_pays_no_plan"]
