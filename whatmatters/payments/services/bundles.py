"""What a run reads of bundles, and their lines: on account, and where a review period ends."""

from collections.abc import Iterable, Iterator, Mapping, Set
from datetime import date
from typing import Any

from whatmatters.commissioning.queries import AgreementFacts, agreement_facts, agreement_terms
from whatmatters.delivery.queries import BundleFacts, bundle_facts
from whatmatters.payments.services.frozen import Frozen
from whatmatters.rules.commissioning import AgreementTerms, Line, Rules
from whatmatters.rules.commissioning_models import bundled_hours
from whatmatters.rules.periods import ONE_DAY, Period
from whatmatters.rules.refusals import Refusal

BUNDLE = "bundle"
Terms = AgreementTerms[bundled_hours.Terms]


class DaysNotRecorded(Refusal):
    """Nobody recorded a day of this review, which is not the same as nothing given.

    DaysNotRecorded(first=, last=): the days of the earliest such review.
    """

    code = "days_not_recorded"


def bundles_seen(
    council_id: int,
    rows: Iterable[AgreementFacts],
    ended: Mapping[int, date | None],
    again: Set[int],
    period: Period,
) -> dict[int, BundleFacts]:
    """Evidence by agreement, for those with a review to assess.

    Any other is paid on account, by its terms alone. Terms say when a review is due, and a release
    gathers without them: they are read here, for bundles only, so that its hash is the same.
    """
    ids = [facts.id for facts in rows if facts.source == BUNDLE]
    bundles = agreement_facts(council_id, ids=ids) if ids else ()
    wanted = {
        facts.source_id: facts
        for facts in bundles
        if facts.id in again or _review_due(facts, ended[facts.id], period)
    }
    if not wanted:
        return {}
    first = min(facts.starts for facts in wanted.values())
    found = bundle_facts(wanted, first, period.last_day)
    return {wanted[bundle].id: seen for bundle, seen in found.items()}


def bundle_lines(
    agreement: Terms, frozen: Frozen, period: Period, rules: Rules
) -> tuple[Line, ...]:
    """On account for the period, then every review that ends in it and has a day recorded."""
    earning = bundled_hours.until(agreement, frozen.ended_on)
    seen = bundled_hours.Evidence(period=period)
    lines = list(bundled_hours.assess(earning, seen, rules).lines)
    for review in _reviews(earning, frozen, period):
        told = bundled_hours.Evidence(review=review)
        lines += bundled_hours.assess(earning, told, rules).lines
    return tuple(lines)


def unrecorded(frozen: Frozen, periods: Iterable[Period]) -> DaysNotRecorded | None:
    """Why a review that ends in one of these periods waits: the earliest without a recorded day."""
    seen = frozen.bundle
    if seen is None:
        return None
    told: Any = agreement_terms(frozen.facts, frozen.changes)
    earning = bundled_hours.until(told, frozen.ended_on)
    for period in periods:
        for held in bundled_hours.review_periods(earning, period.end):
            last = held.end - ONE_DAY
            if last in period and not seen.recorded(held.start, last):
                return DaysNotRecorded(first=held.start, last=last)
    return None


def _reviews(earning: Terms, frozen: Frozen, period: Period) -> Iterator[bundled_hours.Review]:
    seen = frozen.bundle
    if seen is None:
        return
    periods = tuple(bundled_hours.review_periods(earning, period.end))
    banks = bundled_hours.bank_reviews(seen.movements, periods, frozen.ended_on)
    for held, one in zip(periods, banks, strict=True):
        if one.last_day in period and seen.recorded(held.start, one.last_day):
            yield bundled_hours.Review(
                start=held.start,
                delivered=seen.delivered(held.start, one.last_day),
                banked=one.banked,
                drawn=one.drawn,
                expired=one.expired,
                over_agreed=seen.over_agreed(held.start),
            )


def _review_due(facts: AgreementFacts, ended_on: date | None, period: Period) -> bool:
    """Whether a review period ends inside."""
    terms: Any = agreement_terms(facts)
    earning = bundled_hours.until(terms, ended_on)
    held = bundled_hours.review_periods(earning, period.end)
    return any(one.end - ONE_DAY in period for one in held)
