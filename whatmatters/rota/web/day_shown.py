"""A planned day in words: by worker and by person, and whether each promise is kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from whatmatters.policy.rota import rota_ways
from whatmatters.rota.queries.day_plans import DayFacts, PlannedVisit, UrgentFacts
from whatmatters.rota.web.clock import between, clock
from whatmatters.rules.rota.day_file import Told
from whatmatters.rules.rota.problem import Harm

Flag = tuple[str, str]


@dataclass(frozen=True, slots=True)
class RowShown:
    """A visit of the day: to whom, what for, when it was agreed, who comes when, how it stands."""

    who: str
    what: str
    agreed: str
    comes: str
    told: str
    flag: Flag


@dataclass(frozen=True, slots=True)
class DayShown:
    """The day: what needs somebody now, each worker's stops, and every visit."""

    urgent: tuple[RowShown, ...]
    workers: tuple[tuple[str, tuple[str, ...]], ...]
    visits: tuple[RowShown, ...]
    kept: int


def day_shown(day: DayFacts, names: Mapping[int, str], workers: Mapping[int, str]) -> DayShown:
    """The day for a reader who may know these people by name; of others she learns no name."""
    rows = [(visit, _row(visit, names, workers)) for visit in day.visits]
    stops: dict[str, list[tuple[int, str]]] = {}
    for visit in day.visits:
        for stop in visit.stops:
            words = f"{clock(stop.start)} {_name(visit, names)}: {visit_words(visit, names)}"
            stops.setdefault(stop.worker, []).append((stop.start, words))
    for one in day.urgent:
        if one.stop is not None:
            words = f"{clock(one.stop.start)} {person_name(one.person_id, names)}: {_now()}"
            stops.setdefault(one.stop.worker, []).append((one.stop.start, words))
    return DayShown(
        urgent=(
            *(_urgent(one, names) for one in day.urgent if one.stop is None),
            *(row for _visit, row in rows if row.flag[0] in ("bad", "must")),
        ),
        workers=tuple((name, tuple(w for _s, w in sorted(stops[name]))) for name in sorted(stops)),
        visits=tuple(row for _visit, row in rows),
        kept=sum(row.flag[0] == "good" for _visit, row in rows),
    )


def _row(visit: PlannedVisit, names: Mapping[int, str], workers: Mapping[int, str]) -> RowShown:
    return RowShown(
        who=_name(visit, names),
        what=visit_words(visit, names),
        agreed=between(visit.earliest, visit.latest),
        comes=", ".join(f"{stop.worker}, {clock(stop.start)}" for stop in visit.stops),
        told=_told(visit.told, workers) if visit.told else "",
        flag=_flag(visit),
    )


def _told(told: Told, workers: Mapping[int, str]) -> str:
    if told.worker_id is None:
        return _("Told: nobody comes as was told before, the team will ring")
    words = {"who": workers.get(told.worker_id, ""), "time": clock(told.start)}
    return _("Told: %(who)s, about %(time)s") % words


def _flag(visit: PlannedVisit) -> Flag:
    """How it stands: the worst first."""
    if visit.nobody_can:
        return ("bad", _("Nobody at work can do this"))
    if not visit.stops:
        return (
            ("bad", _("Must happen, and nobody comes"))
            if _must(visit)
            else (
                "bad",
                _("Nobody comes yet"),
            )
        )
    if visit.late:
        return ("must", _("Later than was agreed"))
    if _moved(visit):
        return ("must", _("Not as the person was told"))
    return ("good", _("As agreed"))


def _must(visit: PlannedVisit) -> bool:
    return visit.harm is Harm.CRITICAL


def _moved(visit: PlannedVisit) -> bool:
    """Whether it is planned at another time or by somebody else than the person was told."""
    if visit.told is None:
        return False
    if visit.told.nobody:
        return True
    far = abs(visit.stops[0].start - visit.told.start) > rota_ways().told_within
    return far or visit.told.worker_id not in {stop.worker_id for stop in visit.stops}


def _urgent(one: UrgentFacts, names: Mapping[int, str]) -> RowShown:
    flag = ("bad", _("Must happen, and nobody comes"))
    who = person_name(one.person_id, names)
    return RowShown(who, _now(), between(one.minute, one.minute), "", "", flag)


def _now() -> str:
    return _("somebody is needed now")


def _name(visit: PlannedVisit, names: Mapping[int, str]) -> str:
    return person_name(visit.person_id, names)


def person_name(person_id: int, names: Mapping[int, str]) -> str:
    """Her name, for whoever may open her record."""
    return names.get(person_id) or _("Somebody whose record is not yours to open")


def visit_words(visit: PlannedVisit, names: Mapping[int, str]) -> str:
    """Her own words of what it is for, for whoever may read them; of others that it is a visit."""
    return visit.what if visit.person_id in names else _("A visit")
