"""Open a contract; give it new terms, a new rate, a patch to lead (R-CW-01, R-GW-03, R-WI-15)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from types import TracebackType
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q

from whatmatters.access.queries import Actor
from whatmatters.access.queries.bodies import organisations_among
from whatmatters.access.services import audit
from whatmatters.commissioning.models import Contract, ContractTerms, Funder, PatchLead, Rate
from whatmatters.commissioning.queries.refusals import (
    AlreadyFromThatDay,
    ContractNotFound,
    EndBeforeStart,
    NotAllowed,
    SharesDoNotAddUp,
    UnknownModel,
)
from whatmatters.places.queries import patches
from whatmatters.rules.commissioning_models import MODELS
from whatmatters.rules.outcomes import Band
from whatmatters.rules.refusals import Absent
from whatmatters.rules.roles import Role
from whatmatters.rules.stored_terms import to_json

MAY = frozenset({Role.COMMISSIONER, Role.FINANCE_OFFICER, Role.ADMINISTRATOR, Role.SYSTEM})


@dataclass(frozen=True, slots=True)
class RateGiven:
    """The agreed price of an hour of one band in pounds, from a day to a day, and who says so."""

    band: Band
    pounds: Decimal
    starts: date
    ends: date | None
    source: str


@dataclass(frozen=True, slots=True)
class FunderGiven:
    """One payer's share as an exact fraction."""

    organisation_id: int
    numerator: int
    denominator: int


@transaction.atomic
def open_contract(
    *,
    by: Actor,
    at: datetime,
    provider_id: int,
    model: str,
    reference: str,
    patch_id: int | None,
    starts: date,
    ends: date | None,
    terms: Mapping[str, object],
    rates: Sequence[RateGiven],
    funders: Sequence[FunderGiven],
) -> int:
    """A contract with its first terms, rates and funders; returns its id.

    Refuses shares that do not add to 1, an unknown model, a reference that is in use, and an
    organisation or patch of another council (Absent, the same as if it were not there).
    """
    _may(by)
    _check_contract(model, starts, ends, funders)
    _check_ours(by, [provider_id, *(f.organisation_id for f in funders)], patch_id)
    written = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    with _once(reference=reference):
        row = Contract.objects.create(
            provider_id=provider_id,
            model=model,
            reference=reference,
            patch_id=patch_id,
            starts=starts,
            ends=ends,
            **written,
        )
    ContractTerms.objects.create(
        contract=row, version=1, starts=starts, terms=stored(terms), **written
    )
    _add_funders(row, funders, written)
    for rate in rates:
        _add_rate(by, at, row.pk, rate)
    audit(by=by, at=at, action="open_contract", subject="contract", subject_id=row.pk)
    return int(row.pk)


@transaction.atomic
def new_terms(
    *, by: Actor, at: datetime, contract_id: int, starts: date, terms: Mapping[str, object]
) -> int:
    """The next version of a contract's terms, for agreements signed for days from `starts`."""
    _may(by)
    row = _contract(by, contract_id)
    last = row.versions.order_by("-version").values_list("version", flat=True).first() or 0
    written = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    with _once(contract=contract_id, starts=starts):
        ContractTerms.objects.create(
            contract=row, version=last + 1, starts=starts, terms=stored(terms), **written
        )
    audit(by=by, at=at, action="new_terms", subject="contract", subject_id=contract_id)
    return int(last) + 1


@transaction.atomic
def new_rate(*, by: Actor, at: datetime, contract_id: int, rate: RateGiven) -> int:
    """A rate from a day on, in place of an older one of its band.

    Agreements already signed keep the rate of their first day.
    """
    _may(by)
    _contract(by, contract_id)
    rate_id = _add_rate(by, at, contract_id, rate)
    audit(by=by, at=at, action="new_rate", subject="contract", subject_id=contract_id)
    return rate_id


@transaction.atomic
def lead_patch(*, by: Actor, at: datetime, patch_id: int, contract_id: int, starts: date) -> int:
    """Make a contract's provider the lead of a patch from a day, in place of the one before."""
    _may(by)
    _contract(by, contract_id)
    _check_ours(by, [], patch_id)
    before = PatchLead.objects.of(by.council_id).filter(patch_id=patch_id, starts__lt=starts)
    day_before = starts - timedelta(days=1)
    before.filter(Q(ends__isnull=True) | Q(ends__gte=starts)).update(ends=day_before)
    with _once(patch=patch_id, starts=starts):
        row = PatchLead.objects.create(
            council_id=by.council_id,
            by_id=by.user_id,
            at=at,
            patch_id=patch_id,
            contract_id=contract_id,
            starts=starts,
        )
    audit(by=by, at=at, action="lead_patch", subject="contract", subject_id=contract_id)
    return int(row.pk)


def stored(terms: Mapping[str, object]) -> object:
    """Terms as a JSON column takes them, exact numbers and dates kept."""
    return json.loads(to_json(terms))


def _add_funders(row: Contract, funders: Sequence[FunderGiven], written: Mapping[str, Any]) -> None:
    Funder.objects.bulk_create(
        Funder(
            contract=row,
            position=position,
            organisation_id=funder.organisation_id,
            numerator=funder.numerator,
            denominator=funder.denominator,
            **written,
        )
        for position, funder in enumerate(funders)
    )


def _add_rate(by: Actor, at: datetime, contract_id: int, rate: RateGiven) -> int:
    if rate.ends is not None and rate.ends < rate.starts:
        raise EndBeforeStart(starts=rate.starts, ends=rate.ends)
    with _once(band=str(rate.band), starts=rate.starts):
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


def _check_contract(
    model: str, starts: date, ends: date | None, funders: Sequence[FunderGiven]
) -> None:
    if model not in MODELS:
        raise UnknownModel(model=model)
    if ends is not None and ends < starts:
        raise EndBeforeStart(starts=starts, ends=ends)
    added = sum((Fraction(f.numerator, f.denominator) for f in funders), Fraction(0))
    if added != 1:
        raise SharesDoNotAddUp(sum=str(added))


def _contract(by: Actor, contract_id: int) -> Contract:
    found: Contract | None = Contract.objects.of(by.council_id).filter(pk=contract_id).first()
    if found is None:
        raise ContractNotFound(contract_id=contract_id)
    return found


def _may(by: Actor) -> None:
    if not by.roles & MAY:
        raise NotAllowed()


class _once:  # noqa: N801 - reads as a word in a with-statement
    """A savepoint whose unique key says what is already there."""

    def __init__(self, **params: object) -> None:
        self.params = params
        self.savepoint = transaction.atomic()

    def __enter__(self) -> None:
        self.savepoint.__enter__()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.savepoint.__exit__(kind, error, trace)
        if kind is not None and issubclass(kind, IntegrityError):
            raise AlreadyFromThatDay(**self.params)


def _check_ours(by: Actor, organisation_ids: Sequence[int], patch_id: int | None) -> None:
    ours = organisations_among(by.council_id, organisation_ids)
    for organisation_id in organisation_ids:
        if organisation_id not in ours:
            raise Absent(what="organisation", id=organisation_id)
    if patch_id is not None and patch_id not in {p.id for p in patches(by.council_id)}:
        raise Absent(what="patch", id=patch_id)
