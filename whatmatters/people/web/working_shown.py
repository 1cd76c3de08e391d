"""Those who work with a person, as one reader sees them."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from whatmatters.access.queries.bodies import council_body
from whatmatters.access.web import Asked
from whatmatters.frontend.templatetags.wm import day
from whatmatters.people.queries.working import WorkingFacts, own_body, working_with
from whatmatters.rules.permissions import Action
from whatmatters.rules.working_with import may_end


@dataclass(frozen=True, slots=True)
class WorkingShown:
    """One who works with her. `named` tells apart who works with her twice."""

    id: int
    name: str
    body: str
    span: str
    by: str
    named: str
    may_end: bool


def working_shown(request: Asked, person_id: int) -> tuple[WorkingShown, ...]:
    """A provider is shown its own people and the council's; all others see everybody.

    Of somebody who is of two bodies it is shown no other provider's part.
    """
    by, sight = request.actor, request.sight
    own = own_body(by)
    rows = working_with(by.council_id, person_id, request.today)
    if sight.provider_id is not None:
        seen = {own, council_body(by.council_id)}
        told = ({body: row.bodies[body] for body in row.bodies if body in seen} for row in rows)
        rows = tuple(replace(row, bodies=own) for row, own in zip(rows, told, strict=True) if own)
    gives = Action.GIVE_WORKER in sight.actions
    return tuple(
        _shown(row, request, ends=gives and may_end(by.roles, own, row.bodies.keys()))
        for row in rows
    )


def _shown(row: WorkingFacts, request: Asked, *, ends: bool) -> WorkingShown:
    told = {"since": day(row.starts), "until": day(row.ends) if row.ends else ""}
    if row.ends:
        span = _("From %(since)s until %(until)s") % told
    elif row.starts > request.today:
        span = _("From %(since)s") % told
    else:
        span = _("Since %(since)s") % told
    return WorkingShown(
        id=row.id,
        name=row.name,
        body=row.body,
        span=span,
        by=_("Written down by %(name)s, %(day)s") % {"name": row.by, "day": day(row.at)},
        named=f"{row.name}, {row.body}. {span}",
        may_end=ends,
    )
