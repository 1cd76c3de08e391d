"""The ten commissioning models by name: two in full, eight declared and refused until built."""

from collections.abc import Mapping
from typing import Any

from whatmatters.rules.commissioning import Model
from whatmatters.rules.commissioning_models import not_built, outcome_payments, time_and_task

MODELS: Mapping[str, Model[Any, Any]] = {
    "time_and_task": time_and_task,
    "outcome_payments": outcome_payments,
    **{name: not_built.NotBuilt(name, reads) for name, reads in not_built.READS.items()},
}
