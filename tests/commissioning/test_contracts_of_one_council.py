"""A contract names only organisations and patches of its own council."""

from datetime import date

import pytest

from tests.fixtures.case import Case, a_case, moment
from tests.fixtures.whole import refused
from whatmatters.commissioning.services import FunderGiven, lead_patch, open_contract
from whatmatters.rules.refusals import Absent

STARTS = date(2026, 4, 6)


@pytest.fixture
def cases(db: None) -> tuple[Case, Case]:
    return a_case(), a_case("E06000054")


def _open(case: Case, **other: object) -> int:
    given = {
        "provider_id": case.provider_id,
        "patch_id": case.patch_id,
        "funders": [FunderGiven(case.council_organisation_id, 1, 1)],
        **other,
    }
    return open_contract(
        by=case.commissioner,
        at=moment(STARTS),
        model="outcome_payments",
        reference="OP-1",
        starts=STARTS,
        ends=None,
        terms={},
        rates=[],
        **given,
    )


def test_another_councils_provider_funder_and_patch_are_absent(cases: tuple[Case, Case]) -> None:
    mine, other = cases
    with refused(Absent, what="organisation"):
        _open(mine, provider_id=other.provider_id)
    with refused(Absent, what="organisation"):
        _open(mine, funders=[FunderGiven(other.council_organisation_id, 1, 1)])
    with refused(Absent, what="patch"):
        _open(mine, patch_id=other.patch_id)


def test_another_councils_patch_cannot_be_led(cases: tuple[Case, Case]) -> None:
    mine, other = cases
    contract_id = _open(mine)
    with refused(Absent, what="patch"):
        lead_patch(
            by=mine.commissioner,
            at=moment(STARTS),
            patch_id=other.patch_id,
            contract_id=contract_id,
            starts=STARTS,
        )
