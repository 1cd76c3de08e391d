"""A person's bundles of hours as charging reads them: agreed, delivered, and their worth."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from whatmatters.commissioning.queries import (
    agreement_facts,
    agreement_terms,
    agreements_of_sources,
)
from whatmatters.delivery.queries import BundleFacts, bundle_facts, bundles_of
from whatmatters.rules.commissioning import AgreementTerms
from whatmatters.rules.commissioning_models import bundled_hours
from whatmatters.rules.minutes import MINUTES_IN_AN_HOUR
from whatmatters.rules.money import pence
from whatmatters.rules.periods import DAYS_IN_A_WEEK

BUNDLE = "bundle"


@dataclass(frozen=True, slots=True)
class BundleHeld:
    """One bundle until its last day, with the minutes that were delivered of it by day."""

    agreed: AgreementTerms[bundled_hours.Terms]
    seen: BundleFacts

    def planned(self, days: Collection[date]) -> Fraction:
        """Exact minutes of these days: a bundle has no timetable, so each day has as many."""
        held = Fraction(sum(self.agreed.holds(day) for day in days), DAYS_IN_A_WEEK)
        return held * self.agreed.terms.weekly_hours * MINUTES_IN_AN_HOUR

    def delivered(self, days: Collection[date]) -> int:
        """Whole minutes given on these days, those from the bank too: put by is not given."""
        return sum(minutes for day, minutes in self.seen.days if day in days)

    def value(self, days: Collection[date]) -> Fraction:
        """The part of its price that these days have, in exact pence."""
        return self.planned(days) / MINUTES_IN_AN_HOUR * pence(self.agreed.terms.rate)


def bundles_held(
    council_id: int, person_id: int, first: date, last: date
) -> tuple[BundleHeld, ...]:
    """Every bundle of hers, with its delivered minutes from a day to a day."""
    ids = [one.bundle_id for one in bundles_of(council_id, person_id)]
    agreements = agreements_of_sources(council_id, BUNDLE, ids)
    facts = {one.source_id: one for one in agreement_facts(council_id, ids=agreements.values())}
    seen = bundle_facts(ids, first, last)
    found = []
    for one in ids:
        terms: Any = agreement_terms(facts[one])
        found.append(BundleHeld(bundled_hours.until(terms, facts[one].ended_on), seen[one]))
    return tuple(found)
