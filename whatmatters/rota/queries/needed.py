"""Which shifts a team needs in a week, as was told."""

from whatmatters.rota.models import NeededShift
from whatmatters.rota.queries.delivery import days_of
from whatmatters.rules.rota.agreed import Skill
from whatmatters.rules.rota.roster.told import Needed


def needed(council_id: int, team_id: int) -> tuple[Needed, ...]:
    """All that was ever told, the oldest first (one query)."""
    rows = NeededShift.objects.of(council_id).filter(team_id=team_id).order_by("id")
    return tuple(_needed(row) for row in rows)


def newest_needed(told: tuple[Needed, ...]) -> dict[int, Needed]:
    """Of each shift what was told last, by its number; what is needed no more is not among them."""
    last = {one.number: one for one in told}
    return {number: one for number, one in last.items() if one.workers}


def _needed(row: NeededShift) -> Needed:
    held = {
        Skill.MOVING: row.moving,
        Skill.MEDICINES: row.medicines,
        Skill.WELSH: row.in_welsh,
    }
    return Needed(
        number=row.number,
        holds_from=row.holds_from,
        days=days_of(row.days),
        starts=row.starts,
        ends=row.ends,
        break_minutes=row.break_minutes,
        workers=row.workers,
        skills=frozenset(skill for skill, wanted in held.items() if wanted),
        id=row.pk,
    )
