"""Drafts of support plans: written by the provider and the person, never by the council."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.commissioning.queries import ContractFacts
from whatmatters.outcomes.models import Plan, PlanVersion
from whatmatters.outcomes.queries.contents import contents
from whatmatters.outcomes.queries.pricing import Prices
from whatmatters.outcomes.services.drafting import (
    Content,
    check_contents,
    contracts_of,
    rewrite_content,
)
from whatmatters.outcomes.services.living_in import check_patches
from whatmatters.outcomes.services.moves import Moving, locked_versions, move_versions
from whatmatters.outcomes.services.plan_state_refusals import (
    DraftChangedMeanwhile,
    PlanAlreadyAgreed,
    PlanNotADraft,
    VersionAlreadyOpen,
)
from whatmatters.outcomes.services.version_rows import (
    Drafted,
    set_days,
    version_row,
    write_versions,
)
from whatmatters.outcomes.services.writers import check_writer
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.plans import PlanContent
from whatmatters.rules.refusals import Absent

OPEN = frozenset({PlanState.DRAFT, PlanState.PROPOSED})
WAS_AGREED = frozenset({PlanState.AGREED, PlanState.ENDED})


@dataclass(frozen=True, slots=True)
class NewPlan:
    """A plan under one contract. `follows`: the plan that it comes after."""

    person_id: int
    contract_id: int
    content: PlanContent
    follows: int | None = None
    initial: bool = False


def draft_plan(*, by: Actor, at: datetime, plan: NewPlan) -> Drafted:
    """Draft one. See `draft_plans`."""
    return draft_plans(by=by, at=at, plans=[plan])[0]


@transaction.atomic
def draft_plans(*, by: Actor, at: datetime, plans: Sequence[NewPlan]) -> list[Drafted]:
    """Draft the first version of many plans, all or none, in the order given.

    Raises NotYoursToWrite, ContractNotInForce, RateMissing, OutcomeNotOfPerson,
    OutcomeNotPayable, OutsideBlockPatch, PersonHasDied, Absent, and what `rules.plans` refuses.
    """
    asked = [Content(plan.person_id, plan.contract_id, plan.content) for plan in plans]
    contracts = contracts_of(by.council_id, asked)
    check_writer(by, at, [(c.person_id, contracts[c.contract_id].provider_id) for c in asked])
    check_contents(by.council_id, asked, contracts)
    check_patches(asked, contracts)
    _check_followed(by.council_id, plans)
    rows = Plan.objects.bulk_create([_plan_row(by, at, plan, contracts) for plan in plans])
    prices = Prices()
    versions = [
        version_row(by, at, row, 1, content, prices)
        for row, content in zip(rows, asked, strict=True)
    ]
    return write_versions(by, at, versions, asked)


@transaction.atomic
def save_draft(
    *, by: Actor, at: datetime, version_id: int, lock: int, content: PlanContent
) -> Drafted:
    """Put new content in a draft. `lock` is the one it was opened with.

    Raises PlanAlreadyAgreed, PlanNotADraft, DraftChangedMeanwhile and what `draft_plans` does.
    """
    version = locked_versions(by.council_id, [version_id])[version_id]
    if version.state in WAS_AGREED:
        raise PlanAlreadyAgreed(version_id=version_id)
    if version.state != PlanState.DRAFT:
        raise PlanNotADraft(version_id=version_id, state=version.state)
    if version.lock != lock:
        raise DraftChangedMeanwhile(lock=lock, now=version.lock)
    asked = _checked(by, at, version.plan, content)
    set_days(version, asked, Prices())
    version.lock = lock + 1
    version.save(update_fields=["starts", "ends", "review_on", "price", "lock"])
    rewrite_content(version, content)
    audit(
        by=by,
        at=at,
        action="plan.saved",
        subject="plan_version",
        subject_id=version_id,
        person_id=version.plan.person_id,
    )
    return Drafted(version.plan_id, version_id, version.lock, version.price)


@transaction.atomic
def redraft(
    *, by: Actor, at: datetime, on: date, version_id: int, content: PlanContent | None = None
) -> Drafted:
    """The next version of a plan, as the old one says or with new content.

    The old one is superseded, unless it is agreed: then it holds until the new one is agreed.
    Nothing moves by itself: the review's day stays what it was. Raises VersionAlreadyOpen,
    MoveRefusedError (the old one is over) and what `draft_plans` does.
    """
    old = locked_versions(by.council_id, [version_id])[version_id]
    _check_none_open(old)
    asked = _checked(by, at, old.plan, content or contents([old])[version_id])
    if old.state != PlanState.AGREED:
        moving = [Moving(old, PlanState.SUPERSEDED, must_be_reached(on, at), "redrafted")]
        move_versions(by=by, at=at, moving=moving)
    last = old.plan.versions.order_by("-number").values_list("number", flat=True)[0]
    new = version_row(by, at, old.plan, last + 1, asked, Prices())
    return write_versions(by, at, [new], [asked])[0]


def _checked(by: Actor, at: datetime, plan: Plan, said: PlanContent) -> Content:
    asked = Content(plan.person_id, plan.contract_id, said)
    contracts = contracts_of(by.council_id, [asked])
    check_writer(by, at, [(plan.person_id, plan.provider_id)])
    check_contents(by.council_id, [asked], contracts)
    return asked


def _check_followed(council_id: int, plans: Sequence[NewPlan]) -> None:
    asked = {plan.follows: plan.person_id for plan in plans if plan.follows is not None}
    rows = Plan.objects.of(council_id).filter(pk__in=asked)
    held = dict(rows.values_list("pk", "person_id"))
    for plan_id, person_id in asked.items():
        if held.get(plan_id) != person_id:
            raise Absent(what="plan", id=plan_id)


def _check_none_open(old: PlanVersion) -> None:
    others = PlanVersion.objects.filter(plan_id=old.plan_id, state__in=OPEN)
    other = others.exclude(pk=old.pk).first()
    if other is not None or old.state == PlanState.DRAFT:
        raise VersionAlreadyOpen(version_id=old.pk if other is None else other.pk)
    if old.state == PlanState.ENDED:
        raise PlanAlreadyAgreed(version_id=old.pk)


def _plan_row(by: Actor, at: datetime, plan: NewPlan, contracts: dict[int, ContractFacts]) -> Plan:
    return Plan(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        person_id=plan.person_id,
        contract_id=plan.contract_id,
        provider_id=contracts[plan.contract_id].provider_id,
        follows_id=plan.follows,
        initial=plan.initial,
    )
