"""Plans expire, late reviews escalate, nothing renews silently (R-WI-06, R-TT-04)."""

from datetime import timedelta

import pytest

from tests.fixtures.case import STARTS, a_case, a_person, moment
from tests.fixtures.reviewed import AFTER, ENDS, Agreed, agree, an_agreed, the_content
from whatmatters.commissioning.queries import agreement_facts
from whatmatters.outcomes.models import PlanVersion
from whatmatters.outcomes.queries import overdue_reviews, plans_expiring, static_plans
from whatmatters.outcomes.services.due import open_due_judgements
from whatmatters.outcomes.services.events import make_small_change
from whatmatters.outcomes.services.plans import NewPlan, draft_plan
from whatmatters.people.services import record_death


def followed(found: Agreed) -> int:
    """The next plan, with the same lines, agreed for the day after the first one's end."""
    new = NewPlan(
        found.person.id,
        found.contract_id,
        the_content(found.outcomes, AFTER),
        follows=found.plan_id,
    )
    drafted = draft_plan(by=found.case.manager, at=moment(ENDS), plan=new)
    agree(found, drafted.version_id, ENDS)
    return drafted.version_id


def test_a_plan_expires_from_four_weeks_before_its_end(db: None) -> None:
    found = an_agreed()
    council = found.case.council_id
    assert plans_expiring(council, on=ENDS - timedelta(days=29)) == ()
    (due,) = plans_expiring(council, on=ENDS - timedelta(days=28))
    assert (due.version_id, due.days_left, due.review_on) == (found.version_id, 28, ENDS)
    assert plans_expiring(council, on=ENDS)[0].days_left == 0
    assert plans_expiring(council, on=AFTER) == ()
    assert plans_expiring(council, on=ENDS - timedelta(days=28), days=7) == ()


@pytest.mark.parametrize(
    ("days_after_end", "level", "told"),
    [
        (1, 1, ["social_worker"]),
        (7, 1, ["social_worker"]),
        (8, 2, ["social_worker", "commissioner"]),
        (14, 2, ["social_worker", "commissioner"]),
        (15, 3, ["social_worker", "commissioner", "administrator"]),
        (400, 3, ["social_worker", "commissioner", "administrator"]),
    ],
)
def test_an_overdue_review_climbs_at_0_7_and_14_days(
    db: None, days_after_end: int, level: int, told: list[str]
) -> None:
    found = an_agreed()
    on = ENDS + timedelta(days=days_after_end)
    assert overdue_reviews(found.case.council_id, on=ENDS) == ()
    (late,) = overdue_reviews(found.case.council_id, on=on)
    assert (late.days_over, late.level) == (days_after_end - 1, level)
    assert list(late.told) == told
    assert late.judgement_id is None


def test_nothing_renews_silently(db: None) -> None:
    found = an_agreed()
    case = found.case
    before = list(PlanVersion.objects.values())
    on = ENDS + timedelta(days=200)
    opened = open_due_judgements(by=case.system, at=moment(on), on=on)
    assert set(opened) == {found.version_id}
    assert open_due_judgements(by=case.system, at=moment(on), on=on) == {}
    assert list(PlanVersion.objects.values()) == before
    (agreement,) = agreement_facts(case.council_id)
    assert (agreement.ends, agreement.ended_on) == (ENDS, None)
    (late,) = overdue_reviews(case.council_id, on=on)
    assert late.judgement_id == opened[found.version_id]


def test_judgements_open_on_the_last_day_and_never_after_a_death(db: None) -> None:
    found = an_agreed()
    case = found.case
    alive = an_agreed(case, a_person(case, "Arall"), found.contract_id)
    record_death(by=case.social_worker, at=moment(STARTS), person_id=found.person.id, on=STARTS)
    early = ENDS - timedelta(days=1)
    assert open_due_judgements(by=case.system, at=moment(early), on=early) == {}
    opened = open_due_judgements(by=case.system, at=moment(ENDS), on=ENDS)
    assert set(opened) == {alive.version_id}


def test_plan_after_plan_with_the_same_lines_is_static_until_somebody_changes_something(
    db: None, django_assert_num_queries
) -> None:
    found = an_agreed()
    case = found.case
    second = followed(found)
    on = STARTS + timedelta(weeks=20)
    with django_assert_num_queries(2):
        told = static_plans(case.council_id, on=on, weeks=20)
    assert {(plan.version_id, plan.unchanged_since, plan.weeks) for plan in told} == {
        (found.version_id, STARTS, 20),
        (second, STARTS, 20),
    }
    assert static_plans(case.council_id, on=on) == ()
    make_small_change(
        by=case.manager, at=moment(AFTER), version_id=second, on=AFTER, words="Te yn lle coffi"
    )
    assert static_plans(case.council_id, on=on, weeks=20) == ()
    assert static_plans(a_case("W06000003").council_id, on=on, weeks=1) == ()
