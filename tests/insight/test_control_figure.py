"""How many feel in control, counted by hand.

| Who | what, and who gave it | counted |
|---|---|---|
| Ann, Bet, Cai | as much as wanted, enough, enough | in control |
| Dai | none | answered |
| Eira | as much as wanted, and later in the period not enough: the newest holds | answered |
| Ffion | enough, supported by two: of the department and of neither provider | in control |
| Gwen | would rather not say | |
| Huw | enough, written down by the manager with him there | |
| Ifan | enough, by his attorney | |
| Jac | enough, on the day before the 13 weeks | |

The department: 4 of 6. Wilson at 1.96: the middle (0.66667 + 0.32013) / 1.64027 = 0.60162, half
1.96 x sqrt(0.037037 + 0.026678) / 1.64027 = 0.30162: from 30.0% to 90.3%.
The provider: 3 of 5, and beside the department one is left, who would be told: too few to tell.
"""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.fixtures.case import Case, a_case, a_person, moment
from whatmatters.insight.queries import scopes
from whatmatters.insight.queries.dashboard import dashboard
from whatmatters.outcomes.models import ControlAnswer
from whatmatters.outcomes.queries.judged_figures import Voice, judged_figures

ON = date(2026, 7, 6)
SAID: dict[str, dict[str, Any]] = {
    "Ann": {"answer": "as_wanted"},
    "Bet": {"answer": "enough"},
    "Cai": {"answer": "enough", "authority": "supported"},
    "Dai": {"answer": "none"},
    "Eira": {"answer": "as_wanted"},
    "Ffion": {"answer": "enough", "provider_id": None},
    "Gwen": {"answer": "no_answer"},
    "Huw": {"answer": "enough", "heard": True},
    "Ifan": {"answer": "enough", "authority": "attorney"},
    "Jac": {"answer": "enough", "on": ON - timedelta(weeks=13)},
}


def said(case: Case, person_id: int, **told: Any) -> None:
    days = {"starts": ON - timedelta(weeks=13), "ends": ON, "on": ON - timedelta(days=20)}
    written = {"council_id": case.council_id, "by_id": case.manager.user_id, "at": moment(ON)}
    ControlAnswer.objects.create(
        **written | {"person_id": person_id, "provider_id": case.provider_id} | days | told
    )


def test_own_answers_that_hold_are_counted_and_one_left_over_is_not_told(db: None) -> None:
    case = a_case()
    ids = {name: a_person(case, name).id for name in SAID}
    for name, told in SAID.items():
        said(case, ids[name], **told)
    said(case, ids["Eira"], answer="not_enough", on=ON)
    scope = scopes.department(case.council_id)
    interval = dashboard(scope, on=ON).shares["in_control"].rate.interval
    assert interval is not None
    assert (interval.numerator, interval.denominator) == (4, 6)
    assert interval.lower == pytest.approx(0.3000, abs=0.0001)
    assert interval.upper == pytest.approx(0.9032, abs=0.0001)
    theirs = scopes.provider(case.council_id, case.provider_id)
    counted = judged_figures(case.council_id, ON - timedelta(days=90), ON, theirs.among)
    assert {(one.inside, one.voice, one.answered, one.wholly) for one in counted} == {
        (True, Voice.IN_CONTROL, 5, 3),
        (False, Voice.IN_CONTROL, 1, 1),
    }
    assert not dashboard(theirs, on=ON).shares["in_control"].rate.shown
    # On the day before, Eira's second answer was not given yet, and the newest was her first.
    yesterday = dashboard(scope, on=ON - timedelta(days=1)).shares["in_control"].rate.interval
    assert yesterday is not None
    assert (yesterday.numerator, yesterday.denominator) == (6, 7)
