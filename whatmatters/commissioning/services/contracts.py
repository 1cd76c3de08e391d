"""Open a contract with its first terms, rates and funders (R-CW-01, R-GW-03)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.commissioning.models import Contract, Funder
from whatmatters.commissioning.queries.refusals import (
    EndBeforeStart,
    SharesDoNotAddUp,
    UnknownModel,
)
from whatmatters.commissioning.services.contract_checks import check_commissioner, check_ours
from whatmatters.commissioning.services.contract_given import FunderGiven, RateGiven
from whatmatters.commissioning.services.contract_terms import write_terms
from whatmatters.commissioning.services.once import once
from whatmatters.commissioning.services.rates import add_rate
from whatmatters.rules.commissioning_models import MODELS


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
    check_commissioner(by)
    _check_contract(model, starts, ends, funders)
    check_ours(by, [provider_id, *(f.organisation_id for f in funders)], patch_id)
    written = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    with once(reference=reference):
        row = Contract.objects.create(
            provider_id=provider_id,
            model=model,
            reference=reference,
            patch_id=patch_id,
            starts=starts,
            ends=ends,
            **written,
        )
    write_terms(row, 1, starts, terms, written)
    _add_funders(row, funders, written)
    for rate in rates:
        add_rate(by, at, row.pk, rate)
    audit(by=by, at=at, action="open_contract", subject="contract", subject_id=row.pk)
    return int(row.pk)


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
