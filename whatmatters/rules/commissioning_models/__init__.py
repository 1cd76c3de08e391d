"""The ten commissioning models by name: one module each, behind one interface.

An eleventh is a module here and a line in `MODELS`, its defaults and its example in `policy`, its
words in `frontend/statement_models`: the guide is `docs/commissioning-models/adding-one.md`.
"""

from collections.abc import Mapping
from typing import Any

from whatmatters.rules.commissioning import Model
from whatmatters.rules.commissioning_models import (
    bundled_hours,
    community_outcome,
    direct_payment,
    individual_service_fund,
    introductory_agency,
    outcome_payments,
    patch_block,
    shift_split,
    short_term,
    time_and_task,
)

MODELS: Mapping[str, Model[Any, Any]] = {
    "time_and_task": time_and_task,
    "outcome_payments": outcome_payments,
    "bundled_hours": bundled_hours,
    "patch_block": patch_block,
    "shift_split": shift_split,
    "individual_service_fund": individual_service_fund,
    "direct_payment": direct_payment,
    "short_term": short_term,
    "introductory_agency": introductory_agency,
    "community_outcome": community_outcome,
}
