"""Questions about what happened: hospital stays, legacy packages, bundles and their bank."""

from whatmatters.delivery.queries.bank import Bank, bank
from whatmatters.delivery.queries.bundles import (
    BundleFacts,
    BundleRow,
    bundle_facts,
    bundles_changed,
    bundles_of,
)
from whatmatters.delivery.queries.packages import PackageFacts, packages
from whatmatters.delivery.queries.static_packages import StaticPackage, static_packages
from whatmatters.delivery.queries.stays import StayFacts, hospital_stays, in_hospital
from whatmatters.delivery.queries.timeline import Happening, timeline
from whatmatters.delivery.queries.visits import VisitFacts, packages_with_visits_recorded, visits

__all__ = [
    "Bank",
    "BundleFacts",
    "BundleRow",
    "Happening",
    "PackageFacts",
    "StaticPackage",
    "StayFacts",
    "VisitFacts",
    "bank",
    "bundle_facts",
    "bundles_changed",
    "bundles_of",
    "hospital_stays",
    "in_hospital",
    "packages",
    "packages_with_visits_recorded",
    "static_packages",
    "timeline",
    "visits",
]
