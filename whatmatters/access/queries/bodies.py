"""Which organisations are of a council."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import get_language

from whatmatters.access.models import Membership, Organisation
from whatmatters.rules.roles import OrganisationKind

NO_BODIES = frozenset({OrganisationKind.COUNCIL, OrganisationKind.ACCOUNT})
SUPPORTING = (OrganisationKind.PROVIDER, OrganisationKind.THIRD_SECTOR)


def organisations_among(council_id: int, ids: Iterable[int]) -> frozenset[int]:
    """Those of the ids that are organisations of this council."""
    rows = Organisation.objects.of(council_id).filter(pk__in=set(ids))
    return frozenset(rows.values_list("pk", flat=True))


def kinds_of(council_id: int, ids: Iterable[int]) -> dict[int, OrganisationKind]:
    """What kind of body each of the ids is, of those that this council has."""
    rows = Organisation.objects.of(council_id).filter(pk__in=set(ids))
    return {pk: OrganisationKind(kind) for pk, kind in rows.values_list("pk", "kind")}


def accounts_of_people(council_id: int) -> frozenset[int]:
    """Bodies that are one person's own account: paid, and never written to."""
    rows = Organisation.objects.of(council_id).filter(kind=OrganisationKind.ACCOUNT)
    return frozenset(rows.values_list("pk", flat=True))


def council_body(council_id: int) -> int | None:
    """The council itself as an organisation, where it has been recorded."""
    rows = Organisation.objects.of(council_id).filter(kind=OrganisationKind.COUNCIL)
    found: int | None = rows.order_by("id").values_list("pk", flat=True).first()
    return found


def worked_for_outside(council_id: int, user_ids: Iterable[int], on: date) -> dict[int, int]:
    """The organisation, other than the council itself, for which each user acts on a day.

    By user id; who acts for the council, or for nobody, is not there. One query.
    """
    rows = Membership.objects.of(council_id).filter(user_id__in=set(user_ids), starts__lte=on)
    held = rows.filter(Q(ends__isnull=True) | Q(ends__gte=on), organisation__isnull=False)
    found: dict[int, tuple[int, str]] = {}
    columns = ("user_id", "organisation_id", "organisation__kind")
    for user_id, body, kind in held.order_by("id").values_list(*columns):
        found.setdefault(user_id, (body, kind))
    council = OrganisationKind.COUNCIL
    return {user: body for user, (body, kind) in found.items() if kind != council}


def organisations_outside(council_id: int, *, accounts: bool = False) -> dict[int, str]:
    """Names by id of every organisation of a council but the council's own, in one query.

    `accounts`: with those that are one person's own account, which are paid and do nothing.
    """
    left = {OrganisationKind.COUNCIL} if accounts else NO_BODIES
    rows = Organisation.objects.of(council_id).exclude(kind__in=left)
    column = "name_cy" if (get_language() or "").startswith("cy") else "name_en"
    return dict(rows.order_by(column, "id").values_list("pk", column))


def providers(council_id: int) -> dict[int, tuple[str, str]]:
    """The providers of a council by id: their names in English and Welsh, by English name."""
    rows = Organisation.objects.of(council_id).filter(kind__in=SUPPORTING)
    told = rows.order_by("name_en", "pk").values_list("pk", "name_en", "name_cy")
    return {pk: (english, welsh) for pk, english, welsh in told}


@dataclass(frozen=True, slots=True)
class ProviderFacts:
    """A provider's names, and the council that knows it by its code and English name."""

    id: int
    name_en: str
    name_cy: str
    council_code: str
    council_name_en: str


def provider_of_council(council_id: int, provider_id: int) -> ProviderFacts | None:
    """One provider and its council in one query; None where the council has no such provider."""
    rows = Organisation.objects.of(council_id).filter(kind__in=SUPPORTING)
    columns = ("pk", "name_en", "name_cy", "council__code", "council__name_en")
    told = rows.filter(pk=provider_id).values_list(*columns).first()
    return ProviderFacts(*told) if told else None
