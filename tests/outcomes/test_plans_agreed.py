"""A plan agreed by three is priced, signed and paid from its first day (R-WI-05)."""

import pytest

from tests.fixtures.case import STARTS, a_case, a_contract, a_person, an_agreed_plan
from whatmatters.commissioning.queries import agreement_facts
from whatmatters.outcomes.queries import version
from whatmatters.rules.lifecycles import PlanState

pytestmark = pytest.mark.django_db


def test_the_third_yes_agrees_prices_and_signs():
    case = a_case()
    mair = a_person(case)
    plan = an_agreed_plan(case, mair, a_contract(case))
    found = version(plan.version_id, council_id=case.council_id)
    assert found is not None
    assert (found.state, found.price, found.agreed_on) == (PlanState.AGREED, 278300, STARTS)
    (signed,) = agreement_facts(case.council_id)
    assert (signed.source, signed.source_id) == ("plan", plan.version_id)
    assert (signed.person_id, signed.starts, signed.ends) == (mair.id, STARTS, found.ends)
    assert "Walks" not in signed.terms_text
    assert "Grant" not in signed.terms_text
