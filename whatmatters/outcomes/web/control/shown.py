"""What was said, period by period: the answer that holds, those before it, and who gave each."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from whatmatters.frontend.templatetags.wm import day, period_words
from whatmatters.outcomes.queries.control import ControlSaid, by_period
from whatmatters.outcomes.web.code_words import AUTHORITIES
from whatmatters.outcomes.web.control.words import STEPS
from whatmatters.rules.people import Authority


@dataclass(frozen=True, slots=True)
class SaidShown:
    """One answer, her words with it, and whose it is."""

    answer: str
    words: str
    by: str


@dataclass(frozen=True, slots=True)
class PeriodShown:
    """One period: the answer that holds, and what else was said in it, the newest first."""

    dates: str
    stands: SaidShown
    others: tuple[SaidShown, ...]


def periods_shown(said: Iterable[ControlSaid], name: str, *, own: bool) -> tuple[PeriodShown, ...]:
    """The newest period first; `own`: to herself."""
    return tuple(
        PeriodShown(
            period_words(held[0].starts, held[0].ends),
            _shown(held[0], name, own=own),
            tuple(_shown(one, name, own=own) for one in held[1:]),
        )
        for held in by_period(said)
    )


def _shown(said: ControlSaid, name: str, *, own: bool) -> SaidShown:
    told = {"name": name, "writer": said.by_name, "day": day(said.on)}
    told["authority"] = str(AUTHORITIES[said.authority])
    return SaidShown(str(STEPS[said.answer]), said.words, _by(said, own=own) % told)


def _by(said: ControlSaid, *, own: bool) -> str:
    helped = said.authority is Authority.SUPPORTED
    if said.heard:
        return _("%(name)s’s answer, written down by %(writer)s with %(name)s there, %(day)s.")
    if not said.is_own:
        return _("Answered for %(name)s by %(writer)s (%(authority)s), %(day)s.")
    if own:
        mine = _("My own answer, %(day)s.")
        return _("My own answer, with support to decide, %(day)s.") if helped else mine
    theirs = _("%(name)s’s own answer, %(day)s.")
    return _("%(name)s’s own answer, with support to decide, %(day)s.") if helped else theirs
