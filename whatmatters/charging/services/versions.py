"""A new version of what somebody has, or of how she is charged. Nothing is edited."""

from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.charging.models import ChargingArrangement, FinancialAssessment
from whatmatters.charging.queries.versions import bands_text
from whatmatters.charging.services.permission import must_charge
from whatmatters.charging.services.refusals import BeforePayments, NotFromAMonday
from whatmatters.payments.queries.calendar import first_period
from whatmatters.places.queries import council
from whatmatters.rules.charging.arrangement import Arrangement, check_arrangement
from whatmatters.rules.charging.means import Means, check_means
from whatmatters.rules.periods import week_of
from whatmatters.rules.words import words as readable


@transaction.atomic
def record_assessment(
    *, by: Actor, at: datetime, person_id: int, starts: date, means: Means, words: str
) -> int:
    """What she has from a Monday on, with where the figures are from; the id of the version.

    It may be back-dated: the next charges put right the weeks since. Raises Absent,
    ChargingNotAllowed, NotFromAMonday, ChargeFiguresWrong, WordsMissing.
    """
    must_charge(by, at, person_id)
    _must_be_monday(starts)
    place = council(by.council_id)
    check_means(means, place.nation if place else "")
    row = FinancialAssessment.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        person_id=person_id,
        starts=starts,
        declined=means.declined,
        income=means.income,
        capital=means.capital,
        housing_costs=means.housing_costs,
        disability_costs=means.disability_costs,
        minimum_income=means.minimum_income,
        basic_entitlement=means.basic_entitlement,
        allowances=" ".join(means.allowances),
        words=readable("words", words),
    )
    _audit(by, at, "record_assessment", row.pk, person_id)
    return int(row.pk)


@transaction.atomic
def set_arrangement(
    *, by: Actor, at: datetime, person_id: int, starts: date, arrangement: Arrangement
) -> int:
    """How she is charged from a Monday on; the id of the version.

    Raises Absent, ChargingNotAllowed, NotFromAMonday, BeforePayments, ChargeFiguresWrong.
    """
    must_charge(by, at, person_id)
    _must_be_monday(starts)
    paid = first_period(by.council_id)
    if paid is not None and starts < paid.start:
        raise BeforePayments(first=paid.start)
    check_arrangement(arrangement)
    row = ChargingArrangement.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        person_id=person_id,
        starts=starts,
        basis=arrangement.basis,
        hourly_rate=arrangement.hourly_rate,
        share=arrangement.share,
        bundle_hours=arrangement.bundle_hours,
        bundle_weeks=arrangement.bundle_weeks,
        bands=bands_text(arrangement.bands),
        local_cap=arrangement.local_cap,
        guarantee=arrangement.guarantee,
        guarantee_until=arrangement.guarantee_until,
        free_from=arrangement.free_from,
    )
    _audit(by, at, "set_charging_arrangement", row.pk, person_id)
    return int(row.pk)


def _must_be_monday(starts: date) -> None:
    week = week_of(starts)
    if week.start != starts:
        raise NotFromAMonday(starts=starts, before=week.start, after=week.end)


def _audit(by: Actor, at: datetime, action: str, row_id: int, person_id: int) -> None:
    audit(by=by, at=at, action=action, subject="charging", subject_id=row_id, person_id=person_id)
