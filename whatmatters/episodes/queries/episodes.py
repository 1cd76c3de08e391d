"""Short-term episodes as they stand, with their terms."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from whatmatters.commissioning.queries import (
    agreement_facts,
    agreement_terms,
    agreements_of_sources,
)
from whatmatters.episodes.models import EndStateTold, Episode, Extension
from whatmatters.rules.commissioning_models.short_term import EndState, Terms
from whatmatters.rules.episodes import Stands, stands
from whatmatters.rules.periods import DAYS_IN_A_WEEK

SOURCE = "episode"
MODEL = "short_term"


@dataclass(frozen=True, slots=True)
class EpisodeFacts:
    """One episode; `ends` and `state` once its end was told, `extended_on` where it was extended.

    `clock_ends` is the last day of its weeks; `last` has the extension in it.
    """

    id: int
    council_id: int
    person_id: int
    contract_id: int
    provider_id: int
    starts: date
    clock_ends: date
    extended_on: date | None
    ends: date | None
    state_code: str | None

    @property
    def last(self) -> date:
        """The last day of the clock, an extension included."""
        return self.clock_ends + timedelta(days=DAYS_IN_A_WEEK if self.extended_on else 0)

    @property
    def state(self) -> EndState | None:
        """How it ended, as told last."""
        return EndState(self.state_code) if self.state_code else None

    def stands(self, on: date) -> Stands:
        """Where it stands on a day."""
        return stands(self.starts, self.last, self.ends, on)


@dataclass(frozen=True, slots=True)
class EpisodeTerms:
    """What was agreed for one, and who pays which share."""

    agreement_id: int
    terms: Terms
    payers: tuple[tuple[int, Fraction], ...]


COLUMNS = (
    "id",
    "council_id",
    "person_id",
    "contract_id",
    "contract__provider_id",
    "starts",
    "clock_ends",
    "extensions__on",
    "ends",
    "newest",
)


def episode_facts(
    council_id: int,
    *,
    ids: Iterable[int] | None = None,
    person_id: int | None = None,
    provider_id: int | None = None,
) -> tuple[EpisodeFacts, ...]:
    """The newest first; `provider_id`: those under its contracts."""
    rows: Any = _rows(council_id, person_id, provider_id)
    if ids is not None:
        rows = rows.filter(pk__in=set(ids))
    told = EndStateTold.objects.filter(episode_id=OuterRef("pk")).order_by("-place")
    rows = rows.annotate(newest=Subquery(told.values("state")[:1]))
    found = rows.order_by("-starts", "-id").values_list(*COLUMNS)
    return tuple(EpisodeFacts(*row) for row in found)


def episodes_of_person(
    council_id: int, person_id: int, provider_id: int | None = None
) -> "QuerySet[Episode]":
    """What somebody has or had; `provider_id`: under its contracts."""
    found: QuerySet[Episode] = _rows(council_id, person_id, provider_id)
    return found


def _rows(council_id: int, person_id: int | None, provider_id: int | None) -> Any:
    rows: Any = Episode.objects.of(council_id)
    if person_id is not None:
        rows = rows.filter(person_id=person_id)
    if provider_id is not None:
        rows = rows.filter(contract__provider_id=provider_id)
    return rows


def episode_terms(council_id: int, episode_id: int) -> EpisodeTerms:
    """The agreed terms of one, in two queries."""
    (agreement,) = agreements_of_sources(council_id, SOURCE, [episode_id]).values()
    (facts,) = agreement_facts(council_id, ids=[agreement])
    terms: Any = agreement_terms(facts).terms
    return EpisodeTerms(agreement, terms, facts.payers)


def extension_of(episode_id: int) -> str:
    """Why it was extended; "" where it was not."""
    found = Extension.objects.filter(episode_id=episode_id).values_list("why", flat=True).first()
    return found or ""
