"""Nothing runs outside the days of its contract: not an agreement, not a plan, not a lead."""

from datetime import date, timedelta

import pytest

from tests.fixtures.blocked import YEAR_ENDS, a_block, a_block_content, contract_of
from tests.fixtures.case import (
    STARTS,
    Case,
    a_case,
    a_content,
    a_contract,
    a_draft,
    a_person,
    an_agreed_plan,
    moment,
    outcomes_for,
    propose,
)
from tests.fixtures.money import ANCHOR, a_plan_agreement
from whatmatters.blocks.services import end_block, sign_block
from whatmatters.commissioning.models import Agreement, Contract, PatchLead
from whatmatters.commissioning.queries import patch_lead
from whatmatters.commissioning.services import end_contract, lead_patch
from whatmatters.outcomes.models import PlanVersion
from whatmatters.outcomes.services import close_case
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.refusals import Refusal

DAY = timedelta(days=1)
FIRST, JUNE = date(2026, 1, 1), date(2026, 6, 30)


@pytest.fixture
def case(db: None) -> Case:
    return a_case()


def refused(code: str):
    return pytest.raises(Refusal, match=code)


def ended(case: Case, contract_id: int, on: date) -> int:
    return end_contract(by=case.commissioner, at=moment(STARTS), contract_id=contract_id, on=on)


def led(case: Case, contract_id: int, starts: date) -> int:
    told = {"by": case.commissioner, "at": moment(STARTS), "patch_id": case.patch_id}
    return lead_patch(contract_id=contract_id, starts=starts, **told)


def spans() -> list[tuple[int, date, date | None]]:
    rows = PatchLead.objects.order_by("starts")
    return list(rows.values_list("contract_id", "starts", "ends"))


def test_nothing_is_signed_outside_the_days_of_its_contract(case: Case) -> None:
    contract_id = a_contract(case)
    ended(case, contract_id, JUNE)
    for starts, ends in ((FIRST - DAY, JUNE), (JUNE + DAY, None), (STARTS, JUNE + DAY)):
        with refused("contract_not_in_force"):
            a_plan_agreement(case, contract_id, starts=starts, ends=ends, at=moment(STARTS))
    assert Agreement.objects.count() == 0
    a_plan_agreement(case, contract_id, starts=STARTS, ends=JUNE)


def test_a_plan_ends_no_later_than_its_contract_also_where_that_was_said_after_it_was_written(
    case: Case,
) -> None:
    contract_id, mair = a_contract(case), a_person(case)
    draft = a_draft(case, mair.id, contract_id)
    last = STARTS + timedelta(days=83)
    ended(case, contract_id, last - DAY)
    with refused("contract_not_in_force") as told:
        a_draft(case, mair.id, contract_id, a_content(outcomes_for(case, mair.id)))
    assert told.value.params == {"contract_id": contract_id, "on": last}
    with refused("contract_not_in_force"):
        an_agreed_plan(case, mair, contract_id)
    assert PlanVersion.objects.get().pk == draft.version_id
    assert Agreement.objects.count() == 0


def test_a_contract_does_not_end_under_a_plan_that_is_paid_as_a_block(case: Case) -> None:
    mair, block = a_person(case), a_block(case)
    contract_id = contract_of(case, block)
    said = a_block_content(outcomes_for(case, mair.id), ANCHOR)
    an_agreed_plan(case, mair, contract_id, said, on=ANCHOR)
    why = EndReason.NO_LONGER_NEEDED
    told = {"by": case.commissioner, "at": moment(ANCHOR), "on": ANCHOR}
    end_block(block_id=block, reason=why, **told)
    with refused("agreements_run_on") as refusal:
        ended(case, contract_id, ANCHOR)
    assert refusal.value.params == {"agreements": 1}
    close_case(person_id=mair.id, reason=why, **told | {"by": case.social_worker})
    ended(case, contract_id, ANCHOR)
    assert Contract.objects.get().ends == ANCHOR


def test_a_plan_outlives_no_block_until_the_next_is_signed(case: Case) -> None:
    mair, block = a_person(case), a_block(case)
    contract_id = contract_of(case, block)
    late = YEAR_ENDS - timedelta(days=20)
    said = a_block_content(outcomes_for(case, mair.id), late)
    draft = a_draft(case, mair.id, contract_id, said)
    with refused("no_block_runs") as told:
        propose(case, draft.version_id)
    assert told.value.params == {"on": YEAR_ENDS + DAY}
    year = {"contract_id": contract_id, "year_starts": YEAR_ENDS + DAY}
    sign_block(by=case.commissioner, at=moment(STARTS), **year)
    propose(case, draft.version_id)
    assert PlanVersion.objects.get().state == "proposed"


def test_a_lead_lasts_as_long_as_its_contract_and_no_longer(case: Case) -> None:
    one, two = a_contract(case), a_contract(case, "HTLAH-2", leads=False)
    september = date(2026, 9, 1)
    led(case, two, september)
    # One that was to begin after its contract's last day never does, and a later day gives it back.
    ended(case, two, JUNE)
    before = (one, FIRST, september - DAY)
    assert spans() == [before, (two, september, september - DAY)]
    assert patch_lead(case.patch_id, september) is None
    ended(case, two, date(2027, 3, 31))
    assert spans() == [before, (two, september, date(2027, 3, 31))]
    # One that a contract's end has cut is as long as a later end, and not into the next one's days.
    ended(case, one, JUNE)
    assert spans()[0] == (one, FIRST, JUNE)
    ended(case, one, date(2027, 12, 31))
    assert spans()[0] == before


def test_a_lead_is_named_inside_the_days_of_its_contract(case: Case) -> None:
    one, two = a_contract(case), a_contract(case, "HTLAH-2", leads=False)
    ended(case, two, JUNE)
    for starts in (FIRST - DAY, JUNE + DAY):
        with refused("contract_not_in_force"):
            led(case, two, starts)
    assert spans() == [(one, FIRST, None)]
    led(case, two, STARTS)
    assert spans() == [(one, FIRST, STARTS - DAY), (two, STARTS, JUNE)]
