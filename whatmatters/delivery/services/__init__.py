"""Verbs of delivery: hospital stays, legacy packages, bundles and their bank."""

from whatmatters.delivery.services.agreed import own_voice
from whatmatters.delivery.services.bank import MinutesGiven, move_minutes
from whatmatters.delivery.services.bundle_days import DayGiven, record_bundle_days
from whatmatters.delivery.services.bundle_refusals import (
    BankAboveCap,
    BankMoved,
    BankOutOfOrder,
    BankTooLow,
    BundleImpossible,
    BundleOver,
    BundleRunning,
    NotBeforehand,
    NotHerDecider,
    OutsideBundle,
    WordNotSaid,
)
from whatmatters.delivery.services.bundles import (
    BundleGiven,
    agree_bundles,
    close_bundles,
    end_bundles,
)
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
from whatmatters.delivery.services.over import agree_over
from whatmatters.delivery.services.packages import (
    NotYoursToRecord,
    PackageGiven,
    PackageImpossible,
    take_on_packages,
)
from whatmatters.delivery.services.proposed import propose_minutes
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
    "BankAboveCap",
    "BankMoved",
    "BankOutOfOrder",
    "BankTooLow",
    "BundleGiven",
    "BundleImpossible",
    "BundleOver",
    "BundleRunning",
    "DayGiven",
    "Discharged",
    "DischargedBeforeAdmitted",
    "MinutesGiven",
    "NotBeforehand",
    "NotHerDecider",
    "NotYoursToRecord",
    "OutsideBundle",
    "PackageEnding",
    "PackageGiven",
    "PackageImpossible",
    "StayAlreadyRecorded",
    "StayGiven",
    "VisitAlreadyRecorded",
    "VisitGiven",
    "VisitImpossible",
    "VisitOutsidePackage",
    "WordNotSaid",
    "agree_bundles",
    "agree_over",
    "close_bundles",
    "close_packages",
    "discharge",
    "discharge_many",
    "end_bundles",
    "end_packages",
    "move_minutes",
    "own_voice",
    "propose_minutes",
    "record_bundle_days",
    "record_stays",
    "record_visits",
    "take_on_packages",
]
