"""Replay: by the model and terms in force, to the penny what the ledger posted; nothing written."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.case import moment
from tests.fixtures.invariants import check_invariants, snapshot
from tests.fixtures.money import ANCHOR
from tests.fixtures.replayed import (
    LAST,
    PERIODS,
    TODAY,
    Replayed,
    a_paid_cohort,
    ledger_by_period,
    must_equal_the_ledger,
)
from whatmatters.commissioning.queries import agreement_facts
from whatmatters.comparing.queries.cohorts import Cohort, CohortKind, NobodyLikeThat
from whatmatters.comparing.queries.terms import NoSuchContract
from whatmatters.comparing.services import refusals
from whatmatters.comparing.services.comparing import Asked, Comparison, compare
from whatmatters.delivery.services import VisitGiven, record_visits
from whatmatters.rules.comparing.estimates import Verdict
from whatmatters.rules.comparing.facts import CannotPrice, LeftOut, Source
from whatmatters.rules.periods import period_from

PAID = ("time_and_task", "outcome_payments", "bundled_hours", "individual_service_fund")


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker) -> Iterator[Replayed]:
    """One world for the module, in a transaction that leaves nothing."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield a_paid_cohort()
        transaction.set_rollback(True)


def replayed(made: Replayed, cohort: Cohort | None = None, **asked: object) -> Comparison:
    """The whole council over all four periods, or as asked."""
    days = {"first": ANCHOR, "last": LAST.last_day, **asked}
    today = days.pop("today", TODAY)
    most = days.pop("most_people", None)
    wanted = Asked(cohort or Cohort(), **days)
    return compare(made.case.council_id, wanted, today=today, most_people=most)


def of(found: Comparison, model: str):
    return next(one for one in found.models if one.model == model)


def test_every_line_is_to_the_penny_what_was_posted(made: Replayed) -> None:
    assert len(ledger_by_period(made.case.council_id)) >= 20
    must_equal_the_ledger(made.case.council_id, LAST)


@settings(max_examples=20)
@given(data=st.data())
def test_any_people_and_any_periods_come_to_what_the_ledger_has_for_them(made, data) -> None:
    people = data.draw(st.sets(st.sampled_from(sorted(made.people.values())), min_size=1))
    first = data.draw(st.integers(0, 3))
    last = data.draw(st.integers(first, 3))
    window = {period_from(start) for start in PERIODS[first : last + 1]}
    found = replayed(
        made,
        Cohort(CohortKind.PEOPLE, tuple(people)),
        first=PERIODS[first] + timedelta(days=3),
        last=PERIODS[last] + timedelta(days=5),
        models=PAID,
    )
    whose = {one.id: one.person_id for one in agreement_facts(made.case.council_id)}
    posted = sum(
        pence
        for (agreement, period), pence in ledger_by_period(made.case.council_id).items()
        if whose[agreement] in people and period in window
    )
    assert sum(one.own for one in found.models) == posted
    assert set(found.window) == window


def test_it_reads_and_writes_nothing(made: Replayed) -> None:
    before = snapshot()
    with CaptureQueriesContext(
        connection,
    ) as seen:
        replayed(made)
    verbs = {query["sql"].split()[0] for query in seen.captured_queries}
    assert not verbs & {"INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE"}
    check_invariants(before)


def test_as_many_queries_for_all_as_for_two(made: Replayed) -> None:
    def asked(*names: str) -> int:
        cohort = Cohort(CohortKind.PEOPLE, tuple(made.people[name] for name in names))
        with CaptureQueriesContext(connection) as seen:
            replayed(made, cohort)
        return len(seen)

    assert asked("visits", "plan", "bundle", "fund") == asked(*made.people)


