"""The council's yes to a count: from then on it is paid, by what the contract says."""

from datetime import datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.records.locks import RESULTS, lock_council
from whatmatters.results.models import ResultYes
from whatmatters.results.queries.counts import one_count
from whatmatters.results.queries.refusals import AgreedAlready, CountChanged, OwnCount
from whatmatters.results.services.counting import must_be_measured
from whatmatters.results.services.held import held_scheme
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent


@transaction.atomic
def agree_count(*, by: Actor, at: datetime, contract_id: int, measured: int, seen: int) -> int:
    """Agree to a measured period as it was seen, by somebody who did not count it; the contract's
    id. What an earlier yes paid is put right by the next run.

    Raises ResultsNotAllowed, Absent, NotMeasured, CountChanged, AgreedAlready, OwnCount.
    """
    lock_council(by.council_id, RESULTS)
    held = held_scheme(by, Action.AGREE_COUNT, contract_id)
    must_be_measured(held, measured)
    said = one_count(contract_id, measured)
    if said is None:
        raise Absent(what="count", id=measured)
    if said.count.revision != seen:
        raise CountChanged(measured=measured)
    if said.agreed_at is not None:
        raise AgreedAlready(measured=measured)
    if said.count.by_id == by.user_id:
        raise OwnCount(measured=measured)
    stamp = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    ResultYes.objects.create(count_id=said.count.id, **stamp)
    audit(by=by, at=at, action="results.agreed", subject="contract", subject_id=contract_id)
    return contract_id
