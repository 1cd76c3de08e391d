"""One visit, and one quiet time, in sentences."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from whatmatters.rota.web.clock import between, clock, days_words
from whatmatters.rota.web.words import HARMS, QUIET, SKILLS
from whatmatters.rules.rota.agreed import AgreedVisit, QuietTime
from whatmatters.rules.rota.problem import Harm


@dataclass(frozen=True, slots=True)
class VisitShown:
    """One visit: what it is for, its days, its window, and what else is agreed of it."""

    number: int
    what: str
    days: str
    when: str
    more: tuple[str, ...]
    critical: bool


def visit_shown(visit: AgreedVisit, called: Mapping[int, str]) -> VisitShown:
    """A visit in words; `called` says what the other visits of its plan are for."""
    return VisitShown(
        number=visit.number,
        what=visit.what,
        days=days_words(visit.days),
        when=between(visit.earliest, visit.latest),
        more=tuple(_more(visit, called)),
        critical=visit.harm is Harm.CRITICAL,
    )


def _more(visit: AgreedVisit, called: Mapping[int, str]) -> list[str]:
    told = [_length(visit)]
    if visit.workers > 1:
        told.append(_("Two people come together"))
    if visit.harm is Harm.CRITICAL:
        late = {"time": clock(visit.latest + visit.tolerance)}
        told.append(_("Must happen: it starts at %(time)s at the latest") % late)
    elif visit.harm is Harm.PALLIATIVE:
        told.append(str(HARMS[Harm.PALLIATIVE]))
    if visit.follows is not None and visit.follows in called:
        gap = {"first": called[visit.follows], "least": visit.least, "most": visit.most}
        told.append(
            _("The second part of “%(first)s”: %(least)s to %(most)s minutes after it starts") % gap
        )
    told += [str(SKILLS[skill]) for skill in SKILLS if skill in visit.skills]
    return told


def _length(visit: AgreedVisit) -> str:
    about = ngettext("About %(n)s minute", "About %(n)s minutes", visit.minutes)
    usual = about % {"n": visit.minutes}
    if visit.long_minutes == visit.minutes:
        return usual
    longer = _("four times of five less than %(n)s") % {"n": visit.long_minutes}
    return f"{usual}, {longer}"


def quiet_words(time: QuietTime) -> str:
    """A time at which nobody is to come."""
    told = {
        "why": QUIET[time.kind],
        "days": days_words(time.days),
        "from": clock(time.starts),
        "to": clock(time.ends),
    }
    return _("%(why)s: %(days)s, %(from)s to %(to)s") % told
