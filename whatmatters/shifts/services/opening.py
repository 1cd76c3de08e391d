"""A contract that pays whole shifts, from nothing: its terms, its two funders, its first day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.commissioning.services import FunderGiven, open_contract
from whatmatters.rules.commissioning_models import shift_split
from whatmatters.rules.permissions import Action
from whatmatters.shifts.queries.refusals import NotTwoFunders, ShareNotAgreed
from whatmatters.shifts.queries.schemes import MODEL
from whatmatters.shifts.services.held import must_be_allowed
from whatmatters.shifts.services.signing import sign_shifts


@dataclass(frozen=True, slots=True)
class ShiftsGiven:
    """What is agreed: with whom, who pays, on which days, at which rates and by which method."""

    provider_id: int
    social_care_id: int
    nhs_id: int
    reference: str
    patch_id: int | None
    starts: date
    ends: date | None
    terms: Mapping[str, object]


@transaction.atomic
def open_shifts(*, by: Actor, at: datetime, given: ShiftsGiven) -> int:
    """Open the contract and sign for its shifts, or nothing; its id.

    Its funders stand in it with the share that was agreed for a shift without contact. Raises
    ShiftsNotAllowed, NotTwoFunders, ShareNotAgreed, Problems, or what opening and signing refuse.
    """
    must_be_allowed(by, Action.CHANGE_CONTRACTS)
    if given.social_care_id == given.nhs_id:
        raise NotTwoFunders(field="nhs")
    share = shift_split.read_terms(given.terms).nhs_share
    if share is None:
        raise ShareNotAgreed(field="nhs_share")
    parts = ((given.social_care_id, 1 - share), (given.nhs_id, Fraction(share)))
    contract_id = open_contract(
        by=by,
        at=at,
        provider_id=given.provider_id,
        model=MODEL,
        reference=given.reference,
        patch_id=given.patch_id,
        starts=given.starts,
        ends=given.ends,
        terms=given.terms,
        rates=[],
        funders=[FunderGiven(who, part.numerator, part.denominator) for who, part in parts],
    )
    return sign_shifts(by=by, at=at, contract_id=contract_id, starts=given.starts)
