"""A person's own plan in a patch that is paid as a block: everything of a plan but a payment.

The block's first instalment is 32,214.57 (tests/payments/test_blocks.py). Mair's plan holds 100
hours that would be 2,240.00 by the hour.
"""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.fixtures.blocked import a_block, a_block_content, contract_of
from tests.fixtures.case import (
    STARTS,
    Case,
    Somebody,
    a_case,
    a_contract,
    a_draft,
    a_person,
    agreed_by_three,
    an_agreed_plan,
    moment,
    outcomes_for,
    propose,
)
from tests.fixtures.invariants import check_invariants
from tests.fixtures.money import ANCHOR, run_period
from tests.fixtures.paying import PERIODS, lines
from tests.fixtures.reviewed import AFTER, ENDS, Agreed, all_answered, conclude, find
from whatmatters.blocks.services import end_block
from whatmatters.charging.services import charge_weeks, record_assessment, set_arrangement
from whatmatters.charging.services.refusals import PaidAsBlock
from whatmatters.commissioning.queries import agreements_of_people
from whatmatters.outcomes.models import PlanVersion
from whatmatters.outcomes.queries import compare_versions, version_content, version_facts
from whatmatters.outcomes.services import (
    FindingGiven,
    answer_exception,
    close_case,
    raise_exception,
    redraft,
    start_urgently,
)
from whatmatters.outcomes.services.overlap_refusals import PlansOverlap
from whatmatters.outcomes.services.route_refusals import RouteWithoutValue
from whatmatters.outcomes.services.routes import offer_routes
from whatmatters.payments.services import set_calendar
from whatmatters.people.models import Person
from whatmatters.retention.queries.standing import standing
from whatmatters.rules.charging.arrangement import Arrangement, Basis
from whatmatters.rules.charging.means import Means
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import Cause, EndReason, ExceptionReason
from whatmatters.rules.plan_in_block import (
    CostInBlock,
    NoBlockRuns,
    OutsideBlockPatch,
    PayableInBlock,
)
from whatmatters.rules.plans import PlannedOutcome

DAY = timedelta(days=1)


@pytest.fixture
def case(db: None) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


@pytest.fixture
def mair(case: Case) -> Somebody:
    return a_person(case)


@pytest.fixture
def contract(case: Case) -> int:
    return contract_of(case, a_block(case))


def a_plan(case: Case, somebody: Somebody, contract: int, starts: date = STARTS) -> Agreed:
    """Her plan under the block, agreed by three on its first day."""
    outcomes = tuple(outcomes_for(case, somebody.id))
    said = a_block_content(outcomes, starts)
    made = an_agreed_plan(case, somebody, contract, said, on=starts)
    return Agreed(case, somebody, contract, made.plan_id, made.version_id, outcomes)


def state(version_id: int) -> PlanState:
    return version_facts([version_id])[version_id].state


def test_a_run_pays_the_block_once_and_nothing_for_her(
    case: Case, mair: Somebody, contract: int
) -> None:
    found = a_plan(case, mair, contract)
    assert lines(case, run_period(case, PERIODS[0])) == [
        ("patch_block.instalment", ANCHOR, 3221457, "patch_block.instalment", False)
    ]
    assert agreements_of_people(case.council_id, [mair.id]) == frozenset()
    told = version_content([found.version_id])[found.version_id]
    assert (told.facts.as_block, told.facts.price) == (True, 0)
    assert [(one.pence, one.as_block) for one in told.lines] == [
        (0, True),
        (0, False),
        (0, False),
    ]
    check_invariants()


