"""The rows of a new version of a plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from whatmatters.access.queries import Actor
from whatmatters.outcomes.models import Plan, PlanVersion
from whatmatters.outcomes.queries.pricing import Prices
from whatmatters.outcomes.services.drafting import (
    Content,
    price,
    write_contents,
)
from whatmatters.outcomes.services.moves import Moving, write_moves
from whatmatters.rules.days import london_day
from whatmatters.rules.lifecycles import PlanState


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft: `lock` goes with the next save, `price` is in whole pence."""

    plan_id: int
    version_id: int
    lock: int
    price: int


def version_row(
    by: Actor, at: datetime, plan: Plan, number: int, content: Content, prices: Prices
) -> PlanVersion:
    """An unsaved version with its days and its price."""
    row = PlanVersion(council_id=by.council_id, by_id=by.user_id, at=at, plan=plan, number=number)
    set_days(row, content, prices)
    return row


def set_days(row: PlanVersion, content: Content, prices: Prices) -> None:
    """Put the content's days and its price into a version. Raises RateMissing."""
    row.starts = content.said.starts
    row.ends = content.said.ends
    row.review_on = content.said.review_on
    row.price = price(content, prices)


def write_versions(
    by: Actor, at: datetime, versions: list[PlanVersion], asked: Sequence[Content]
) -> list[Drafted]:
    """Save new versions with their content, their first move and its audit."""
    rows = PlanVersion.objects.bulk_create(versions)
    write_contents(by.council_id, {row.pk: c.said for row, c in zip(rows, asked, strict=True)})
    today = london_day(at)
    moving = [Moving(row, PlanState.DRAFT, today, "drafted") for row in rows]
    write_moves(by=by, at=at, moving=moving)
    return [Drafted(row.plan_id, row.pk, row.lock, row.price) for row in rows]
