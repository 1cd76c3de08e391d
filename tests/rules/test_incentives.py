"""One more hour of need, from each model's own arithmetic (R-TT-05, R-NX-06)."""

from tests.rules.test_outcome_payments import RULES, an_agreement
from tests.rules.test_time_and_task import AGREEMENT
from whatmatters.rules.commissioning import Incentive
from whatmatters.rules.commissioning_models import outcome_payments, time_and_task


def test_time_and_task_earns_more_when_need_grows():
    got = time_and_task.one_more_hour(AGREEMENT, RULES, 1815)
    assert got == Incentive("time_and_task", 2240, 2240, 425)


def test_outcome_payments_earns_nothing_more_until_the_three_agree_a_new_plan():
    got = outcome_payments.one_more_hour(an_agreement(), RULES, 1815)
    assert got == Incentive("outcome_payments", 0, 2240, -1815)


def test_without_a_cost_nothing_is_said_of_surplus():
    assert time_and_task.one_more_hour(AGREEMENT, RULES).surplus_pence is None
