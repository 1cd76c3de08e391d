"""Plans and their versions as other contexts see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Min, Q, QuerySet

from whatmatters.outcomes.models import Plan, PlanVersion
from whatmatters.rules.commissioning_models import patch_block
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import EndReason

# Why a version that nobody agreed to is over, where its provider took it back.
WITHDRAWN = "withdrawn"

# A case that closed before they were agreed: nothing replaced these (`closing.py`).
CLOSED = (EndReason.DIED, EndReason.MOVED, EndReason.NO_LONGER_NEEDED)
_CLOSED = Q(moves__to=PlanState.SUPERSEDED, moves__why__in=CLOSED)


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """A person's plan with one provider."""

    id: int
    person_id: int
    contract_id: int
    provider_id: int
    follows_id: int | None
    initial: bool


@dataclass(frozen=True, slots=True)
class VersionFacts:
    """One version. `ends` is its last day; `price` whole pence; `ended_on` its last day of support.

    `urgent_on` and `agree_by` are set where support began before the three agreed;
    `withdrawn_on` where the provider took the version back; `closed_why` (an `EndReason`) where
    the case closed before it was agreed. `model` is how its contract pays; a plan that is paid as a
    block has no price of its own (`price` 0), which is not to say that it is free.
    """

    id: int
    council_id: int
    plan_id: int
    person_id: int
    provider_id: int
    contract_id: int
    number: int
    starts: date
    ends: date
    review_on: date
    price: int
    state: PlanState
    lock: int
    initial: bool
    follows_id: int | None
    proposed_on: date | None
    agreed_on: date | None
    ended_on: date | None
    urgent_on: date | None
    agree_by: date | None
    model: str
    withdrawn_on: date | None = None
    closed_why: str | None = None

    @property
    def as_block(self) -> bool:
        """Whether its team is paid for the whole patch, and nothing for this plan."""
        return self.model == patch_block.name


def plan_facts(ids: Iterable[int]) -> dict[int, PlanFacts]:
    """Many plans by id, in one query."""
    return {
        row.pk: PlanFacts(
            row.pk, row.person_id, row.contract_id, row.provider_id, row.follows_id, row.initial
        )
        for row in Plan.objects.filter(pk__in=list(ids))
    }


def version_facts(ids: Iterable[int]) -> dict[int, VersionFacts]:
    """Many versions by id, in one query; the caller has decided that they may be seen."""
    return {found.id: found for found in facts(PlanVersion.objects.filter(pk__in=list(ids)))}


def version(version_id: int, *, council_id: int) -> VersionFacts | None:
    """One version of one council."""
    return next(iter(facts(PlanVersion.objects.of(council_id).filter(pk=version_id))), None)


def versions_of_person(person_id: int, *, council_id: int) -> tuple[VersionFacts, ...]:
    """Every version of every plan of a person, the newest first."""
    rows = PlanVersion.objects.of(council_id).filter(plan__person_id=person_id)
    return facts(rows.order_by("-id"))


def versions_of_plan(plan_id: int, *, council_id: int) -> tuple[VersionFacts, ...]:
    """Every version of a plan, the newest first."""
    rows = PlanVersion.objects.of(council_id).filter(plan_id=plan_id)
    return facts(rows.order_by("-number"))


def versions_in_state(council_id: int, state: PlanState) -> tuple[VersionFacts, ...]:
    """Every version of a council in one state, the oldest first."""
    return facts(PlanVersion.objects.of(council_id).filter(state=state).order_by("id"))


def agreed_on_day(
    council_id: int, on: date, *, person_ids: Iterable[int] | None = None
) -> tuple[VersionFacts, ...]:
    """Versions under which support ran on a day: begun, and agreed or urgently started, and not
    ended before it. One that is past its last day and not reviewed still runs."""
    begun = Q(state__in=[PlanState.AGREED, PlanState.ENDED]) | Q(urgent__isnull=False)
    rows = PlanVersion.objects.of(council_id).filter(begun, starts__lte=on)
    if person_ids is not None:
        rows = rows.filter(plan__person_id__in=list(person_ids))
    held = facts(rows.order_by("id"))
    return tuple(found for found in held if _runs(found, on))


def facts(rows: "QuerySet[PlanVersion]") -> tuple[VersionFacts, ...]:
    """Rows as facts, with the days of their moves, in one query."""
    days = {
        key: Min("moves__on", filter=Q(moves__to=state))
        for key, state in (
            ("proposed_on", PlanState.PROPOSED),
            ("agreed_on", PlanState.AGREED),
            ("ended_on", PlanState.ENDED),
        )
    } | {
        "withdrawn_on": Min("moves__on", filter=Q(moves__why=WITHDRAWN)),
        "closed_why": Min("moves__why", filter=_CLOSED),
    }
    return tuple(_facts(row) for row in rows.annotate(**days).values(*COLUMNS.values()))


COLUMNS = {
    "id": "id",
    "council_id": "council_id",
    "plan_id": "plan_id",
    "person_id": "plan__person_id",
    "provider_id": "plan__provider_id",
    "contract_id": "plan__contract_id",
    "number": "number",
    "starts": "starts",
    "ends": "ends",
    "review_on": "review_on",
    "price": "price",
    "state": "state",
    "lock": "lock",
    "initial": "plan__initial",
    "follows_id": "plan__follows_id",
    "proposed_on": "proposed_on",
    "agreed_on": "agreed_on",
    "ended_on": "ended_on",
    "urgent_on": "urgent__on",
    "agree_by": "urgent__agree_by",
    "model": "plan__contract__model",
    "withdrawn_on": "withdrawn_on",
    "closed_why": "closed_why",
}


def _facts(row: dict[str, object]) -> VersionFacts:
    told = {name: row[column] for name, column in COLUMNS.items()}
    return VersionFacts(**{**told, "state": PlanState(str(told["state"]))})  # type: ignore[arg-type]


def _runs(found: VersionFacts, on: date) -> bool:
    if found.ended_on is not None:
        return on <= found.ended_on
    return found.state is not PlanState.SUPERSEDED or found.urgent_on is not None
