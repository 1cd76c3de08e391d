"""Plans that nobody has changed for long (R-TT-04): a question, never a reproach."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from whatmatters.outcomes.models import PlanMove, PlanVersion, SmallChange
from whatmatters.outcomes.queries.due import in_force
from whatmatters.policy.reviews import static_weeks
from whatmatters.rules.lifecycles import PlanState


@dataclass(frozen=True, slots=True)
class StaticPlan:
    """Support whose content nobody has changed since a day: a question, never a reproach."""

    version_id: int
    plan_id: int
    person_id: int
    provider_id: int
    unchanged_since: date
    weeks: int


def static_plans(council_id: int, *, on: date, weeks: int | None = None) -> tuple[StaticPlan, ...]:
    """Plans in force whose lines have stood the same for so many weeks (R-TT-04).

    One version after another with the same lines counts as unchanged; a small change does not.
    """
    asked = static_weeks() if weeks is None else weeks
    current = list(in_force(council_id).filter(starts__lte=on).order_by("id"))
    people = {row.plan.person_id for row in current}
    earlier, touched = _earlier(council_id, people), _last_small_change(council_id, people)
    found = [_static(row, earlier[row.plan.person_id], touched, on) for row in current]
    return tuple(plan for plan in found if plan.weeks >= asked)


def _earlier(council_id: int, people: Iterable[int]) -> dict[int, list[PlanVersion]]:
    """Versions that were ever in force, newest first, by person, with their lines."""
    agreed = PlanMove.objects.filter(to=PlanState.AGREED).values("version_id")
    rows = PlanVersion.objects.of(council_id).filter(
        plan__person_id__in=list(people), pk__in=agreed
    )
    found: dict[int, list[PlanVersion]] = defaultdict(list)
    for row in rows.select_related("plan").prefetch_related("lines").order_by("-starts", "-id"):
        found[row.plan.person_id].append(row)
    return found


def _last_small_change(council_id: int, people: Iterable[int]) -> dict[int, date]:
    rows = SmallChange.objects.of(council_id).filter(version__plan__person_id__in=list(people))
    return dict(rows.order_by("on").values_list("version__plan__person_id", "on"))


def _static(
    row: PlanVersion, versions: list[PlanVersion], touched: dict[int, date], on: date
) -> StaticPlan:
    since = row.starts
    mine = next((_content(found) for found in versions if found.pk == row.pk), None)
    for found in versions:
        if found.starts <= row.starts:
            if _content(found) != mine:
                break
            since = found.starts
    since = max(since, touched.get(row.plan.person_id, since))
    plan = row.plan
    weeks = max((on - since).days, 0) // 7
    return StaticPlan(row.pk, plan.pk, plan.person_id, plan.provider_id, since, weeks)


def _content(row: PlanVersion) -> list[tuple[object, ...]]:
    """What is done, by whom and how much; not on which days."""
    return sorted(
        (
            line.what,
            line.deliverer,
            line.band or "",
            str(line.hours),
            str(line.cost),
            line.funded_by,
        )
        for line in row.lines.all()
    )
