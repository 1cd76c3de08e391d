"""Why an outcome can be paid by: both reasons, or none (R-WI-02)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.outcomes.models import Outcome, PayableReason
from whatmatters.outcomes.services.outcome_moves import owned_outcome
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.word_refusals import WordsMissing
from whatmatters.rules.words import words


class PayableNeedsBothReasons(Refusal):
    """Payable only with why it is observable and why it is attributable: (field=) (R-WI-02)."""

    code = "payable_needs_both_reasons"


class AlreadyPayable(Refusal):
    """The reasons were written before: AlreadyPayable(outcome_id=)."""

    code = "already_payable"


@dataclass(frozen=True, slots=True)
class PayableBecause:
    """Why it can be seen, and why it comes of what the provider does."""

    observable: str
    attributable: str


@transaction.atomic
def make_payable(*, by: Actor, at: datetime, outcome_id: int, because: PayableBecause) -> int:
    """Write both reasons; the id of the row. Raises PayableNeedsBothReasons, AlreadyPayable."""
    outcome = owned_outcome(by.council_id, outcome_id)
    row = reason_row(by, at, outcome_id, because)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as twice:
        raise AlreadyPayable(outcome_id=outcome_id) from twice
    _audit(by, at, "outcome.payable", outcome)
    return int(row.pk)


def reason_row(by: Actor, at: datetime, outcome_id: int, because: PayableBecause) -> PayableReason:
    """The unsaved reasons. Raises PayableNeedsBothReasons(field=)."""
    try:
        observable = words("observable", because.observable)
        attributable = words("attributable", because.attributable)
    except WordsMissing as missing:
        raise PayableNeedsBothReasons(**missing.params) from missing
    return PayableReason(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        outcome_id=outcome_id,
        observable=observable,
        attributable=attributable,
    )


def _audit(by: Actor, at: datetime, action: str, outcome: Outcome) -> None:
    audit(
        by=by,
        at=at,
        action=action,
        subject="outcome",
        subject_id=outcome.pk,
        person_id=outcome.person_id,
    )
