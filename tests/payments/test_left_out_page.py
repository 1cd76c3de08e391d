"""Hundreds of agreements that a run left out are paged; the first of them stand on the run."""

import json

import pytest
from django.urls import reverse

from tests.fixtures.case import a_case, a_person, moment
from tests.fixtures.money import ANCHOR, a_contract, a_plan_agreement, run_period
from tests.fixtures.paid import browser_of
from whatmatters.access.services import mark_installation
from whatmatters.payments.models import LeftOut
from whatmatters.payments.services import set_calendar
from whatmatters.rules.roles import InstallationKind

pytestmark = pytest.mark.once


def test_what_a_run_left_out_is_paged(db: None) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=moment(ANCHOR), as_of=ANCHOR)
    case = a_case()
    set_calendar(by=case.finance, at=moment(ANCHOR), anchor=ANCHOR)
    mair, contract = a_person(case), a_contract(case)
    signed = [a_plan_agreement(case, contract, person_id=mair.id) for _ in range(27)]
    run_id = run_period(case, ANCHOR)
    told = json.dumps({"until": "2028-12-31"})
    LeftOut.objects.bulk_create(
        LeftOut(
            council_id=case.council_id,
            run_id=run_id,
            agreement_id=one,
            part="agreement",
            code="beyond_holiday_table",
            told=told,
        )
        for one in signed
    )
    finance = browser_of(case.finance)

    def read(name: str, query: str = "") -> str:
        answer = finance.get(reverse(name, args=[run_id]) + query)
        assert answer.status_code == 200
        return answer.content.decode()

    run = read("run")
    assert "27 agreements cannot be assessed" in run
    assert "the table of bank holidays ends on 31 December 2028" in run
    assert f"agreement {signed[4]}</h3>" in run
    assert f"agreement {signed[5]}</h3>" not in run
    assert "All that the run left out" in run
    first, second = read("run_left_out"), read("run_left_out", "?page=2")
    assert f"agreement {signed[24]}</h3>" in first
    assert f"agreement {signed[25]}</h3>" not in first
    assert f"agreement {signed[26]}</h3>" in second
