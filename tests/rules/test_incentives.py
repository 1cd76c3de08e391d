"""One more hour of need, from each model's own arithmetic (R-TT-05, R-NX-06)."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from tests.rules.test_outcome_payments import RULES, an_agreement
from tests.rules.test_time_and_task import AGREEMENT
from whatmatters.policy.queries import dated_rules, with_defaults
from whatmatters.rules.case_files import read_case
from whatmatters.rules.commissioning import Incentive
from whatmatters.rules.commissioning_models import outcome_payments, time_and_task
from whatmatters.rules.incentives import Change, Effect, effects, wrong_signs

CASES = Path(__file__).parents[1] / "cases"


def test_time_and_task_earns_more_when_need_grows():
    got = time_and_task.one_more_hour(AGREEMENT, RULES, 1815)
    assert got == Incentive("time_and_task", 2240, 2240, 425)


def test_outcome_payments_earns_nothing_more_until_the_three_agree_a_new_plan():
    got = outcome_payments.one_more_hour(an_agreement(), RULES, 1815)
    assert got == Incentive("outcome_payments", 0, 2240, -1815)


def test_without_a_cost_nothing_is_said_of_surplus():
    assert time_and_task.one_more_hour(AGREEMENT, RULES).surplus_pence is None


# An hour costs 18.15. Each is worked from the terms of the case that is named.
EXPECTED = {
    # 10 h a week at 22.40: inside the band nothing; a bundle an hour larger is 22.40 more
    "bundled_hours/review_on_the_edge": (0, 2240),
    # a year's price has no place for an hour, before or after any plan
    "patch_block/first_instalment": (0, 0),
    # free minutes are paid anyway; a shift an hour longer is 13.50 x 1.25 = 16.875: 33.75 -> 50.63
    "shift_split/contact": (0, 1688),
    # the year's budget is agreed anew with the hour's cost in it
    "individual_service_fund/first_instalment": (0, 1815),
    # a week's budget with the hour's cost in it, four times
    "direct_payment/gross": (0, 7260),
    # an episode has a price and a clock
    "short_term/three_weeks": (0, 0),
    # 16.00 less 20%
    "introductory_agency/an_hour": (1280, 1280),
    "community_outcome/best_step": (0, 0),
}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_what_an_hour_of_need_brings(name):
    raw = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"), parse_float=Decimal)
    case = read_case(raw, with_defaults, dated_rules())
    now, replanned = EXPECTED[name]
    got = case.model.one_more_hour(case.agreement, case.rules, 1815)
    assert got == Incentive(name.split("/")[0], now, replanned, now - 1815)


# More need, less need, the same done an hour sooner, people who are harder to help: pence at once.
CHANGES = {
    # 22.40 an hour, 10 h a week for 13 weeks, a band of 8% either side (624 minutes): all inside it
    "bundled_hours/review_on_the_edge": (0, 0, 0, 0),
    "patch_block/first_instalment": (0, 0, 0, 0),
    # two of four rostered hours used, or one, or three: the roster is paid
    "shift_split/contact": (0, 0, 0, 0),
    "individual_service_fund/first_instalment": (0, 0, 0, 0),
    "direct_payment/gross": (0, 0, 0, 0),
    # the whole element of 150.00 for "independent", nothing for a state that the table leaves out
    "short_term/three_weeks": (0, 0, 0, -15000),
    # 16.00 less 20%, for each hour that is worked
    "introductory_agency/an_hour": (1280, -1280, -1280, 1280),
    # of 200, 10 are 5% and pay 12,000; 11 are 5.5%, which reaches 10% alone and pays 5,000
    "community_outcome/best_step": (0, 0, 0, -700_000),
}
PULLS = {
    "short_term/three_weeks": (Change.HARDER,),
    "introductory_agency/an_hour": (Change.MORE, Change.LESS, Change.FASTER),
    "community_outcome/best_step": (Change.HARDER,),
}


@pytest.mark.parametrize("name", sorted(CHANGES))
def test_what_an_hour_does_at_once_and_which_way_that_pulls(name):
    raw = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"), parse_float=Decimal)
    case = read_case(raw, with_defaults, dated_rules())
    got = case.model.income_changes(case.agreement, case.rules)
    assert tuple(got[change] for change in Change) == CHANGES[name]
    assert wrong_signs(effects(got, 1815)) == PULLS.get(name, ())


def test_by_the_minute_recovery_and_quick_work_cost_the_provider():
    got = effects(time_and_task.income_changes(AGREEMENT, RULES), 1815)
    # an hour of 22.40 that costs 18.15: 4.25 more with it, 4.25 less without it
    assert got == {
        Change.MORE: Effect(2240, 425),
        Change.LESS: Effect(-2240, -425),
        Change.FASTER: Effect(-2240, -425),
        Change.HARDER: Effect(2240, 425),
    }
    assert wrong_signs(got) == (Change.MORE, Change.LESS, Change.FASTER)


def test_by_outcomes_the_provider_keeps_what_is_saved_and_bears_what_is_not_foreseen():
    got = effects(outcome_payments.income_changes(an_agreement(), RULES), 1815)
    saved, borne = Effect(0, 1815), Effect(0, -1815)
    assert list(got.values()) == [borne, saved, saved, borne]
    assert wrong_signs(got) == ()


def test_without_a_cost_an_hour_s_effect_has_no_surplus():
    assert effects({Change.LESS: -1}, None) == {Change.LESS: Effect(-1, None)}
