"""Workers whom a platform found for somebody, and the hours that were bought of each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from whatmatters.commissioning.queries import (
    agreement_facts,
    agreement_terms,
    agreements_of_sources,
)
from whatmatters.direct_payments.models import BoughtDay, Introduction
from whatmatters.rules.commissioning import AgreementTerms
from whatmatters.rules.commissioning_models import introductory_agency

SOURCE = "introduction"
MODEL = introductory_agency.name
COLUMNS = (
    *("id", "direct_payment_id", "direct_payment__person_id", "contract_id"),
    *("contract__provider_id", "who_comes", "starts", "ends"),
)


@dataclass(frozen=True, slots=True)
class IntroductionFacts:
    """One worker; `platform_id` is who found them, `ends` its last day where it has one."""

    id: int
    direct_id: int
    person_id: int
    contract_id: int
    platform_id: int
    who_comes: str
    starts: date
    ends: date | None

    @property
    def began(self) -> bool:
        """False where it was ended before its first day."""
        return self.ends is None or self.ends >= self.starts

    def holds(self, day: date) -> bool:
        """Whether hours of this day are paid."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


@dataclass(frozen=True, slots=True)
class Bought:
    """A day as it was told once: by whom, and when."""

    on: date
    revision: int
    minutes: int
    by_id: int
    at: datetime


def introductions(
    council_id: int, *, ids: Iterable[int] | None = None, direct_id: int | None = None
) -> tuple[IntroductionFacts, ...]:
    """Of these numbers, or of one direct payment; the newest first."""
    rows: Any = Introduction.objects.of(council_id)
    if ids is not None:
        rows = rows.filter(pk__in=set(ids))
    if direct_id is not None:
        rows = rows.filter(direct_payment_id=direct_id)
    found = rows.order_by("-starts", "-id").values_list(*COLUMNS)
    return tuple(IntroductionFacts(*row) for row in found)


def introduction_terms(
    council_id: int, introduction_id: int
) -> AgreementTerms[introductory_agency.Terms]:
    """What was agreed of one, as the rules read it."""
    (agreement,) = agreements_of_sources(council_id, SOURCE, [introduction_id]).values()
    (facts,) = agreement_facts(council_id, ids=[agreement])
    return agreement_terms(facts)  # type: ignore[return-value]


def ever_bought(introduction_id: int) -> tuple[Bought, ...]:
    """All that was told of its days, the newest day and the newest word of it first."""
    rows = BoughtDay.objects.filter(introduction_id=introduction_id).order_by("-on", "-revision")
    return tuple(
        Bought(*row) for row in rows.values_list("on", "revision", "minutes", "by_id", "at")
    )


def bought(told: Iterable[Bought]) -> Mapping[date, Bought]:
    """The newest word of each day."""
    found: dict[date, Bought] = {}
    for one in told:
        found.setdefault(one.on, one)
    return found
