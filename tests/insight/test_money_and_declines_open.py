"""What was paid and why providers declined open to the people behind, and to nobody else.

Six people, each with a plan of GBP 2,783.00 over three periods of four weeks; one period is paid.
Five of them were declined by the provider before, Ann twice.
"""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.fixtures.case import (
    STARTS,
    Case,
    a_case,
    a_contract,
    a_person,
    an_actor,
    an_agreed_plan,
    moment,
)
from tests.fixtures.paid import browser_of
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation
from whatmatters.outcomes.services import (
    NewDemand,
    NewReferral,
    StepTaken,
    log_demands,
    refer,
    take_steps,
)
from whatmatters.payments.services import propose_run, release_run, set_calendar
from whatmatters.people.models import Assignment
from whatmatters.rules.outcomes import DeclineReason, WayInStep
from whatmatters.rules.people import Language
from whatmatters.rules.roles import InstallationKind, Role

PAID_ON = STARTS + timedelta(days=28)
NAMES = ("Ann", "Bet", "Cai", "Dai", "Eira", "Ffion")


def declined(case: Case, person_id: int, times: int) -> None:
    by, at = case.social_worker, moment(STARTS)
    asked = [NewDemand(STARTS, "A lift", Language.ENGLISH, person_id)]
    (demand_id,) = log_demands(by=by, at=at, demands=asked)
    new = NewReferral(person_id, demand_id, STARTS, case.council_organisation_id)
    (referral_id,) = refer(by=by, at=at, referrals=[new])
    for _ in range(times):
        routed = StepTaken(referral_id, WayInStep.ROUTED, STARTS, case.provider_id)
        said = (WayInStep.DECLINED, STARTS, case.provider_id, DeclineReason.TOO_FAR)
        take_steps(by=by, at=at, steps=[routed, StepTaken(referral_id, *said)])


@pytest.fixture
def case(db: None) -> Case:
    """Paid on the first day of the second period, which is today."""
    mark_installation(kind=InstallationKind.DEMO, at=moment(PAID_ON), as_of=PAID_ON)
    case = a_case()
    contract_id = a_contract(case)
    for name, times in zip(NAMES, (2, 1, 1, 1, 1, 0), strict=True):
        who = a_person(case, f"{name} Behind")
        an_agreed_plan(case, who, contract_id)
        if times:
            declined(case, who.id, times)
    set_calendar(by=case.finance, at=moment(STARTS), anchor=STARTS)
    run_id = propose_run(by=case.finance, at=moment(PAID_ON), period_start=STARTS).run_id
    release_run(by=case.finance_two, at=moment(PAID_ON), run_id=run_id)
    return case


def behind(actor: Actor, figure: str, provider_id: int | None = None) -> tuple[int, str]:
    name = "dashboard_cases" if provider_id is None else "dashboard_provider_cases"
    arguments = [figure] if provider_id is None else [provider_id, figure]
    answer = browser_of(actor).get(reverse(name, args=arguments))
    return answer.status_code, " ".join(answer.content.decode().partition("<main")[2].split())


def linked(actor: Actor, figure: str) -> bool:
    page = browser_of(actor).get(reverse("dashboard")).content.decode()
    return reverse("dashboard_cases", args=[figure]) in page


def test_what_was_paid_opens_to_each_person_with_her_part(case: Case) -> None:
    assert linked(case.commissioner, "spend")
    for where in (None, case.provider_id):
        status, told = behind(case.commissioner, "spend", where)
        assert status == 200
        assert "6 people whose record you may open" in told
        assert all(f"{name} Behind</a>" in told for name in NAMES)
        # A plan of 84 days earns by the day: 2,783.00 x 28 / 84 = 927.67.
        assert told.count('<td class="wm-num">£927.67</td>') == 6


def test_declines_open_to_whom_each_was_about(case: Case) -> None:
    broker = an_actor(case.system, Role.BROKER, case.council_organisation_id, "Bet Owen")
    assert linked(broker, "declines")
    status, told = behind(broker, "declines")
    assert status == 200
    assert "5 people whose record you may open" in told
    assert told.count('<td class="wm-num">1</td>') == 4
    assert told.count('<td class="wm-num">2</td>') == 1
    assert "Ffion" not in told


def test_who_may_not_see_a_person_reads_counts_alone(case: Case) -> None:
    """The broker sees no money of a person's; her worker the declines of her own people."""
    broker = an_actor(case.system, Role.BROKER, case.council_organisation_id, "Bet Owen")
    scrutiny = an_actor(case.system, Role.SCRUTINY, case.council_organisation_id, "Sian Lloyd")
    stranger = an_actor(case.system, Role.SOCIAL_WORKER, case.council_organisation_id, "Non")
    for actor, figure in ((broker, "spend"), (case.manager, "spend"), (stranger, "declines")):
        status, told = behind(actor, figure)
        assert (status, "Behind</a>" in told) == (200, False), (actor.name, figure)
        assert "None of the people counted here is one whose record you may open." in told
    assert not linked(broker, "spend")
    for figure in ("spend", "declines"):
        assert behind(scrutiny, figure)[0] == 403
        assert not linked(scrutiny, figure)


def test_a_worker_opens_declines_to_her_own_people(case: Case) -> None:
    mine = Assignment.objects.filter(user_id=case.social_worker.user_id).count()
    _status, told = behind(case.social_worker, "declines")
    assert told.count("Behind</a>") == min(mine, 5)


def test_four_declines_are_withheld_and_do_not_open(db: None) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    case = a_case()
    declined(case, a_person(case, "Ann Behind").id, 4)
    broker = an_actor(case.system, Role.BROKER, case.council_organisation_id, "Bet Owen")
    assert not linked(broker, "declines")
    assert "A figure that is left out does not open" in behind(broker, "declines")[1]
    declined(case, a_person(case, "Bet Behind").id, 1)
    assert linked(broker, "declines")
    assert behind(broker, "declines")[1].count("Behind</a>") == 2
