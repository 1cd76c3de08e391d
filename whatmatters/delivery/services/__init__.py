"""Verbs of delivery: hospital stays, legacy packages, and what happened of them."""

from whatmatters.delivery.services.discharges import (
    AlreadyDischarged,
    Discharged,
    discharge,
    discharge_many,
)
from whatmatters.delivery.services.endings import (
    AlreadyEnded,
    PackageEnding,
    close_packages,
    end_packages,
)
from whatmatters.delivery.services.packages import (
    NotYoursToRecord,
    PackageGiven,
    PackageImpossible,
    take_on_packages,
)
from whatmatters.delivery.services.stay_given import StayAlreadyRecorded, StayGiven
from whatmatters.delivery.services.stays import DischargedBeforeAdmitted, record_stays
from whatmatters.delivery.services.visit_given import VisitGiven
from whatmatters.delivery.services.visit_refusals import (
    VisitAlreadyRecorded,
    VisitImpossible,
    VisitOutsidePackage,
)
from whatmatters.delivery.services.visits import record_visits

__all__ = [
    "AlreadyDischarged",
    "AlreadyEnded",
    "Discharged",
    "DischargedBeforeAdmitted",
    "NotYoursToRecord",
    "PackageEnding",
    "PackageGiven",
    "PackageImpossible",
    "StayAlreadyRecorded",
    "StayGiven",
    "VisitAlreadyRecorded",
    "VisitGiven",
    "VisitImpossible",
    "VisitOutsidePackage",
    "close_packages",
    "discharge",
    "discharge_many",
    "end_packages",
    "record_stays",
    "record_visits",
    "take_on_packages",
]
