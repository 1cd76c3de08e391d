"""Legacy packages as records, each with its agreement (R-TT-01)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.commissioning.queries import contract_facts
from whatmatters.commissioning.queries.contracts import contracts_of_provider
from whatmatters.commissioning.services import AgreementGiven, sign_many
from whatmatters.delivery.models import LegacyPackage
from whatmatters.delivery.services.stays import people_of_council
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
    audit_many(by=by, at=at, events=[package_event("package.taken_on", row) for row in made])
    return tuple(row.pk for row in made)


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
    theirs = contracts_of_provider(by.council_id, by.organisation_id)
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


def package_event(action: str, row: LegacyPackage, why: str = "") -> Audited:
    """What the audit trail keeps of a package."""
    return Audited(action, "package", row.pk, row.person_id, why)
