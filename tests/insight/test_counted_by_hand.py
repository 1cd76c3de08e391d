"""What an outcome cost, by category and by patch, and outcomes by kind in each voice: by hand.

Seven people, each with a plan of GBP 2,783.00 and three outcomes judged: the first, about moving,
wholly achieved; the second, about moving, not; the third, about home, wholly. A price is shared
equally among the outcomes judged, 2,783.00 / 3 = 927.6667 each.

* moving: 7 of 14; 7 x 2 x 927.6667 = 12,987.33
* home: 7 of 7; 7 x 927.6667 = 6,493.67
* the patch, and all: 14 of 21; 7 x 2,783.00 = 19,481.00

Days from request to start, six people, all asked on the first day; days after it, in order:

| Who | talked | agreed | started | to talk | to agree | to start | in all |
|---|---|---|---|---|---|---|---|
| Ann: on the six weeks exactly | 7 | 21 | 42 | 7 | 14 | 21 | 42 |
| Bet: one day after them | 7 | 28 | 43 | 7 | 21 | 15 | 43 |
| Cai: nobody noted a conversation | | 14 | 20 | 0 | 14 | 6 | 20 |
| Dai: agreed on the day of the start | 10 | 30 | 30 | 10 | 20 | 0 | 30 |
| Eira: could not wait for an agreement | 1 | | 2 | 1 | 1 | 0 | 2 |
| Ffion: accepted, and waits still | 5 | 40 | | | | | |

* started: five; 2, 20, 30, 42, 43: the middle is 30
* to talk: 7 + 7 + 0 + 10 + 1 = 25, 5.0 on average
* to agree: 14 + 21 + 14 + 20 + 1 = 70, 14.0
* to start: 21 + 15 + 6 + 0 + 0 = 42, 8.4
* 5.0 + 14.0 + 8.4 = 27.4 = (42 + 43 + 20 + 30 + 2) / 5 = 137 / 5
* within six weeks (42 days): Ann, Cai, Dai, Eira, 4 of 5
"""

from datetime import timedelta

import pytest

from tests.fixtures.case import STARTS, Case, a_case, a_contract, a_person, moment
from tests.insight.test_dashboard_figures import ON, dashboard, reviewed
from whatmatters.insight.queries.dashboard import Dashboard
from whatmatters.outcomes.models import Outcome, PlanOutcome, ReferralStep
from whatmatters.outcomes.queries.judged_figures import Voice
from whatmatters.outcomes.services import (
    NewDemand,
    NewReferral,
    StepTaken,
    log_demands,
    refer,
    take_steps,
)
from whatmatters.rules.outcomes import OutcomeKind, WayInStep
from whatmatters.rules.people import Language


@pytest.fixture
def figures(db: None) -> Dashboard:
    case = a_case()
    contract_id = a_contract(case, "A/1")
    for name in "ABCDEFG":
        version = reviewed(case, contract_id, name, (10, 0, 10))
        third = PlanOutcome.objects.filter(version=version).order_by("-pk")[0].outcome_id
        Outcome.objects.filter(pk=third).update(category="home")
    return dashboard(case.council_id, on=ON)


def row(cost) -> tuple[str, int, int, int]:
    return cost.key, cost.told.numerator, cost.told.denominator, cost.pence


def test_what_an_outcome_cost_by_category_and_by_patch(figures: Dashboard) -> None:
    assert [row(cost) for cost in figures.costs.categories] == [
        ("home", 7, 7, 649367),
        ("moving", 7, 14, 1298733),
    ]
    (patch,) = figures.costs.patches
    assert row(patch)[1:] == (14, 21, 1948100)
    assert row(figures.costs.whole)[1:] == (14, 21, 1948100)


def test_outcomes_of_a_kind_in_each_voice_beside_the_finding(figures: Dashboard) -> None:
    rows = {kind.kind: kind.voices for kind in figures.kinds}
    intervals = {voice: rate.interval for voice, rate in rows[OutcomeKind.IMPROVEMENT].items()}
    told = {voice: (i.numerator, i.denominator) for voice, i in intervals.items() if i}
    assert told == {Voice.PERSON: (14, 21), Voice.FINDING: (14, 21)}


