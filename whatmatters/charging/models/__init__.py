"""What is remembered of charging: financial assessments, arrangements, and the lines of charges."""

from whatmatters.charging.models.lines import ChargeLine
from whatmatters.charging.models.versions import ChargingArrangement, FinancialAssessment

__all__ = ["ChargeLine", "ChargingArrangement", "FinancialAssessment"]
