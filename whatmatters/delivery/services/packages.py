"""Legacy packages as records, each with its agreement (R-TT-01), and how they end."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Q

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.commissioning.queries import agreements_of_sources, contract_facts
from whatmatters.commissioning.services import AgreementGiven, EndGiven, end_many, sign_many
from whatmatters.delivery.models import LegacyPackage
from whatmatters.delivery.services.stays import people_of_council
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.refusals import Absent, Refusal
from whatmatters.rules.roles import Role
from whatmatters.rules.words import words

SOURCE = "package"
OF_THE_COUNCIL = frozenset({Role.SOCIAL_WORKER, Role.COMMISSIONER, Role.BROKER, Role.SYSTEM})
OF_THE_PROVIDER = frozenset({Role.PROVIDER_MANAGER, Role.CARE_WORKER, Role.TEAM_MEMBER})
MINUTES_A_DAY = 24 * 60


class NotYoursToRecord(Refusal):
    """Neither the council's own work nor this provider's package: NotYoursToRecord(package_id=)."""

    code = "not_yours_to_record"


class PackageImpossible(Refusal):
    """No calls or minutes, more than a day holds, a rate below zero: PackageImpossible(field=)."""

    code = "package_impossible"


class AlreadyEnded(Refusal):
    """The package has its last day: AlreadyEnded(package_id=)."""

    code = "package_already_ended"


@dataclass(frozen=True, slots=True)
class PackageGiven:
    """A package as it was bought: calls a day, minutes a call, tasks, pounds an hour."""

    person_id: int
    contract_id: int
    starts: date
    calls_per_day: int
    minutes_per_call: int
    tasks: str
    rate: Decimal
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class PackageEnding:
    """The last day of one package (it earns), and why it ended."""

    package_id: int
    on: date
    reason: EndReason


@transaction.atomic
def take_on_packages(
    *, by: Actor, at: datetime, packages: Sequence[PackageGiven]
) -> tuple[int, ...]:
    """Record packages and sign an agreement for each, all or none; their ids in order.

    Raises NotYoursToRecord, PackageImpossible, WordsMissing, Absent, or what signing refuses.
    """
    if not by.roles & OF_THE_COUNCIL:
        raise NotYoursToRecord(package_id=None)
    people_of_council(by, (given.person_id for given in packages))
    _known_contracts(by, {given.contract_id for given in packages})
    made = LegacyPackage.objects.bulk_create([_row(by, at, given) for given in packages])
    sign_many(by=by, at=at, agreements=[_agreement(row) for row in made])
    audit_many(by=by, at=at, events=[_event("package.taken_on", row) for row in made])
    return tuple(row.pk for row in made)


@transaction.atomic
def end_packages(*, by: Actor, at: datetime, endings: Sequence[PackageEnding]) -> None:
    """Write the last day of packages and end their agreements, all or none.

    Raises AlreadyEnded, NotYoursToRecord, Absent, or what ending an agreement refuses.
    """
    if not by.roles & OF_THE_COUNCIL:
        raise NotYoursToRecord(package_id=None)
    rows = packages_of_council(by, (ending.package_id for ending in endings))
    agreements = agreements_of_sources(by.council_id, SOURCE, rows)
    for ending in endings:
        row = rows[ending.package_id]
        if row.ends is not None and row.ends <= ending.on:
            raise AlreadyEnded(package_id=row.pk)
        # A package that never began keeps its one first day; its agreement earns nothing.
        row.ends = max(ending.on, row.starts)
    LegacyPackage.objects.bulk_update(rows.values(), ["ends"])
    ends = [EndGiven(agreements[e.package_id], e.on, e.reason) for e in endings]
    end_many(by=by, at=at, ends=ends)
    events = [
        _event("package.ended", rows[ending.package_id], str(ending.reason)) for ending in endings
    ]
    audit_many(by=by, at=at, events=events)


@transaction.atomic
def close_packages(
    *, by: Actor, at: datetime, person_ids: Iterable[int], on: date, reason: EndReason
) -> None:
    """End every package of these people that runs beyond a day: on that day, which still earns."""
    rows = LegacyPackage.objects.of(by.council_id).filter(person_id__in=list(person_ids))
    running = rows.filter(Q(ends__isnull=True) | Q(ends__gt=on)).order_by("id")
    # Ended on the day before its first where it had not begun: nothing is earned.
    endings = [
        PackageEnding(row.pk, max(on, date.fromordinal(row.starts.toordinal() - 1)), reason)
        for row in running
    ]
    if endings:
        end_packages(by=by, at=at, endings=endings)


def packages_of_council(by: Actor, package_ids: Iterable[int]) -> dict[int, LegacyPackage]:
    """These packages, by id, in one query. Raises Absent for the first of another council."""
    wanted = set(package_ids)
    rows: dict[int, LegacyPackage] = LegacyPackage.objects.of(by.council_id).in_bulk(wanted)
    for package_id in sorted(wanted - set(rows)):
        raise Absent(what="package", id=package_id)
    return rows


def check_provider(by: Actor, rows: Mapping[int, LegacyPackage]) -> None:
    """The council's own people, or the people of each package's provider. NotYoursToRecord."""
    if by.roles & OF_THE_COUNCIL:
        return
    theirs = {c.id for c in contract_facts(by.council_id) if c.provider_id == by.organisation_id}
    for row in rows.values():
        if not by.roles & OF_THE_PROVIDER or row.contract_id not in theirs:
            raise NotYoursToRecord(package_id=row.pk)


def _known_contracts(by: Actor, contract_ids: set[int]) -> None:
    known = {contract.id for contract in contract_facts(by.council_id)}
    for contract_id in sorted(contract_ids - known):
        raise Absent(what="contract", id=contract_id)


def _row(by: Actor, at: datetime, given: PackageGiven) -> LegacyPackage:
    _check(given)
    return LegacyPackage(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        person_id=given.person_id,
        contract_id=given.contract_id,
        starts=given.starts,
        ends=given.ends,
        calls_per_day=given.calls_per_day,
        minutes_per_call=given.minutes_per_call,
        tasks=words("tasks", given.tasks),
        rate=given.rate,
    )


def _check(given: PackageGiven) -> None:
    wrong = {
        "calls_per_day": given.calls_per_day < 1,
        "minutes_per_call": given.minutes_per_call < 1,
        "a_day": given.calls_per_day * given.minutes_per_call > MINUTES_A_DAY,
        "rate": not given.rate.is_finite() or given.rate < 0,
        "ends": given.ends is not None and given.ends < given.starts,
    }
    for field, is_wrong in wrong.items():
        if is_wrong:
            raise PackageImpossible(field=field)


def _agreement(row: LegacyPackage) -> AgreementGiven:
    return AgreementGiven(
        contract_id=row.contract_id,
        person_id=row.person_id,
        source=SOURCE,
        source_id=row.pk,
        starts=row.starts,
        ends=row.ends,
        terms={"rate": row.rate},
    )


def _event(action: str, row: LegacyPackage, why: str = "") -> Audited:
    return Audited(action, "package", row.pk, row.person_id, why)
