"""The bundles that a provider delivers, each with the newest day that is recorded."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Q

from whatmatters.delivery.models import Bundle
from whatmatters.delivery.queries.bundles import BundleRow
from whatmatters.rules.permissions import PROVIDER_LOOKS_BACK


@dataclass(frozen=True, slots=True)
class ProviderBundle:
    """One bundle; `newest` is the last day of which anything is recorded."""

    row: BundleRow
    newest: date | None


def bundles_of_provider(
    council_id: int, provider_id: int | None, on: date
) -> tuple[ProviderBundle, ...]:
    """Those that have begun and run, or ended a short while ago, in one query."""
    rows = Bundle.objects.of(council_id).filter(
        Q(ends__isnull=True) | Q(ends__gte=on - PROVIDER_LOOKS_BACK),
        contract__provider_id=provider_id,
        starts__lte=on,
    )
    return tuple(
        ProviderBundle(BundleRow(b.pk, b.person_id, b.contract_id, b.starts, b.ends), b.newest_day)
        for b in rows.annotate(newest_day=Max("days__date")).order_by("id")
    )
