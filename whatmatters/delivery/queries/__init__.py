"""Questions about what happened: hospital stays, legacy packages and their visits."""

from whatmatters.delivery.queries.packages import PackageFacts, packages
from whatmatters.delivery.queries.static_packages import StaticPackage, static_packages
from whatmatters.delivery.queries.stays import StayFacts, hospital_stays, in_hospital
from whatmatters.delivery.queries.timeline import Happening, timeline
from whatmatters.delivery.queries.visits import VisitFacts, packages_with_visits_recorded, visits

__all__ = [
    "Happening",
    "PackageFacts",
    "StaticPackage",
    "StayFacts",
    "VisitFacts",
    "hospital_stays",
    "in_hospital",
    "packages",
    "packages_with_visits_recorded",
    "static_packages",
    "timeline",
    "visits",
]
