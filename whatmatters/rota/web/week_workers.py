"""A team's week by worker, by name: nobody is ranked."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from whatmatters.frontend.templatetags.wm import weekday
from whatmatters.policy.rota import weeks_before
from whatmatters.rota.queries.week_team import WeekTeam
from whatmatters.rota.web.hours_form import hours_text
from whatmatters.rota.web.week_shown import Who, between


@dataclass(frozen=True, slots=True)
class WorkerShown:
    """A worker: her shifts, and hours at work in this week and in the weeks before."""

    name: str
    shifts: tuple[str, ...]
    hours: str


def by_worker(held: WeekTeam, new: list[Who]) -> list[WorkerShown]:
    """Everybody of the team by name, with what is theirs in any team."""
    week, names = held.week, held.names
    stands = [one for one in week.standing if one.on in week.days()]
    rows = [(*one, True) for one in new]
    rows += [(one.on, one.starts, one.ends, one.worker_id, one.ours) for one in stands]
    had: dict[int, int] = {}
    for one in week.before:
        had[one.worker_id] = had.get(one.worker_id, 0) + one.ends - one.starts
    found = []
    for pk, name in sorted(names.items(), key=lambda item: (item[1], item[0])):
        mine = sorted(row for row in rows if row[3] == pk)
        told = {
            "week": hours_text(sum(ends - starts for _on, starts, ends, _pk, _ours in mine)) or "0",
            "weeks": weeks_before(),
            "before": hours_text(had.get(pk, 0)) or "0",
        }
        hours = (
            _("%(week)s hours at work this week, %(before)s in the %(weeks)s weeks before") % told
        )
        found.append(WorkerShown(name, tuple(_line(row) for row in mine), hours))
    return found


def _line(row: tuple[date, int, int, int, bool]) -> str:
    on, starts, ends, _pk, ours = row
    when = f"{weekday(on)}, {between(starts, ends)}"
    return when if ours else _("%(when)s, in another team") % {"when": when}
