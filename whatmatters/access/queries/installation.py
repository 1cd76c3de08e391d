"""What kind of database this is, and on which day a demonstration stands."""

from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.access.models import Installation
from whatmatters.rules.days import LONDON
from whatmatters.rules.roles import InstallationKind


@dataclass(frozen=True, slots=True)
class InstallationFacts:
    """Live (also when nothing is marked), or a demo that stands on the day `as_of`."""

    kind: InstallationKind
    as_of: date | None


def installation() -> InstallationFacts:
    """The mark of this database: live unless it says otherwise."""
    row = Installation.objects.first()
    if row is None:
        return InstallationFacts(InstallationKind.LIVE, None)
    return InstallationFacts(InstallationKind(row.kind), row.as_of)


def is_demo() -> bool:
    """Whether everybody in this database is invented."""
    return installation().kind == InstallationKind.DEMO


def standing(now: datetime, found: InstallationFacts | None = None) -> datetime:
    """The moment at which this database stands: a demonstration's own day, at the time of `now`."""
    as_of = (found or installation()).as_of
    if as_of is None:
        return now
    local = now.astimezone(LONDON)
    return local.replace(year=as_of.year, month=as_of.month, day=as_of.day).astimezone(now.tzinfo)
