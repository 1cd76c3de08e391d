"""Arrangements and assessments of a person by version, and which holds on a Monday."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeVar

from whatmatters.charging.models import ChargingArrangement, FinancialAssessment
from whatmatters.rules.charging.arrangement import Arrangement, Basis, ValueBand
from whatmatters.rules.charging.means import Allowance, Means


class Version(Protocol):
    """Anything that holds from a day."""

    @property
    def starts(self) -> date:
        """The first day."""


VersionT = TypeVar("VersionT", bound=Version)


@dataclass(frozen=True, slots=True)
class AssessmentHeld:
    """One version of what somebody has; `words` say where the figures are from."""

    id: int
    starts: date
    means: Means
    words: str


@dataclass(frozen=True, slots=True)
class ArrangementHeld:
    """One version of how somebody is charged."""

    id: int
    starts: date
    arrangement: Arrangement


def assessments(council_id: int, person_id: int) -> tuple[AssessmentHeld, ...]:
    """Every version, by first day; of two from one day the later written is the last."""
    rows = FinancialAssessment.objects.of(council_id).filter(person_id=person_id)
    return tuple(_assessment(row) for row in rows.order_by("starts", "id"))


def arrangements(council_id: int, person_id: int) -> tuple[ArrangementHeld, ...]:
    """Every version, by first day; of two from one day the later written is the last."""
    rows = ChargingArrangement.objects.of(council_id).filter(person_id=person_id)
    return tuple(_arrangement(row) for row in rows.order_by("starts", "id"))


def held_on(versions: Sequence[VersionT], day: date) -> VersionT | None:
    """The version that holds on a day: the newest that has begun."""
    begun = [version for version in versions if version.starts <= day]
    return begun[-1] if begun else None


def bands_text(bands: Sequence[ValueBand]) -> str:
    """Bands as a column keeps them."""
    return " ".join(f"{'' if b.up_to is None else b.up_to}:{b.charge}" for b in bands)


def _bands(text: str) -> tuple[ValueBand, ...]:
    pairs = (band.split(":") for band in text.split())
    return tuple(ValueBand(Decimal(a) if a else None, Decimal(b)) for a, b in pairs)


def _assessment(row: FinancialAssessment) -> AssessmentHeld:
    means = Means(
        income=row.income,
        capital=row.capital,
        housing_costs=row.housing_costs,
        disability_costs=row.disability_costs,
        allowances=tuple(Allowance(code) for code in row.allowances.split()),
        minimum_income=row.minimum_income,
        basic_entitlement=row.basic_entitlement,
        declined=row.declined,
    )
    return AssessmentHeld(row.pk, row.starts, means, row.words)


def _arrangement(row: ChargingArrangement) -> ArrangementHeld:
    arrangement = Arrangement(
        basis=Basis(row.basis),
        hourly_rate=row.hourly_rate,
        share=row.share,
        bundle_hours=row.bundle_hours,
        bundle_weeks=row.bundle_weeks,
        bands=_bands(row.bands),
        local_cap=row.local_cap,
        guarantee=row.guarantee,
        guarantee_until=row.guarantee_until,
        free_from=row.free_from,
    )
    return ArrangementHeld(row.pk, row.starts, arrangement)
