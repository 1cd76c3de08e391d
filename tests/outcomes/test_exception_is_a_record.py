"""A provider who raised an exception that the council accepted was not silent."""

from datetime import date

import pytest

from tests.fixtures.case import moment
from tests.fixtures.reviewed import all_answered, an_agreed, conclude, find
from whatmatters.outcomes.queries import judgement_evidence
from whatmatters.outcomes.services import (
    FindingGiven,
    answer_exception,
    raise_exception,
)
from whatmatters.rules.outcomes import Cause, ExceptionReason

RAISED = date(2026, 5, 11)


@pytest.mark.parametrize(("accepted", "off_track_on"), [(True, RAISED), (False, None)])
def test_an_accepted_exception_is_itself_the_record(
    db: None, accepted: bool, off_track_on: date | None
) -> None:
    found = an_agreed()
    first = found.outcomes[0]
    raised = raise_exception(
        by=found.case.manager,
        at=moment(RAISED),
        version_id=found.version_id,
        reason=ExceptionReason.CARER_CHANGED,
        words="Mae'r ferch wedi dechrau gweithio",
        outcome_ids=(first,),
    )
    answer_exception(
        by=found.case.social_worker,
        at=moment(RAISED),
        exception_id=raised,
        accepted=accepted,
        on=RAISED,
    )
    judgement = all_answered(found, persons=0)
    find(found, judgement, *(FindingGiven(o, cause=Cause.PROVIDER) for o in found.outcomes))
    conclude(found, judgement)
    told = judgement_evidence([found.version_id])[found.version_id].outcomes[0]
    assert (told.off_track_on, told.exception_on) == (off_track_on, RAISED)
