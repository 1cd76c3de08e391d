"""Delivery plans as values, with what each of the two answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Max, Prefetch, QuerySet

from whatmatters.rota import models as rows
from whatmatters.rules.outcomes import Party
from whatmatters.rules.people import Authority
from whatmatters.rules.rota.agreed import EVERY_DAY, AgreedVisit, QuietFor, QuietTime, Skill
from whatmatters.rules.rota.problem import Harm


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """One answer; `words` "" where none were said."""

    party: Party
    yes: bool
    authority: Authority
    on: date
    by_id: int
    words: str


@dataclass(frozen=True, slots=True)
class DeliveryFacts:
    """One version, whole. `visit_ids` are the rows of its visits by their numbers."""

    id: int
    council_id: int
    person_id: int
    provider_id: int
    team_id: int
    number: int
    starts: date
    ends: date | None
    at: datetime
    visits: tuple[AgreedVisit, ...]
    visit_ids: Mapping[int, int]
    quiet: tuple[QuietTime, ...]
    chosen: tuple[int, ...]
    never: tuple[int, ...]
    answers: Mapping[Party, AnswerFacts]

    @property
    def offered(self) -> bool:
        """Whether the provider has agreed to it, so that the person is asked."""
        return Party.PROVIDER in self.answers and self.answers[Party.PROVIDER].yes

    @property
    def waits(self) -> bool:
        """Whether the person has still to answer."""
        return self.offered and Party.PERSON not in self.answers

    @property
    def agreed_on(self) -> date | None:
        """The day by which both had said yes; None: they have not."""
        if not self.offered or Party.PERSON not in self.answers:
            return None
        hers = self.answers[Party.PERSON]
        return max(hers.on, self.answers[Party.PROVIDER].on) if hers.yes else None

    def holds_on(self, day: date) -> bool:
        """Whether it was agreed and its days include this one."""
        agreed = self.agreed_on
        if agreed is None or day < max(agreed, self.starts):
            return False
        return self.ends is None or day <= self.ends


def delivery_plans(
    council_id: int,
    *,
    person_ids: Iterable[int] | None = None,
    provider_id: int | None = None,
    team_id: int | None = None,
) -> tuple[DeliveryFacts, ...]:
    """Versions, the newest first, in six queries whatever their number."""
    found: QuerySet[rows.DeliveryPlan] = rows.DeliveryPlan.objects.of(council_id)
    if person_ids is not None:
        found = found.filter(person_id__in=set(person_ids))
    if provider_id is not None:
        found = found.filter(provider_id=provider_id)
    if team_id is not None:
        found = found.filter(team_id=team_id)
    visits = rows.AgreedVisit.objects.select_related("said").order_by("number")
    answers = rows.DeliveryAnswer.objects.select_related("said")
    read = found.order_by("-number", "-id").prefetch_related(
        Prefetch("visits", visits),
        Prefetch("quiet", rows.QuietTime.objects.order_by("number")),
        Prefetch("chosen", rows.ChosenWorker.objects.order_by("id")),
        Prefetch("answers", answers),
    )
    return tuple(map(_facts, read))


def person_of_delivery(council_id: int, delivery_id: int) -> int | None:
    """Whom a version is about."""
    found = rows.DeliveryPlan.objects.of(council_id).filter(pk=delivery_id)
    person_id: int | None = found.values_list("person_id", flat=True).first()
    return person_id


def next_number(plan: DeliveryFacts) -> int:
    """The number of a new visit: one that no visit of these two ever had, so that what somebody
    was told of another is not taken for it."""
    visits = rows.AgreedVisit.objects.of(plan.council_id).filter(
        plan__person_id=plan.person_id, plan__provider_id=plan.provider_id
    )
    last: int | None = visits.aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def holding_on(plans: Iterable[DeliveryFacts], day: date) -> tuple[DeliveryFacts, ...]:
    """Of each person and provider the newest version that holds on a day.

    A newer one that is agreed and has its last day behind it ends the older ones too.
    """
    newest: dict[tuple[int, int], DeliveryFacts] = {}
    for plan in sorted(plans, key=lambda one: one.number):
        agreed = plan.agreed_on
        if agreed is not None and day >= max(agreed, plan.starts):
            newest[plan.person_id, plan.provider_id] = plan
    return tuple(plan for plan in newest.values() if plan.holds_on(day))


def _facts(row: Any) -> DeliveryFacts:
    visits = tuple(row.visits.all())
    chosen = tuple(row.chosen.all())
    return DeliveryFacts(
        id=row.pk,
        council_id=row.council_id,
        person_id=row.person_id,
        provider_id=row.provider_id,
        team_id=row.team_id,
        number=row.number,
        starts=row.starts,
        ends=row.ends,
        at=row.at,
        visits=tuple(map(visit_of, visits)),
        visit_ids={visit.number: visit.pk for visit in visits},
        quiet=tuple(map(quiet_of, row.quiet.all())),
        chosen=tuple(one.worker_id for one in chosen if not one.never),
        never=tuple(one.worker_id for one in chosen if one.never),
        answers={Party(one.party): _answer(one) for one in row.answers.all()},
    )


def _answer(row: Any) -> AnswerFacts:
    said = row.said.words if hasattr(row, "said") else ""
    return AnswerFacts(Party(row.party), row.yes, Authority(row.authority), row.on, row.by_id, said)


def visit_of(row: Any) -> AgreedVisit:
    """A row with its words as a value."""
    held = {Skill.MOVING: row.moving, Skill.MEDICINES: row.medicines, Skill.WELSH: row.in_welsh}
    return AgreedVisit(
        number=row.number,
        days=days_of(row.days),
        earliest=row.earliest,
        latest=row.latest,
        minutes=row.minutes,
        long_minutes=row.long_minutes,
        what=row.said.what,
        workers=row.workers,
        skills=frozenset(skill for skill, needed in held.items() if needed),
        harm=Harm(row.harm),
        tolerance=row.tolerance,
        follows=row.follows,
        least=row.least,
        most=row.most,
    )


def quiet_of(row: Any) -> QuietTime:
    """A row as a value."""
    return QuietTime(row.number, QuietFor(row.kind), days_of(row.days), row.starts, row.ends)


def days_of(bits: int) -> frozenset[int]:
    """Days of the week from their bits, Monday the lowest."""
    return frozenset(day for day in EVERY_DAY if bits >> day & 1)


def bits_of(days: Iterable[int]) -> int:
    """The bits of days of the week."""
    return sum(1 << day for day in set(days))