def test_what_each_way_of_paying_could_price_and_why_not(made: Replayed) -> None:
    found = replayed(made)
    assert (found.people, found.agreements, len(found.window)) == (6, 6, 4)
    visits = of(found, "time_and_task")
    assert (visits.people, visits.anew) == (2, 0)
    assert visits.why_not == {CannotPrice.NO_VISITS: 4}
    plans = of(found, "outcome_payments")
    assert (plans.people, plans.as_they_are, plans.anew) == (5, 2, 3)
    assert plans.why_not == {CannotPrice.NO_HOURS: 1}  # the fund's
    assert plans.left_out == {LeftOut.JUDGEMENT: 3}
    bundles = of(found, "bundled_hours")
    assert (bundles.people, bundles.as_they_are, bundles.anew) == (5, 1, 4)
    assert bundles.left_out == {LeftOut.REVIEW: 2}  # of the two with visits a review was counted
    assert of(found, "patch_block").why_not == {CannotPrice.A_PATCH: 6}
    assert len(plans.payers) == 2
    assert (found.charged, found.charges) == ({}, {})  # nobody was charged


def test_an_hour_costs_what_it_does_now_or_the_named_contract_s_or_what_is_said(made) -> None:
    cohort = Cohort(CohortKind.PEOPLE, (made.people["more_visits"],))
    now = replayed(made, cohort, models=("outcome_payments",))
    assert now.terms["outcome_payments"].rate_from is Source.RECORDED
    # 30 minutes a day for 112 days at 20.00: 1120.00
    assert of(now, "outcome_payments").pence == 112000
    said = replayed(
        made, cohort, models=("outcome_payments",), rates={"outcome_payments": Decimal("25.50")}
    )
    assert of(said, "outcome_payments").pence == 142800
    reference = now.terms["outcome_payments"].reference
    named = replayed(
        made, cohort, models=("outcome_payments",), references={"outcome_payments": reference}
    )
    assert named.terms["outcome_payments"].rate == Fraction("22.40")
    assert of(named, "outcome_payments").pence == 125440
    with pytest.raises(NoSuchContract):
        replayed(made, references={"outcome_payments": "NONE-1"})


def test_an_area_and_a_provider_are_their_people_and_another_s_are_nobody_s(made) -> None:
    case = made.case
    assert replayed(made, Cohort(CohortKind.AREA, (case.patch_id,))).people == 6
    assert replayed(made, Cohort(CohortKind.PROVIDER, (case.provider_id,))).people == 6
    for kind, what in ((CohortKind.AREA, "area"), (CohortKind.PROVIDER, "provider")):
        with pytest.raises(NobodyLikeThat) as refused:
            replayed(made, Cohort(kind, (99_999_999,)))
        assert refused.value.what == what
    with pytest.raises(NobodyLikeThat):
        replayed(made, Cohort(CohortKind.PEOPLE, (made.people["plan"], 99_999_999)))


def test_what_cannot_be_compared_is_refused_by_name(made: Replayed) -> None:
    with pytest.raises(refusals.DaysTheWrongWay):
        replayed(made, last=ANCHOR - timedelta(days=1))
    with pytest.raises(refusals.PeriodNotOver) as later:
        replayed(made, last=TODAY)
    assert later.value.ends == LAST.end + timedelta(days=27)
    with pytest.raises(refusals.TooManyPeriods):
        replayed(made, first=date(2023, 1, 2))
    with pytest.raises(refusals.NothingToCompare):
        replayed(made, first=date(2026, 1, 5), last=date(2026, 1, 6))
    with pytest.raises(refusals.TooManyPeople) as many:
        replayed(made, most_people=5)
    assert (many.value.people, many.value.most) == (6, 5)


def test_a_difference_of_few_people_is_too_few_to_tell(made: Replayed) -> None:
    got = of(replayed(made), "outcome_payments")
    assert (got.difference.n, got.difference.told) == (3, False)
    assert got.verdict is Verdict.CANNOT_TELL
    assert [one.would.n for one in got.incomes] == [4]
    assert got.incomes[0].would.told


def test_a_fact_that_came_after_the_run_shows_until_the_next_run_posts_it(made: Replayed) -> None:
    with transaction.atomic():
        before = of(replayed(made), "time_and_task").pence
        package = next(
            one.source_id
            for one in agreement_facts(made.case.council_id)
            if one.person_id == made.people["visits"]
        )
        late = [VisitGiven(package, date(2026, 7, 20), 2, 60, 60)]
        record_visits(by=made.case.manager, at=moment(TODAY), visits=late)
        # an hour at 21.35
        assert of(replayed(made), "time_and_task").pence == before + 2135
        transaction.set_rollback(True)
