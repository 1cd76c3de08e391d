"""The last day of a contract that pays results."""

from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.commissioning.services import end_agreement
from whatmatters.records.locks import RESULTS, lock_council
from whatmatters.results.queries.refusals import OutsideResults, ResultsOver
from whatmatters.results.services.held import held_scheme
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.periods import ONE_DAY
from whatmatters.rules.permissions import Action


@transaction.atomic
def end_results(*, by: Actor, at: datetime, contract_id: int, on: date, reason: EndReason) -> int:
    """Write the last day; the contract's id. A measured period that is not over by then is not
    paid, and what was paid of it comes back with the next run. A last day is brought forward by
    another; the day before the first means that nothing is measured.

    Raises ResultsNotAllowed, Absent, ResultsOver, OutsideResults.
    """
    lock_council(by.council_id, RESULTS)
    held = held_scheme(by, Action.CHANGE_CONTRACTS, contract_id)
    ended, ends = held.agreement.ended_on, held.agreement.ends
    if ended is not None and on >= ended:
        raise ResultsOver(ends=ended)
    if on < held.starts - ONE_DAY or (ends is not None and on > ends):
        raise OutsideResults(on=on)
    end_agreement(by=by, at=at, agreement_id=held.agreement.id, on=on, reason=reason)
    audit(
        by=by,
        at=at,
        action="results.ended",
        subject="contract",
        subject_id=contract_id,
        why=str(reason),
    )
    return contract_id
