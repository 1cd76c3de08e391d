"""The agreed price of an hour on a day. There is no "current" rate."""

from datetime import date
from decimal import Decimal

from django.db.models import Q

from whatmatters.commissioning.models import Rate
from whatmatters.commissioning.queries.refusals import RateMissing
from whatmatters.rules.commissioning_models import patch_block
from whatmatters.rules.outcomes import Band


def rates_on(contract_id: int, on: date) -> dict[Band, Decimal]:
    """Every band's rate that holds on a day, in pounds: the one that started last.

    None of a contract that pays a block: whatever rates it holds, nothing is paid by them.
    """
    held = Rate.objects.filter(contract_id=contract_id, starts__lte=on)
    held = held.exclude(contract__model=patch_block.name)
    held = held.filter(Q(ends__isnull=True) | Q(ends__gte=on)).order_by("starts")
    return {Band(row.band): row.pounds for row in held}


def rate_on(contract_id: int, band: Band, on: date) -> Decimal:
    """One band's rate on a day, in pounds. Raises RateMissing(band, on)."""
    try:
        return rates_on(contract_id, on)[band]
    except KeyError:
        raise RateMissing(band=band, on=on) from None
