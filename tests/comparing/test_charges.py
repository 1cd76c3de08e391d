"""What somebody would have paid herself: only what her weeks cost the council is another.

One call a day of 60 minutes at 20.00; three of seven were missed in the second week. Her weeks cost
140.00, 80.00, 140.00 and 140.00. By planned hours 7 x 22.50 = 157.50 a week; she can afford
500 - 290 = 210.00, and nobody in Wales is charged above 100.00: 100, 80, 100 and 100.
"""

from datetime import timedelta
from decimal import Decimal

from tests.fixtures.charged import AFTER, PLANNED, a_paid_person, arranged, assessed
from tests.fixtures.money import ANCHOR
from whatmatters.charging.services import charge_weeks
from whatmatters.comparing.queries.cohorts import Cohort
from whatmatters.comparing.services.charges import Charges
from whatmatters.comparing.services.comparing import Asked, compare
from whatmatters.rules.charging.means import Means

LAST = ANCHOR + timedelta(days=27)
MEANS = Means(income=Decimal(500), basic_entitlement=Decimal(200))


def test_as_it_is_she_pays_what_she_was_charged_and_otherwise_what_her_weeks_would_cost(
    db: None,
) -> None:
    made = a_paid_person()
    assessed(made, MEANS)
    arranged(made, PLANNED)
    charge_weeks(by=made.case.finance, at=AFTER, person_id=made.herself.id, through=LAST)
    asked = Asked(Cohort(), ANCHOR, LAST)
    found = compare(made.case.council_id, asked, today=LAST + timedelta(days=3))
    assert found.charged == {made.herself.id: 38000}
    # Paid by plan, bundle or budget the second week costs 140.00 like the others.
    missed_is_paid = Charges(1, 38000, 40000)
    assert found.charges == {
        "time_and_task": Charges(1, 38000, 38000),
        "outcome_payments": missed_is_paid,
        "bundled_hours": missed_is_paid,
        "individual_service_fund": missed_is_paid,
        "direct_payment": missed_is_paid,
    }
