"""One fact, through a service: exactly the figures move that are typed here, at all five depths.

What the product's register says is compared with the same typed table.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.fixtures.case import (
    STARTS,
    a_contract,
    a_person,
    agreed_by_three,
    an_agreed_plan,
    moment,
    propose,
)
from tests.fixtures.case import a_draft as drafted
from tests.fixtures.figured import Figured, a_figured_case, all_scopes, counted
from tests.fixtures.reviewed import AFTER, a_new_outcome, all_answered, conclude, find
from whatmatters.outcomes.services import (
    FindingGiven,
    NewDemand,
    NewReferral,
    StepTaken,
    log_demands,
    refer,
    retire_outcome,
    set_outcomes,
    take_steps,
)
from whatmatters.outcomes.services.beside import record_satisfaction
from whatmatters.outcomes.services.closing import close_case
from whatmatters.outcomes.services.control import ControlGiven, say_control
from whatmatters.outcomes.services.gaps import GapNoted, note_gaps
from whatmatters.outcomes.services.progress import record_off_track
from whatmatters.payments.services import propose_run, release_run, set_calendar
from whatmatters.policy.measures import measures
from whatmatters.rules.control import Control
from whatmatters.rules.outcomes import DeclineReason, EndReason, Party, Satisfaction, WayInStep
from whatmatters.rules.people import Language

DAY = timedelta(days=1)
NOW = STARTS + 10 * DAY
Act = Callable[[], object]

REVIEW = {"outcomes_achieved", "outcomes_found", "voices", "cost_per_outcome"}
# What each fact moves, typed by hand; whichever depth it exists at.
MOVED = {
    "plan_agreed": {"outcomes_on_track", "reviews_late"},
    "said_off_track": {"outcomes_on_track"},
    "outcome_let_go": {"outcomes_on_track"},
    "review_concluded": REVIEW | {"satisfied", "outcomes_on_track", "reviews_late"},
    "judged_outcome_let_go": REVIEW,
    "control_said": {"in_control"},
    "control_written_down": set(),
    "plan_ended_early": {"outcomes_on_track", "reviews_late"},
    "support_started": {"started_in_time", "days_to_start"},
    "provider_declined": {"declines"},
    "gap_noted": {"gaps"},
    "run_released": {"spend"},
    "outcome_set": set(),
    "run_proposed": set(),
}
AT = {
    "worker": {
        "outcomes_on_track",
        "outcomes_achieved",
        "satisfied",
        "in_control",
        "reviews_late",
        "outcomes_found",
        "voices",
    }
}
AT["team"] = AT["worker"] | {"started_in_time", "days_to_start", "gaps"}
AT["case"] = AT["team"] | {"cost_per_outcome"}
AT["provider"] = AT["department"] = AT["case"] | {"declines", "spend"}


def plan_agreed(one: Figured) -> tuple[Act, object]:
    found = one.found
    contract_id = a_contract(one.case, "HTLAH-2", leads=False)
    draft = drafted(one.case, found.person.id, contract_id, at=moment(NOW))
    propose(one.case, draft.version_id, NOW)
    return lambda: agreed_by_three(one.case, found.person, draft.version_id, NOW), NOW


def said_off_track(one: Figured) -> tuple[Act, object]:
    by, outcome = one.found.person.actor, one.found.outcomes[0]
    return (
        lambda: record_off_track(
            by=by, at=moment(NOW), on=NOW, outcome_id=outcome, party=Party.PERSON
        ),
        NOW,
    )


def outcome_let_go(one: Figured) -> tuple[Act, object]:
    by, outcome = one.found.person.actor, one.found.outcomes[0]
    return lambda: retire_outcome(by=by, at=moment(NOW), on=NOW, outcome_id=outcome), NOW


def review_concluded(one: Figured) -> tuple[Act, object]:
    judgement_id = all_answered(one.found)
    record_satisfaction(
        by=one.found.person.actor,
        at=moment(AFTER),
        judgement_id=judgement_id,
        answer=Satisfaction.SATISFIED,
        on=AFTER,
    )
    find(one.found, judgement_id, *(FindingGiven(pk) for pk in one.found.outcomes))
    return lambda: conclude(one.found, judgement_id), AFTER


def judged_outcome_let_go(one: Figured) -> tuple[Act, object]:
    review_concluded(one)[0]()
    by, outcome = one.found.person.actor, one.found.outcomes[0]
    return lambda: retire_outcome(by=by, at=moment(AFTER), on=AFTER, outcome_id=outcome), AFTER


def control_said(one: Figured) -> tuple[Act, object]:
    by, given = one.found.person.actor, ControlGiven(Control.ENOUGH)
    told = {"at": moment(NOW), "person_id": one.found.person.id}
    return lambda: say_control(by=by, given=given, **told), NOW


def control_written_down(one: Figured) -> tuple[Act, object]:
    by, given = one.case.manager, ControlGiven(Control.AS_WANTED, heard=True)
    told = {"at": moment(NOW), "person_id": one.found.person.id}
    return lambda: say_control(by=by, given=given, **told), NOW


def plan_ended_early(one: Figured) -> tuple[Act, object]:
    by, person_id, why = one.case.social_worker, one.found.person.id, EndReason.MOVED
    return (
        lambda: close_case(by=by, at=moment(NOW), person_id=person_id, on=NOW, reason=why),
        NOW,
    )


def referred(one: Figured, *steps: WayInStep) -> int:
    by, at, case = one.case.social_worker, moment(NOW), one.case
    demand = NewDemand(STARTS, "A lift", Language.ENGLISH, one.found.person.id)
    (demand_id,) = log_demands(by=by, at=at, demands=[demand])
    new = NewReferral(one.found.person.id, demand_id, STARTS, case.council_organisation_id)
    (referral_id,) = refer(by=by, at=at, referrals=[new])
    taken = [StepTaken(referral_id, step, STARTS, case.provider_id) for step in steps]
    take_steps(by=by, at=at, steps=taken)
    return referral_id


def support_started(one: Figured) -> tuple[Act, object]:
    way = (WayInStep.ROUTED, WayInStep.ACCEPTED)
    step = StepTaken(referred(one, *way), WayInStep.STARTED, NOW, one.case.provider_id)
    return lambda: take_steps(by=one.case.social_worker, at=moment(NOW), steps=[step]), NOW


def provider_declined(one: Figured) -> tuple[Act, object]:
    step = StepTaken(
        referred(one, WayInStep.ROUTED),
        WayInStep.DECLINED,
        NOW,
        one.case.provider_id,
        DeclineReason.TOO_FAR,
    )
    return lambda: take_steps(by=one.case.social_worker, at=moment(NOW), steps=[step]), NOW


def gap_noted(one: Figured) -> tuple[Act, object]:
    gap = GapNoted(one.found.version_id, NOW, "A lift after dark")
    return lambda: note_gaps(by=one.case.social_worker, at=moment(NOW), gaps=[gap]), NOW


def run_proposed(one: Figured) -> tuple[Act, object]:
    set_calendar(by=one.case.finance, at=moment(STARTS), anchor=STARTS)
    on = STARTS + 28 * DAY
    return lambda: propose_run(by=one.case.finance, at=moment(on), period_start=STARTS), on


def run_released(one: Figured) -> tuple[Act, object]:
    propose, on = run_proposed(one)
    run_id = propose().run_id
    return lambda: release_run(by=one.case.finance_two, at=moment(on), run_id=run_id), on


def outcome_set(one: Figured) -> tuple[Act, object]:
    new = [a_new_outcome(one.found.person.id, payable=True)]
    return (
        lambda: set_outcomes(by=one.case.social_worker, at=moment(NOW), outcomes=new),
        NOW,
    )


ACTS = {act.__name__: act for act in (
    plan_agreed, said_off_track, outcome_let_go, review_concluded, judged_outcome_let_go,
    control_said, control_written_down, plan_ended_early, support_started, provider_declined,
    gap_noted, run_released, run_proposed,
    outcome_set,
)}  # fmt: skip


@pytest.mark.parametrize("fact", MOVED)
def test_a_fact_moves_the_figures_of_its_row_and_no_others(db: None, fact: str) -> None:
    one = a_figured_case()
    act, on = ACTS[fact](one)
    scopes = all_scopes(one, on)
    before = {depth: counted(scope, on) for depth, scope in scopes.items()}
    act()
    after = {depth: counted(scope, on) for depth, scope in scopes.items()}
    for depth in before:
        assert set(after[depth]) == AT[depth], depth
        moved = {key for key in after[depth] if after[depth][key] != before[depth][key]}
        assert moved == MOVED[fact] & AT[depth], depth


def test_the_register_says_the_same() -> None:
    told = {fact: set() for fact in MOVED}
    for key, measure in measures().items():
        assert {depth for depth in AT if key in AT[depth]} == measure.depths
        for fact in measure.moved_by:
            told[fact].add(key)
    assert told == MOVED


def test_another_person_of_the_provider_moves_neither_team_worker_nor_case(db: None) -> None:
    one = a_figured_case()
    before = {depth: counted(scope, NOW) for depth, scope in all_scopes(one, NOW).items()}
    other = a_person(one.case, "Bet")
    an_agreed_plan(one.case, other, one.found.contract_id)
    after = {depth: counted(scope, NOW) for depth, scope in all_scopes(one, NOW).items()}
    moved = {depth for depth in before if before[depth] != after[depth]}
    assert moved == {"department", "provider"}
