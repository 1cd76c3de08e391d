"""What the search weighs each thing at. A verdict never adds its tiers up; a search must."""

from collections.abc import Mapping
from dataclasses import dataclass

from whatmatters.rules.rota.problem import Harm, Visit


@dataclass(frozen=True, slots=True)
class Weights:
    """In minutes of travel. `late` holds, for a harm, a fixed cost and one a minute."""

    travel_minute: float
    late: Mapping[Harm, tuple[float, float]]
    missed: Mapping[Harm, float]
    optional_left_out: float
    not_preferred: float
    worker_changed: float
    overtime_minute: float
    most_late_minute: float = 0
    past_limit_minute: float = 0

    def missed_cost(self, visit: Visit) -> float:
        """What it costs that nobody makes a visit, shared out over its workers."""
        whole = self.optional_left_out if visit.optional else self.missed[visit.harm]
        return whole / len(visit.needs)


def weights_of(told: Mapping[str, float]) -> Weights:
    """The weights of the product's policy (`policy.rota.rota_weights`)."""
    plain = (told["late"], told["late_minute"])
    late = dict.fromkeys(Harm, plain)
    late[Harm.CRITICAL] = (told["critical_late"], told["critical_late_minute"])
    late[Harm.PALLIATIVE] = (told["palliative_late"], told["palliative_late_minute"])
    return Weights(
        travel_minute=told["travel_minute"],
        late=late,
        missed={harm: told[f"uncovered_{harm}"] for harm in Harm},
        optional_left_out=told["optional_left_out"],
        not_preferred=told["not_preferred"],
        worker_changed=told["worker_changed"],
        overtime_minute=told["overtime_minute"],
        past_limit_minute=told["uncovered_critical"],
    )
