"""Why a day that was asked for could not be planned, in words for whoever may read them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from whatmatters.frontend.rota_fault_words import fault_text
from whatmatters.rota.queries.asked import Unplanned, VisitOf
from whatmatters.rota.queries.at_work import ShiftFacts
from whatmatters.rota.web.clock import clock
from whatmatters.rota.web.day_words import OF_A_DAY
from whatmatters.rota.web.words import REFUSED, SKILLS
from whatmatters.rules.rota.faults import Fault

# As `rules.rota.day_file` writes the number of a row: v a visit, s a shift.
ROW = re.compile(r"\b([vs])(\d+)\b")


@dataclass(frozen=True, slots=True)
class UnplannedShown:
    """When the day was asked for, and each thing to put right as a sentence."""

    asked_at: datetime
    why: tuple[str, ...]


def visits_in(found: Unplanned) -> set[int]:
    """The numbers of the visits that its faults are about."""
    told = " ".join(f"{fault.where} {sorted(fault.params.items())}" for fault in found.faults or ())
    return {int(number) for kind, number in ROW.findall(told) if kind == "v"}


def unplanned_shown(
    found: Unplanned,
    visits: Mapping[int, VisitOf],
    names: Mapping[int, str],
    shifts: Iterable[ShiftFacts],
) -> UnplannedShown:
    """Its faults with visits and shifts by their names; of others she learns no name."""
    called = {f"v{pk}": _visit(visit, names) for pk, visit in visits.items()}
    called |= {f"s{s.id}": f"{s.worker}, {clock(s.starts)}–{clock(s.ends)}" for s in shifts}
    return UnplannedShown(
        found.asked_at, tuple(_sentence(one, called) for one in found.faults or ())
    )


def _visit(visit: VisitOf, names: Mapping[int, str]) -> str:
    if visit.person_id not in names:
        return _("A visit")
    return f"{names[visit.person_id]}, {visit.what}"


def _sentence(fault: Fault, called: Mapping[str, str]) -> str:
    params = {
        key: ROW.sub(lambda row: called.get(row[0], row[0]), str(value))
        for key, value in fault.params.items()
    }
    if "skills" in params:
        params["skills"] = _skills(str(params["skills"]))
    words = fault_text(Fault(fault.code, fault.where, params))
    if words == fault.code:
        words = str({**REFUSED, **OF_A_DAY}.get(words, words)) % params
    where = fault.where.split(".")[1:2]
    return ": ".join([*(called[row] for row in where if row in called), words])


def _skills(codes: str) -> str:
    """Skills of a visit in words: "moving, welsh" is read by nobody."""
    known = {str(skill): str(words) for skill, words in SKILLS.items()}
    return "; ".join(known.get(code, code) for code in codes.split(", "))
