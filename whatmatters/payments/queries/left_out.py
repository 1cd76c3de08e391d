"""Agreements that a run could not assess, with the refusal that kept each out."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from whatmatters.payments.models import LeftOut
from whatmatters.rules.lifecycles import LeftOutPart


@dataclass(frozen=True, slots=True)
class LeftOutView:
    """One agreement. `code` names the refusal, `told` holds its figures as text."""

    agreement_id: int
    person_id: int | None
    part: LeftOutPart
    code: str
    told: Mapping[str, str]


def left_out(run_id: int) -> tuple[LeftOutView, ...]:
    """What one run could not assess, agreement by agreement, in one query."""
    rows = LeftOut.objects.filter(run_id=run_id).order_by("agreement_id")
    told = rows.values_list("agreement_id", "agreement__person_id", "part", "code", "told")
    return tuple(
        LeftOutView(agreement, person, LeftOutPart(part), code, json.loads(text))
        for agreement, person, part, code, text in told
    )


def left_out_agreements(run_id: int) -> frozenset[int]:
    """Their ids: the next run looks at them again."""
    rows = LeftOut.objects.filter(run_id=run_id)
    return frozenset(rows.values_list("agreement_id", flat=True))