def test_what_a_plan_in_a_block_may_not_say(case: Case, mair: Somebody, contract: int) -> None:
    outcomes = outcomes_for(case, mair.id)
    said = a_block_content(outcomes)
    payable = replace(said, outcomes=(PlannedOutcome(outcomes[0], payable=True),))
    with pytest.raises(PayableInBlock):
        a_draft(case, mair.id, contract, payable)
    bought = replace(said.lines[1], cost=4500, funded_by="")
    with pytest.raises(CostInBlock) as refused:
        a_draft(case, mair.id, contract, replace(said, lines=(said.lines[0], bought)))
    assert refused.value.params == {"line": 2}
    Person.objects.filter(pk=mair.id).update(patch=None)
    with pytest.raises(OutsideBlockPatch):
        a_draft(case, mair.id, contract, said)
    assert PlanVersion.objects.count() == 0


def test_no_plan_is_proposed_for_a_day_on_which_no_block_runs(case: Case, mair: Somebody) -> None:
    block = a_block(case)
    contract = contract_of(case, block)
    end_block(
        by=case.commissioner,
        at=moment(STARTS),
        block_id=block,
        on=STARTS + 9 * DAY,
        reason=EndReason.NO_LONGER_NEEDED,
    )
    outcomes = outcomes_for(case, mair.id)
    last = STARTS + 9 * DAY
    said = replace(a_block_content(outcomes, last), ends=last, review_on=last)
    in_time = a_draft(case, mair.id, contract, said)
    propose(case, in_time.version_id)
    longer = replace(said, ends=last + DAY, review_on=last + DAY)
    for late in (longer, a_block_content(outcomes, last + DAY)):
        draft = a_draft(case, mair.id, contract, late)
        with pytest.raises(NoBlockRuns) as told:
            propose(case, draft.version_id)
        assert told.value.params == {"on": last + DAY}
        assert state(draft.version_id) is PlanState.DRAFT


def test_two_versions_stand_beside_each_other_and_the_first_ends_for_the_second(
    case: Case, mair: Somebody, contract: int
) -> None:
    first = a_plan(case, mair, contract)
    on = STARTS + 20 * DAY
    raised = raise_exception(
        by=case.manager,
        at=moment(on),
        version_id=first.version_id,
        reason=ExceptionReason.HEALTH_WORSE,
        words="Mae hi angen mwy",
    )
    by = case.social_worker
    answer_exception(by=by, at=moment(on), exception_id=raised, accepted=True, on=on)
    content = a_block_content(first.outcomes, on)
    more = replace(content, lines=(replace(content.lines[0], hours=Decimal(140)),))
    again = redraft(
        by=case.manager, at=moment(on), on=on, version_id=first.version_id, content=more
    )
    propose(case, again.version_id, on)
    agreed_by_three(case, mair, again.version_id, on)
    assert (state(first.version_id), state(again.version_id)) == (
        PlanState.ENDED,
        PlanState.AGREED,
    )
    compared = compare_versions(first.version_id, again.version_id, council_id=case.council_id)
    assert compared is not None
    assert compared.lines[0].changed == ("hours",)


def test_the_same_provider_is_not_paid_by_outcome_beside_the_block(
    case: Case, mair: Somebody, contract: int
) -> None:
    priced = a_contract(case)
    by_outcome = an_agreed_plan(case, mair, priced)
    said = a_block_content(outcomes_for(case, mair.id), STARTS + 14 * DAY)
    in_block = a_draft(case, mair.id, contract, said)
    propose(case, in_block.version_id)
    with pytest.raises(PlansOverlap):
        agreed_by_three(case, mair, in_block.version_id)
    assert state(by_outcome.version_id) is PlanState.AGREED

    other = a_person(case, "Eira Pugh")
    a_plan(case, other, contract)
    beside = a_draft(case, other.id, priced)
    propose(case, beside.version_id)
    with pytest.raises(PlansOverlap):
        agreed_by_three(case, other, beside.version_id)


