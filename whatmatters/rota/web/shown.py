"""A delivery plan as every page shows it: each visit in sentences, never as a price."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from whatmatters.frontend.templatetags.wm import day
from whatmatters.outcomes.web.code_words import AUTHORITIES
from whatmatters.rota.queries import AnswerFacts, DeliveryFacts
from whatmatters.rota.web.visit_shown import VisitShown, quiet_words, visit_shown
from whatmatters.rules.outcomes import Party
from whatmatters.rules.people import Authority


@dataclass(frozen=True, slots=True)
class DeliveryShown:
    """One version. `never` is empty for readers who are not to know it."""

    id: int
    number: int
    provider: str
    team: str
    from_day: str
    visits: tuple[VisitShown, ...]
    quiet: tuple[tuple[int, str], ...]
    chosen: tuple[str, ...]
    never: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Names:
    """What providers, teams, workers and users are called, by id."""

    providers: Mapping[int, str]
    teams: Mapping[int, str]
    workers: Mapping[int, str]
    users: Mapping[int, str]


def delivery_shown(
    plan: DeliveryFacts, names: Names, *, person: str, sees_never: bool
) -> DeliveryShown:
    """A version in words."""
    visits = sorted(plan.visits, key=lambda visit: (visit.earliest, visit.number))
    called = {visit.number: visit.what for visit in plan.visits}
    provider = names.providers.get(plan.provider_id, "")
    return DeliveryShown(
        id=plan.id,
        number=plan.number,
        provider=provider,
        team=names.teams.get(plan.team_id, ""),
        from_day=_from(plan),
        visits=tuple(visit_shown(visit, called) for visit in visits),
        quiet=tuple((time.number, quiet_words(time)) for time in plan.quiet),
        chosen=tuple(names.workers.get(pk, "") for pk in plan.chosen),
        never=tuple(names.workers.get(pk, "") for pk in plan.never) if sees_never else (),
        answers=tuple(
            _answer(plan.answers[party], who, names)
            for party, who in ((Party.PROVIDER, provider), (Party.PERSON, person))
            if party in plan.answers
        ),
    )


def _from(plan: DeliveryFacts) -> str:
    told = {"first": day(plan.starts), "last": day(plan.ends)}
    if plan.ends is None:
        return _("From %(first)s") % told
    return _("From %(first)s to %(last)s") % told


def _answer(answer: AnswerFacts, who: str, names: Names) -> tuple[str, str]:
    """What somebody answered, and in which words."""
    told = {"who": who, "day": day(answer.on)}
    if answer.yes:
        words = _("%(who)s said yes on %(day)s.") % told
    else:
        words = _("%(who)s did not want it like this, on %(day)s.") % told
    if answer.authority is not Authority.OWN:
        by = {"name": names.users.get(answer.by_id, ""), "how": AUTHORITIES[answer.authority]}
        words += " " + _("Given by %(name)s, %(authority)s.") % {
            "name": by["name"],
            "authority": by["how"],
        }
    return words, answer.words