W = WayInStep
# Days after the request on which each step was taken.
WAYS: dict[str, dict[WayInStep, int]] = {
    "Ann": {
        W.CONVERSATION: 7,
        W.ROUTED: 8,
        W.ACCEPTED: 9,
        W.PLAN_PROPOSED: 9,
        W.AGREED: 21,
        W.STARTED: 42,
    },
    "Bet": {
        W.CONVERSATION: 7,
        W.ROUTED: 8,
        W.ACCEPTED: 9,
        W.PLAN_PROPOSED: 9,
        W.AGREED: 28,
        W.STARTED: 43,
    },
    "Cai": {W.ROUTED: 8, W.ACCEPTED: 9, W.PLAN_PROPOSED: 9, W.AGREED: 14, W.STARTED: 20},
    "Dai": {
        W.CONVERSATION: 10,
        W.ROUTED: 11,
        W.ACCEPTED: 12,
        W.PLAN_PROPOSED: 12,
        W.AGREED: 30,
        W.STARTED: 30,
    },
    "Eira": {W.CONVERSATION: 1, W.ROUTED: 1, W.ACCEPTED: 1, W.STARTED: 2},
    "Ffion": {W.CONVERSATION: 5, W.ROUTED: 6, W.ACCEPTED: 7, W.PLAN_PROPOSED: 7, W.AGREED: 40},
}
LAST = STARTS + timedelta(days=43)


def walked(case: Case, name: str, days: dict[WayInStep, int]) -> None:
    """Somebody asks on the first day, and takes these steps."""
    by, at = case.social_worker, moment(LAST)
    who = a_person(case, name)
    asked = [NewDemand(STARTS, "Help to wash", Language.ENGLISH, who.id)]
    (demand_id,) = log_demands(by=by, at=at, demands=asked)
    new = NewReferral(who.id, demand_id, STARTS, case.council_organisation_id)
    (referral_id,) = refer(by=by, at=at, referrals=[new])
    for step, after in days.items():
        day = STARTS + timedelta(days=after)
        taken = StepTaken(referral_id, step, day, case.provider_id)
        take_steps(by=by, at=moment(day), steps=[taken])


@pytest.fixture
def ways_in(db: None) -> Case:
    case = a_case()
    for name, days in WAYS.items():
        walked(case, name, days)
    return case


def in_time(board: Dashboard) -> tuple[int, int] | None:
    told = board.shares["started_in_time"].rate.interval
    return told and (told.numerator, told.denominator)


def test_days_from_request_to_start_and_where_they_went(ways_in: Case) -> None:
    board = dashboard(ways_in.council_id, on=LAST)
    starts = board.starts
    assert (starts.count, starts.middle, starts.baseline) == (5, 30, 42)
    assert starts.stages == (5.0, 14.0, 8.4)
    assert in_time(board) == (4, 5)


def test_the_day_before_the_last_start_four_are_too_few(ways_in: Case) -> None:
    board = dashboard(ways_in.council_id, on=LAST - timedelta(days=1))
    assert (board.starts.count, board.starts.middle, board.starts.stages) == (4, None, None)
    assert in_time(board) is None


def test_when_she_who_waits_starts_the_middle_lies_between_two(ways_in: Case) -> None:
    """Ffion starts on day 50: 2, 20, 30, 42, 43, 50: (30 + 42) / 2 = 36; 4 of 6 in time.

    Her steps are 5, 35, 10: 30/6 = 5.0, 105/6 = 17.5, 52/6 = 8.7.
    """
    day = STARTS + timedelta(days=50)
    referral = ReferralStep.objects.get(on=STARTS + timedelta(days=40)).referral_id
    step = StepTaken(referral, W.STARTED, day, ways_in.provider_id)
    take_steps(by=ways_in.social_worker, at=moment(day), steps=[step])
    board = dashboard(ways_in.council_id, on=day)
    assert (board.starts.count, board.starts.middle) == (6, 36)
    assert board.starts.stages == (5.0, 17.5, 8.7)
    assert in_time(board) == (4, 6)
