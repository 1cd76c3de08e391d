"""Rates of a contract, each from a day on."""

from datetime import datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.commissioning.models import Rate
from whatmatters.commissioning.queries.refusals import EndBeforeStart, RateImpossible
from whatmatters.commissioning.services.contract_checks import check_commissioner, contract_row
from whatmatters.commissioning.services.contract_given import RateGiven
from whatmatters.commissioning.services.once import once

# What the column holds: an hour at more is a slip of writing, such as 24600 for 24.60.
MOST_POUNDS = 9_999


@transaction.atomic
def new_rate(*, by: Actor, at: datetime, contract_id: int, rate: RateGiven) -> int:
    """A rate from a day on, in place of an older one of its band.

    Agreements already signed keep the rate of their first day: three agreed the price of a plan at
    it, and a plan is priced anew by agreeing a new one.
    """
    check_commissioner(by)
    contract_row(by, contract_id)
    rate_id = add_rate(by, at, contract_id, rate)
    audit(by=by, at=at, action="new_rate", subject="contract", subject_id=contract_id)
    return rate_id


def add_rate(by: Actor, at: datetime, contract_id: int, rate: RateGiven) -> int:
    """Write one; returns its id. Raises RateImpossible, EndBeforeStart, AlreadyFromThatDay."""
    if not rate.pounds.is_finite() or not 0 <= rate.pounds <= MOST_POUNDS:
        raise RateImpossible(most=MOST_POUNDS)
    if rate.ends is not None and rate.ends < rate.starts:
        raise EndBeforeStart(starts=rate.starts, ends=rate.ends)
    with once(band=str(rate.band), starts=rate.starts):
        row = Rate.objects.create(
            council_id=by.council_id,
            by_id=by.user_id,
            at=at,
            contract_id=contract_id,
            band=rate.band,
            pounds=rate.pounds,
            starts=rate.starts,
            ends=rate.ends,
            source=rate.source,
        )
    return int(row.pk)
