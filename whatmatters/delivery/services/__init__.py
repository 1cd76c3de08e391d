"""Verbs of delivery: hospital stays, legacy packages, bundles and their bank."""

from whatmatters.delivery.services.agreed import own_voice
from whatmatters.delivery.services.bank import MinutesGiven, move_minutes
from whatmatters.delivery.services.bundle_days import DayGiven, record_bundle_days
from whatmatters.delivery.services.bundle_refusals import (
    BankAboveCap,
    BankDrawnSince,
    BankMoved,
    BankOutOfOrder,
    BankRanOutSince,
    BankTooLow,
    BundleImpossible,
    BundleOver,
    BundleRunning,
    MovementNotCorrectable,
    NotBeforehand,
    NotHerDecider,
    NothingOffered,
    OfferAnswered,
    OutsideBundle,
    WordNotSaid,
)
from whatmatters.delivery.services.bundles import (
    BundleGiven,
    agree_bundles,
    close_bundles,
    end_bundles,
)
from whatmatters.delivery.services.correcting import correct_movement
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
from whatmatters.delivery.services.offers import answer_offer
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
    "BankDrawnSince",
    "BankMoved",
    "BankOutOfOrder",
    "BankRanOutSince",
    "BankTooLow",
    "BundleGiven",
    "BundleImpossible",
    "BundleOver",
    "BundleRunning",
    "DayGiven",
    "Discharged",
    "DischargedBeforeAdmitted",
    "MinutesGiven",
    "MovementNotCorrectable",
    "NotBeforehand",
    "NotHerDecider",
    "NotYoursToRecord",
    "NothingOffered",
    "OfferAnswered",
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
    "answer_offer",
    "close_bundles",
    "close_packages",
    "correct_movement",
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
