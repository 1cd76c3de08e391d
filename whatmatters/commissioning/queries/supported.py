"""From when until when somebody is supported, whatever the way of paying."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F

from whatmatters.commissioning.models import Agreement
from whatmatters.commissioning.queries.ended import ENDED_ON
from whatmatters.rules.commissioning_models import bundled_hours

BUNDLED = bundled_hours.name


@dataclass(frozen=True, slots=True)
class Agreed:
    """One agreement's days, and with whom its contract is.

    One that nobody ended runs past its last day: its review is late, and support goes on.
    """

    starts: date
    ended_on: date | None
    provider_id: int
    review_weeks: int | None


def agreed_for(council_id: int, person_id: int) -> tuple[Agreed, ...]:
    """Every agreement for a person, those that ended too, in one query."""
    rows = Agreement.objects.of(council_id).filter(person_id=person_id).order_by("id")
    told = rows.annotate(wm_ended=ENDED_ON, provider=F("contract_terms__contract__provider_id"))
    return tuple(
        Agreed(starts, ended, provider, terms["review_weeks"] if model == BUNDLED else None)
        for starts, ended, provider, model, terms in told.values_list(
            "starts", "wm_ended", "provider", "model", "terms"
        )
    )
