"""Verbs of charging: what somebody has, how she is charged, and the charges of her weeks."""

from whatmatters.charging.services.charging import ChargesMade, charge_weeks
from whatmatters.charging.services.refusals import (
    BeforePayments,
    ChargedMeanwhile,
    ChargingNotAllowed,
    NoArrangement,
    NoAssessment,
    NotFromAMonday,
    WeekNotOver,
)
from whatmatters.charging.services.versions import record_assessment, set_arrangement

__all__ = [
    "BeforePayments",
    "ChargedMeanwhile",
    "ChargesMade",
    "ChargingNotAllowed",
    "NoArrangement",
    "NoAssessment",
    "NotFromAMonday",
    "WeekNotOver",
    "charge_weeks",
    "record_assessment",
    "set_arrangement",
]
