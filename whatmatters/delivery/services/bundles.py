"""Bundles of hours as records, each with its agreement (R-VG-01), and how they end."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Q

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.commissioning.queries import agreements_of_sources, contract_facts
from whatmatters.commissioning.queries.contracts import contracts_of_provider
from whatmatters.commissioning.services import AgreementGiven, EndGiven, end_many, sign_many
from whatmatters.delivery.models import Bundle
from whatmatters.delivery.services.bundle_refusals import (
    BundleImpossible,
    BundleOver,
    BundleRunning,
)
from whatmatters.delivery.services.packages import (
    OF_THE_COUNCIL,
    OF_THE_PROVIDER,
    NotYoursToRecord,
)
from whatmatters.delivery.services.stays import people_of_council
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.periods import ONE_DAY
from whatmatters.rules.refusals import Absent

SOURCE = "bundle"
MODEL = "bundled_hours"


@dataclass(frozen=True, slots=True)
class BundleGiven:
    """A bundle as agreed: hours a week and pounds an hour, from a day until it is ended.

    `settings`: terms other than the contract's or the defaults, by their names.
    """

    person_id: int
    contract_id: int
    starts: date
    weekly_hours: Decimal
    rate: Decimal
    settings: Mapping[str, object] = field(default_factory=dict)


@transaction.atomic
def agree_bundles(*, by: Actor, at: datetime, bundles: Sequence[BundleGiven]) -> tuple[int, ...]:
    """Record bundles and sign an agreement for each, all or none; their ids in order.

    Raises NotYoursToRecord, Absent, BundleImpossible, BundleRunning, or what signing refuses.
    """
    if not by.roles & OF_THE_COUNCIL:
        raise NotYoursToRecord(package_id=None)
    people_of_council(by, (given.person_id for given in bundles))
    contracts = {one.id: one for one in contract_facts(by.council_id)}
    for given in bundles:
        _check(given)
        if given.contract_id not in contracts:
            raise Absent(what="contract", id=given.contract_id)
        if contracts[given.contract_id].model != MODEL:
            raise BundleImpossible(field="contract")
    _check_running(by, bundles, {one.id: one.provider_id for one in contracts.values()})
    made = Bundle.objects.bulk_create([_row(by, at, given) for given in bundles])
    signed = zip(made, bundles, strict=True)
    sign_many(by=by, at=at, agreements=[_agreement(row, given) for row, given in signed])
    audit_many(by=by, at=at, events=[bundle_event("bundle.agreed", row) for row in made])
    return tuple(row.pk for row in made)


@transaction.atomic
def end_bundles(
    *, by: Actor, at: datetime, bundle_ids: Iterable[int], on: date, reason: EndReason
) -> None:
    """Write the last day of bundles (it earns) and end their agreements, all or none.

    The day before its first means that nothing is earned. What is left in a bank runs out with its
    bundle. Raises BundleOver, NotYoursToRecord, Absent, EndBeforeStart.
    """
    if not by.roles & OF_THE_COUNCIL:
        raise NotYoursToRecord(package_id=None)
    rows = bundles_held(by, bundle_ids)
    for row in rows.values():
        if row.ends is not None:
            raise BundleOver(ends=row.ends)
        row.ends = on
    _write_ends(by, at, rows, reason)


@transaction.atomic
def close_bundles(
    *, by: Actor, at: datetime, person_ids: Iterable[int], on: date, reason: EndReason
) -> None:
    """End every bundle of these people that runs: on that day, which still earns.

    One that begins later ends before it begins, and earns nothing.
    """
    rows = Bundle.objects.of(by.council_id).filter(person_id__in=list(person_ids))
    runs_on = Q(ends__isnull=True) | Q(ends__gt=on)
    found = rows.filter(runs_on).values_list("id", "starts", "ends")
    last = {one: max(on, starts - ONE_DAY) for one, starts, _ends in found}
    # One that never begins has its last day already.
    running = [one for one, _starts, ends in found if ends is None or ends > last[one]]
    if not running:
        return
    if not by.roles & OF_THE_COUNCIL:
        raise NotYoursToRecord(package_id=None)
    held = bundles_held(by, running)
    for row in held.values():
        row.ends = last[row.pk]
    _write_ends(by, at, held, reason)


def _write_ends(by: Actor, at: datetime, rows: Mapping[int, Bundle], reason: EndReason) -> None:
    """Each has its last day already; its agreement, which refuses some days, ends first."""
    agreements = agreements_of_sources(by.council_id, SOURCE, rows)
    ends = [EndGiven(agreements[one], row.ends, reason) for one, row in rows.items() if row.ends]
    end_many(by=by, at=at, ends=ends)
    Bundle.objects.bulk_update(rows.values(), ["ends"])
    events = [bundle_event("bundle.ended", row, str(reason)) for row in rows.values()]
    audit_many(by=by, at=at, events=events)


def bundles_held(by: Actor, bundle_ids: Iterable[int]) -> dict[int, Bundle]:
    """These bundles, by id, in one query. Raises Absent for the first of another council."""
    wanted = set(bundle_ids)
    rows: dict[int, Bundle] = Bundle.objects.of(by.council_id).in_bulk(wanted)
    for bundle_id in sorted(wanted - set(rows)):
        raise Absent(what="bundle", id=bundle_id)
    return rows


def check_records(by: Actor, rows: Iterable[Bundle]) -> None:
    """The council's own people, or the people of each bundle's provider. NotYoursToRecord."""
    if by.roles & OF_THE_COUNCIL:
        return
    theirs = contracts_of_provider(by.council_id, by.organisation_id)
    for row in rows:
        if not by.roles & OF_THE_PROVIDER or row.contract_id not in theirs:
            raise NotYoursToRecord(package_id=row.pk)


def bundle_event(action: str, row: Bundle, why: str = "") -> Audited:
    """What the audit trail keeps of a bundle."""
    return Audited(action, "bundle", row.pk, row.person_id, why)


def _check(given: BundleGiven) -> None:
    for named, number in (("weekly_hours", given.weekly_hours), ("rate", given.rate)):
        if not number.is_finite() or number < 0:
            raise BundleImpossible(field=named)


def _check_running(by: Actor, bundles: Sequence[BundleGiven], providers: Mapping[int, int]) -> None:
    """One provider is not paid twice for one person's day."""
    people = {given.person_id for given in bundles}
    rows = Bundle.objects.of(by.council_id).filter(person_id__in=people)
    held = [(row.person_id, providers[row.contract_id], row.ends) for row in rows]
    for given in bundles:
        told = given.person_id, providers[given.contract_id]
        for person_id, provider_id, ends in held:
            if (person_id, provider_id) == told and (ends is None or ends >= given.starts):
                raise BundleRunning(starts=given.starts)
        held.append((*told, None))


def _row(by: Actor, at: datetime, given: BundleGiven) -> Bundle:
    return Bundle(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        person_id=given.person_id,
        contract_id=given.contract_id,
        starts=given.starts,
    )


def _agreement(row: Bundle, given: BundleGiven) -> AgreementGiven:
    return AgreementGiven(
        contract_id=row.contract_id,
        person_id=row.person_id,
        source=SOURCE,
        source_id=row.pk,
        starts=row.starts,
        ends=None,
        terms={**given.settings, "weekly_hours": given.weekly_hours, "rate": given.rate},
    )
