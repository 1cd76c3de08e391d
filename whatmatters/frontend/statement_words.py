"""What a line of a statement says, and its arithmetic as tables, in the reader's language.

Rules give message ids and figures; here they become words, once, for pages and commands alike.
"""

from collections.abc import Callable, Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from whatmatters.frontend import statement_models as models
from whatmatters.frontend import statement_sums as sums
from whatmatters.frontend.statement import Sums
from whatmatters.rules.commissioning import Inputs, Line
from whatmatters.rules.corrections import LATE_FACT

BY_NUMBER = "outcome:"


def reason_text(line: Line) -> str:
    """One sentence: what the line is for; of a correction, what line it puts right."""
    worked_from = line.inputs.get("worked_from")
    if line.reason == LATE_FACT and isinstance(worked_from, Mapping) and worked_from:
        return _corrected(line.rule, worked_from)
    words = REASONS.get(line.reason)
    return line.reason if words is None else words(line.inputs)


def _corrected(rule: str, worked_from: Inputs) -> str:
    words = REASONS.get(rule)
    told = {"line": rule if words is None else words(worked_from)}
    return _("Correction, for a fact that came late or was put right: %(line)s") % told


def sums_of(line: Line) -> tuple[Sums, ...]:
    """Every figure that the line was worked from, down to its pence."""
    worked_from = line.inputs.get("worked_from")
    if line.reason == LATE_FACT and isinstance(worked_from, Mapping):
        inner = SUMS[line.rule](worked_from, None) if worked_from and line.rule in SUMS else ()
        return (*sums.correction(line.inputs, line.pence), *inner)
    return SUMS[line.rule](line.inputs, line.pence) if line.rule in SUMS else ()


def day_text(iso: object) -> str:
    """An ISO date in words."""
    return date_format(date.fromisoformat(str(iso)))


def _week(told: Inputs) -> str:
    if "part_first" in told:
        return _("Visits from %(first)s to %(last)s, under the terms of those days") % {
            "first": day_text(told["part_first"]),
            "last": day_text(told["part_last"]),
        }
    return _("Visits in the week from %(day)s") % {"day": day_text(told["week_starts"])}


def _instalment(told: Inputs) -> str:
    return _("Instalment for days %(first)s to %(last)s of the plan’s %(days)s") % {
        "first": int(str(told["days_before"])) + 1,
        "last": told["days_after"],
        "days": told["plan_days"],
    }


def _overdue(told: Inputs) -> str:
    return _(
        "%(days)s days past the plan’s end, at its daily price: the council’s review is late"
    ) % {"days": told["overdue_days"]}


def _released(_told: Inputs) -> str:
    return _("All that was held back from the instalments, released at the end")


def _penalty(told: Inputs) -> str:
    """An outcome stored by its number has no name here, and its number says nothing to a reader."""
    if str(told["outcome"]).startswith(BY_NUMBER):
        return _("Penalty: an outcome was missed through the provider")
    return _("Penalty: outcome %(outcome)s was missed through the provider") % {
        "outcome": told["outcome"]
    }


def _dissatisfaction(_told: Inputs) -> str:
    return _("Penalty: the person is dissatisfied with the support")


def _late_fact(told: Inputs) -> str:
    return _(
        "Correction of the period from %(day)s, for a fact that came late or was put right"
    ) % {"day": day_text(told["period_corrected"])}


REASONS: Mapping[str, Callable[[Inputs], str]] = {
    "time_and_task.week": _week,
    "outcome_payments.instalment": _instalment,
    "outcome_payments.overdue": _overdue,
    "outcome_payments.retention_released": _released,
    "outcome_payments.penalty": _penalty,
    "outcome_payments.dissatisfaction": _dissatisfaction,
    **models.REASONS,
    LATE_FACT: _late_fact,
}

SUMS: Mapping[str, Callable[[Inputs, int | None], tuple[Sums, ...]]] = {
    "time_and_task.week": sums.week,
    "outcome_payments.instalment": sums.instalment,
    "outcome_payments.overdue": sums.overdue,
    "outcome_payments.retention_released": sums.released,
    "outcome_payments.penalty": sums.penalty,
    "outcome_payments.dissatisfaction": sums.dissatisfaction,
    **models.SUMS,
}
