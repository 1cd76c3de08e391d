"""What is held about a person, taken out for her (R-XR-13)."""

from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor, Sight
from whatmatters.access.queries.looks import LOOKED
from whatmatters.access.queries.taken_out import OFTEN_STOPPED, RECORD_OUT, done_today
from whatmatters.access.services import Audited, audit, audit_many
from whatmatters.exchange.queries.taken_tables import RecordTaken, read_record
from whatmatters.policy.trust import exports_of_record_a_day
from whatmatters.records.locks import AUDIT, lock_council
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal


class NotYoursToTakeOut(Refusal):
    """Only she, who decides for her, or her worker with her takes out what is held about her."""

    code = "not_yours_to_take_out"


class TakenOutTooOften(Refusal):
    """No more today: TakenOutTooOften(most=). That it was tried is written down."""

    code = "taken_out_too_often"


def take_out_record(*, by: Actor, at: datetime, on: date, sight: Sight) -> RecordTaken:
    """Everything of her that this reader may take. Written down before anything is read.

    `sight` is the reader's, of today. Raises NotYoursToTakeOut, TakenOutTooOften.
    """
    if Action.EXPORT_RECORD not in sight.actions or sight.user_id != by.user_id:
        raise NotYoursToTakeOut(person_id=sight.person_id)
    if not _written_down(by, at, on, sight.person_id):
        raise TakenOutTooOften(most=exports_of_record_a_day())
    return read_record(by.council_id, sight, on=on)


@transaction.atomic
def _written_down(by: Actor, at: datetime, on: date, person_id: int) -> bool:
    """Two at the same moment wait for each other here: the day's number holds for both."""
    lock_council(by.council_id, AUDIT)
    done = done_today(by.council_id, by.user_id, [RECORD_OUT], on)
    if done >= exports_of_record_a_day():
        audit(by=by, at=at, action=OFTEN_STOPPED, subject="user", subject_id=by.user_id)
        return False
    looked = Audited(LOOKED, "person", None, person_id, "export")
    audit_many(by=by, at=at, events=[Audited(RECORD_OUT, "person", None, person_id), looked])
    return True
