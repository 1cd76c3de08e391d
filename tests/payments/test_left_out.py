"""One judgement that cannot be assessed is named and waits; everybody else is paid (issue 2).

The table of bank holidays ends on 31 December 2028. Figures by hand: 278300 pence over 84 days from
16 October 2028 to 7 January 2029 earn 92767, 92766, 92767. Mair's first outcome was off track on 27
November and an exception raised on 3 January: 37 of 42 days to the plan's end (8 January), so its
rate is 0.80 x (0.5 + 0.5 x 37/42) = 0.752380..., and its penalty 278300 x 0.6 x 5/10 x 0.752380...
= 62816.29: 62816. Non's was never recorded off track: 66792.
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.fixtures.case import Case, Somebody, a_case, a_person, moment
from tests.fixtures.invariants import check_invariants
from tests.fixtures.judged import a_planned_version, judge
from tests.fixtures.money import ANCHOR, a_contract, a_plan_agreement, run_period
from tests.fixtures.paid import browser_of
from tests.fixtures.paying import PENALTY, end
from whatmatters.access.services import mark_installation
from whatmatters.outcomes.models import ExceptionRaised, OffTrack
from whatmatters.payments.management import pay_print
from whatmatters.payments.queries import run
from whatmatters.payments.services import preview_run, propose_run, set_calendar
from whatmatters.policy import queries as policy
from whatmatters.rules.lifecycles import LeftOutPart
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.roles import InstallationKind
from whatmatters.rules.working_days import HolidayTable

STARTS, LAST = date(2028, 10, 16), date(2029, 1, 7)
PERIODS = [STARTS + timedelta(days=28 * n) for n in range(6)]
LATE_PENALTY, HELD = -62816, 13915
AFTER = moment(PERIODS[3] + timedelta(days=1))


@pytest.fixture
def case(db: None) -> Case:
    return _a_case()


def _a_case() -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


def _judged(case: Case, person: Somebody, raised: bool) -> int:
    """Her agreement, judged on its last day by its first outcome missed by half."""
    contract = a_contract(case)
    planned = a_planned_version(case, person, contract, starts=STARTS, ends=LAST)
    agreement = a_plan_agreement(
        case, contract, starts=STARTS, ends=LAST, person_id=person.id,
        source_id=planned.version_id, terms={"retention_share": Decimal("0.05")},
    )  # fmt: skip
    if raised:
        off, raised_on, outcome = date(2028, 11, 27), date(2029, 1, 3), planned.outcome_ids[0]
        by = {"council_id": case.council_id, "by_id": case.manager.user_id}
        OffTrack.objects.create(outcome_id=outcome, on=off, party="provider", at=moment(off), **by)
        exception = ExceptionRaised.objects.create(
            version_id=planned.version_id, on=raised_on, reason="hospital", words="Yn yr ysbyty",
            at=moment(raised_on), **by,
        )  # fmt: skip
        exception.outcomes.add(outcome)
    judge(case, planned, tenths=(5, 10), on=LAST)
    end(case, agreement, LAST, at=LAST, reason=EndReason.REVIEWED)
    return agreement


def _both(case: Case) -> tuple[int, int]:
    mair, non = a_person(case, "Mair Rees"), a_person(case, "Non Prydderch")
    found = _judged(case, mair, raised=True), _judged(case, non, raised=False)
    for start in PERIODS[:2]:
        run_period(case, start)
    return found


def _lines(case: Case, run_id: int, agreement: int) -> list[tuple[str, date, int]]:
    shown = run(case.council_id, run_id)
    assert shown is not None
    told = [x for x in shown.lines if x.agreement_id == agreement]
    return [(x.rule.rpartition(".")[2], x.period_corrected, x.pence) for x in told]


@pytest.fixture
def mended(monkeypatch: pytest.MonkeyPatch):
    """The table as a later release brings it: one year longer."""

    def mend() -> None:
        table = policy.bank_holidays()
        longer = HolidayTable(
            table.days | {date(2029, 1, 1)}, table.covers_from, date(2029, 12, 31)
        )
        monkeypatch.setattr(policy, "bank_holidays", lambda: longer)
        monkeypatch.setattr("whatmatters.payments.services.evidence.bank_holidays", lambda: longer)
        policy.dated_rules.cache_clear()

    yield mend
    monkeypatch.undo()
    policy.dated_rules.cache_clear()


def test_the_rest_is_paid_and_the_one_is_named_and_paid_once_mended(case: Case, mended) -> None:
    mair, non = _both(case)
    third = run_period(case, PERIODS[2])
    # 5% of 278300 is 13915; of 185533 (9277) held before, so 4638 more is held now.
    paid = ("instalment", PERIODS[2], 92767 - 4638)
    penalty, released = ("penalty", PERIODS[2], PENALTY), ("retention_released", PERIODS[2], HELD)
    assert _lines(case, third, mair) == [paid]
    assert sorted(_lines(case, third, non)) == sorted([paid, penalty, released])
    shown = run(case.council_id, third)
    assert shown is not None
    (left,) = shown.left_out
    assert (left.agreement_id, left.part, left.code) == (
        mair,
        LeftOutPart.JUDGEMENT,
        "beyond_holiday_table",
    )
    assert left.told == {"day": "2029-01-03", "until": "2028-12-31"}
    check_invariants()
    # Nothing mended: the fourth run tries again, says so again, and pays nothing twice.
    fourth = run_period(case, PERIODS[3])
    shown = run(case.council_id, fourth)
    assert shown is not None
    assert (shown.lines, [one.agreement_id for one in shown.left_out]) == ((), [mair])
    mended()
    fifth = run_period(case, PERIODS[4])
    assert sorted(_lines(case, fifth, mair)) == [
        ("penalty", PERIODS[2], LATE_PENALTY),
        ("retention_released", PERIODS[2], HELD),
    ]
    shown = run(case.council_id, fifth)
    assert shown is not None
    assert shown.left_out == ()
    assert _lines(case, run_period(case, PERIODS[5]), mair) == []
    check_invariants()


def test_a_proposal_is_made_anew_once_the_table_reaches(case: Case, mended) -> None:
    mair, _ = _both(case)
    first = propose_run(by=case.finance, at=AFTER, period_start=PERIODS[2])
    same = propose_run(by=case.finance, at=AFTER, period_start=PERIODS[2])
    assert (same.run_id, same.new) == (first.run_id, False)
    mended()
    again = propose_run(by=case.finance, at=AFTER, period_start=PERIODS[2])
    assert again.new
    assert ("penalty", PERIODS[2], LATE_PENALTY) in _lines(case, again.run_id, mair)


def test_a_dry_run_names_it_too(case: Case) -> None:
    mair, _ = _both(case)
    shown = preview_run(by=case.finance, at=AFTER, period_start=PERIODS[2])
    assert [(x.agreement_id, x.part) for x in shown.left_out] == [(mair, LeftOutPart.JUDGEMENT)]


def test_the_command_says_which_why_and_what_to_do(case: Case, capsys) -> None:
    mair, _ = _both(case)
    pay_print.preview(preview_run(by=case.finance, at=AFTER, period_start=PERIODS[2]))
    proposed = propose_run(by=case.finance, at=AFTER, period_start=PERIODS[2])
    dry = capsys.readouterr().out
    pay_print.proposal(case.council_id, proposed)
    for said in (dry, capsys.readouterr().out):
        words = " ".join(said.split())
        assert f"Agreement {mair} cannot be assessed" in words
        assert "the table of bank holidays ends on 31 December 2028" in words
        assert "The next run after that adds what is due here" in words


def test_the_page_says_which_why_and_what_to_do(own_database) -> None:
    today = PERIODS[3] + timedelta(days=1)
    mark_installation(kind=InstallationKind.DEMO, at=moment(today), as_of=today)
    case = _a_case()
    mair, _ = _both(case)
    proposed = propose_run(by=case.finance, at=AFTER, period_start=PERIODS[2])
    for actor in (case.finance, case.finance_two):
        text = browser_of(actor).get(f"/payments/runs/{proposed.run_id}/").content.decode()
        assert "1 agreement cannot be assessed" in text
        assert f"Mair Rees, agreement {mair}" in text
        assert "the table of bank holidays ends on 31 December 2028" in text
    text = browser_of(case.finance, "cy").get(f"/payments/runs/{proposed.run_id}/").content.decode()
    assert "Ni ellir asesu 1 cytundeb" in text
