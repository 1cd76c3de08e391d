"""What kind of database this is, and on which day a demonstration stands."""

from dataclasses import dataclass
from datetime import date

from whatmatters.access.models import Installation
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
