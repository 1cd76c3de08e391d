"""With whom a provider has to do: by its plans, its packages, and who was just sent to it."""

from datetime import date, timedelta

import pytest

from tests.fixtures.case import STARTS, Case, Somebody, a_case, a_contract, a_person, moment
from whatmatters.access.queries import may
from whatmatters.access.services import OrganisationGiven, add_organisations
from whatmatters.delivery.models import LegacyPackage
from whatmatters.outcomes.models import Demand, Plan, PlanVersion, Referral, ReferralStep
from whatmatters.rules.permissions import Action
from whatmatters.rules.roles import OrganisationKind

ON = STARTS + timedelta(days=200)


@pytest.fixture
def case(db: None) -> Case:
    return a_case()


@pytest.fixture
def mair(case: Case) -> Somebody:
    return a_person(case)


def row(case: Case, table: type, **columns: object):
    written = {"council_id": case.council_id, "by_id": case.system.user_id, "at": moment(STARTS)}
    return table.objects.create(**written, **columns)


def seen(case: Case, mair: Somebody, on: date = ON) -> bool:
    """Whether the case's provider manager may open her record."""
    return may(case.manager, Action.SEE_RECORD, mair.id, on)


@pytest.mark.parametrize(
    ("state", "ended_days_ago", "expected"),
    [
        ("draft", 0, True),
        ("proposed", 400, True),
        ("agreed", 400, True),  # past its end, with the review late
        ("amendment_requested", 0, True),
        ("ended", 84, True),
        ("ended", 85, False),
        ("declined", 0, True),
        ("superseded", 0, False),
    ],
)
def test_a_plan_of_theirs_while_it_lasts_and_a_while_after(
    case: Case, mair: Somebody, state: str, ended_days_ago: int, expected: bool
) -> None:
    contract = a_contract(case)
    plan = row(case, Plan, person_id=mair.id, contract_id=contract, provider_id=case.provider_id)
    ends = ON - timedelta(days=ended_days_ago)
    days = {"starts": ends - timedelta(days=28), "ends": ends, "review_on": ends}
    row(case, PlanVersion, plan=plan, number=1, state=state, **days)
    assert seen(case, mair) is expected


def test_another_providers_plan_opens_nothing(case: Case, mair: Somebody) -> None:
    given = OrganisationGiven(OrganisationKind.PROVIDER, "Gofal Arall", "Gofal Arall")
    [other] = add_organisations(by=case.system, at=moment(STARTS), organisations=[given])
    contract = a_contract(case)
    plan = row(case, Plan, person_id=mair.id, contract_id=contract, provider_id=other)
    days = {"starts": STARTS, "ends": ON, "review_on": ON}
    row(case, PlanVersion, plan=plan, number=1, state="agreed", **days)
    assert not seen(case, mair)


@pytest.mark.parametrize(
    ("ends", "expected"),
    [(None, True), (ON - timedelta(days=84), True), (ON - timedelta(days=85), False)],
)
def test_a_legacy_package_of_theirs(
    case: Case, mair: Somebody, ends: date | None, expected: bool
) -> None:
    row(
        case,
        LegacyPackage,
        person_id=mair.id,
        contract_id=a_contract(case),
        starts=STARTS,
        ends=ends,
        calls_per_day=2,
        minutes_per_call=30,
        tasks="Wash",
        rate="22.4",
    )
    assert seen(case, mair) is expected


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (["requested"], False),
        (["requested", "routed"], True),
        (["requested", "routed", "accepted"], True),
        (["requested", "routed", "declined"], False),
        (["requested", "routed", "declined", "routed"], True),
        (["requested", "routed", "accepted", "started"], False),
        (["requested", "routed", "withdrawn"], False),
    ],
)
def test_who_was_sent_to_them_until_they_answer(
    case: Case, mair: Somebody, steps: list[str], expected: bool
) -> None:
    demand = row(
        case, Demand, person_id=mair.id, on=STARTS, words="Help", language="cy", kind="value"
    )
    referral = row(case, Referral, person_id=mair.id, demand=demand, on=STARTS)
    for step in steps:
        reason = "too_far" if step == "declined" else None
        owner = None if step == "requested" else case.provider_id
        columns = {"owner_id": owner, "decline_reason": reason, "on": STARTS}
        row(case, ReferralStep, referral=referral, step=step, **columns)
    assert seen(case, mair) is expected