def test_she_moves_from_outcomes_to_the_block_and_back_and_each_is_paid_its_own_days(
    case: Case, mair: Somebody, contract: int
) -> None:
    by_outcome = an_agreed_plan(case, mair, a_contract(case))
    first = STARTS + 84 * DAY
    said = a_block_content(outcomes_for(case, mair.id), first)
    follows = a_draft(case, mair.id, contract, said, at=moment(first), follows=by_outcome.plan_id)
    propose(case, follows.version_id, first)
    assert agreed_by_three(case, mair, follows.version_id, first) is PlanState.AGREED
    # Three months by outcome at 2,783.00, each with the block's instalment; then the block alone.
    rules = [[line[0] for line in lines(case, run_period(case, start))] for start in PERIODS[:4]]
    assert [len(found) for found in rules] == [2, 2, 2, 1]
    assert rules[3] == ["patch_block.instalment"]
    check_invariants()


def test_support_that_cannot_wait_begins_and_is_judged_and_nothing_is_taken_off(
    case: Case, mair: Somebody, contract: int
) -> None:
    outcomes = tuple(outcomes_for(case, mair.id))
    made = a_draft(case, mair.id, contract, a_block_content(outcomes))
    start_urgently(
        by=case.social_worker, at=moment(STARTS), on=STARTS, version_ids=[made.version_id]
    )
    agreed_by_three(case, mair, made.version_id)
    found = Agreed(case, mair, contract, made.plan_id, made.version_id, outcomes)
    with pytest.raises(RouteWithoutValue):
        offer_routes(
            by=case.social_worker,
            at=moment(ENDS),
            on=ENDS,
            version_id=made.version_id,
            advice="Esboniwyd",
        )
    judgement = all_answered(found, persons=0)
    find(found, judgement, *[FindingGiven(pk, cause=Cause.PROVIDER) for pk in outcomes])
    conclude(found, judgement)
    assert state(made.version_id) is PlanState.ENDED
    paid = [line[2] for start in PERIODS[:4] for line in lines(case, run_period(case, start))]
    assert paid == [3221457, 3221458, 3221457, 3221458]


def test_a_case_that_closes_ends_the_plan_and_nobody_s_years_begin_before(
    case: Case, mair: Somebody, contract: int
) -> None:
    found = a_plan(case, mair, contract)
    assert standing(case.council_id, AFTER + 30 * DAY)[mair.id].now
    on = STARTS + 30 * DAY
    reason = EndReason.MOVED
    close_case(by=case.social_worker, at=moment(on), person_id=mair.id, on=on, reason=reason)
    assert state(found.version_id) is PlanState.ENDED
    stood = standing(case.council_id, AFTER + 30 * DAY)[mair.id]
    assert (stood.now, stood.until) == (False, on)


@pytest.mark.parametrize(
    "arrangement",
    [
        Arrangement(Basis.PLAN_PRICE_SHARE, share=Decimal("0.5")),
        Arrangement(Basis.PLANNED_HOURS, hourly_rate=Decimal("22.50")),
    ],
)
def test_she_is_not_charged_nothing_in_silence(
    case: Case, mair: Somebody, contract: int, arrangement: Arrangement
) -> None:
    """Nobody may be charged more than her support costs, and here nobody knows what it costs."""
    a_plan(case, mair, contract)
    run_period(case, ANCHOR)
    of_her: dict[str, Any] = {
        "by": case.finance,
        "at": moment(STARTS + 30 * DAY),
        "person_id": mair.id,
    }
    means = Means(income=Decimal(360), basic_entitlement=Decimal(200))
    record_assessment(**of_her, starts=STARTS, means=means, words="Letters")
    set_arrangement(**of_her, starts=STARTS, arrangement=arrangement)
    with pytest.raises(PaidAsBlock) as refused:
        charge_weeks(**of_her, through=STARTS + 27 * DAY)
    assert refused.value.params == {"week": STARTS}
    set_arrangement(**of_her, starts=STARTS, arrangement=Arrangement(Basis.NONE))
    assert charge_weeks(**of_her, through=STARTS + 27 * DAY).pence == 0
