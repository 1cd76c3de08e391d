"""The page of one version of a plan."""

from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from whatmatters.access.queries import Sight
from whatmatters.frontend.templatetags.wm import day, period_words
from whatmatters.outcomes.queries import PlanOutcomeFacts, VersionFacts
from whatmatters.outcomes.web.code_words import state_words
from whatmatters.outcomes.web.plans.acts import Act, acts
from whatmatters.outcomes.web.plans.bands import BandShown, bands
from whatmatters.outcomes.web.plans.help_doubts import doubts_shown
from whatmatters.outcomes.web.plans.price_words import price_words
from whatmatters.outcomes.web.plans.raised import RaisedShown, raised
from whatmatters.outcomes.web.plans.reading import PlanRead
from whatmatters.outcomes.web.plans.unchanged import UnchangedShown, unchanged
from whatmatters.outcomes.web.plans.voices import VoiceShown, party_names, voices
from whatmatters.outcomes.web.speaking import is_own, party_of, speaks_for
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.permissions import Action

LOOKS = {
    PlanState.PROPOSED: "must",
    PlanState.AGREED: "good",
    PlanState.DECLINED: "bad",
    PlanState.AMENDMENT_REQUESTED: "must",
}


HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """An outcome that the plan is for."""

    statement: str
    lang: str
    test: str
    payable: bool
    weight: str  # in hundredths; "" where none was agreed


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One row of the versions of a plan."""

    title: str
    url: str
    dates: str
    state: str
    price: str
    compare: str
    is_this: bool


@dataclass(frozen=True, slots=True)
class PlanPage:
    """Everything on the page. `answer_url` is set for the party that is waited for."""

    base: str
    title: str
    name: str
    record_url: str
    back: str
    flag: tuple[str, str]
    lead: str
    facts: tuple[str, ...]
    voices: tuple[VoiceShown, ...]
    outcomes: tuple[OutcomeLine, ...]
    bands: tuple[BandShown, ...]
    price: str
    days: str
    versions: tuple[VersionRow, ...]
    is_open: bool
    answer_url: str
    speaks_for: str
    acts: tuple[Act, ...]
    exceptions: tuple[RaisedShown, ...]
    unchanged: UnchangedShown | None
    doubts: tuple[str, ...]
    help_url: str


def plan_page(read: PlanRead, sight: Sight) -> PlanPage:
    """The page for one reader."""
    facts, own = read.content.facts, is_own(sight)
    called = party_names(read.person.known_as, read.provider)
    waiting = facts.state is PlanState.PROPOSED
    given = {answer.party for answer in read.answers}
    mine = Action.ANSWER_PLAN in sight.actions and party_of(sight) not in given
    return PlanPage(
        base="frontend/base_person.html" if own else "frontend/base.html",
        title=_title(read, own=own),
        name=read.person.known_as,
        record_url=reverse("record", args=[facts.person_id]),
        back=_("My record") if own else read.person.known_as,
        flag=(LOOKS.get(facts.state, "quiet"), state_words(facts)),
        lead=_lead(read),
        facts=(*_facts(facts), *_way(read)),
        voices=voices(read.answers, called, read.names, waiting=waiting),
        outcomes=tuple(outcome_line(found) for found in read.content.outcomes),
        bands=bands(read.content.lines, rates=read.rates),
        price=price_words(facts) if read.rates is not None else "",
        days=_days(facts),
        versions=_versions(read),
        is_open=waiting,
        answer_url=reverse("plan_answer", args=[facts.id]) if waiting and mine else "",
        speaks_for=speaks_for(sight, read.person.known_as, read.provider),
        acts=acts(facts, sight),
        exceptions=raised(read.exceptions, sight),
        unchanged=unchanged(read, sight),
        doubts=doubts_shown(read.help),
        help_url=reverse("help_offers", args=[facts.person_id]) if read.help else "",
    )


def _title(read: PlanRead, *, own: bool) -> str:
    number = {"number": read.content.facts.number, "name": read.person.known_as}
    if own:
        return _("My plan, version %(number)s") % number
    return _("%(name)s’s plan, version %(number)s") % number


def _lead(read: PlanRead) -> str:
    facts = read.content.facts
    told = {"dates": period_words(facts.starts, facts.ends), "provider": read.provider}
    return _("%(dates)s, with %(provider)s.") % told


def _facts(facts: VersionFacts) -> list[str]:
    found = [
        _("The review is on %(day)s. Nothing renews by itself.") % {"day": day(facts.review_on)}
    ]
    if facts.proposed_on:
        found.append(_("Proposed on %(day)s.") % {"day": day(facts.proposed_on)})
    if facts.urgent_on:
        told = {"day": day(facts.urgent_on), "last": day(facts.agree_by)}
        found.append(
            _("Support began at once on %(day)s; the three should agree by %(last)s.") % told
        )
    if facts.agreed_on:
        found.append(_("Agreed by all three on %(day)s.") % {"day": day(facts.agreed_on)})
    if facts.ended_on:
        found.append(_("Its last day of support was %(day)s.") % {"day": day(facts.ended_on)})
    return found


def _way(read: PlanRead) -> list[str]:
    """What it follows, how often it came back, and how long the three took."""
    told, found = read.bounced, []
    if read.follows is not None:
        dates = {"dates": period_words(read.follows.starts, read.follows.ends)}
        found.append(_("It follows the plan of %(dates)s.") % dates)
    if told.bounces:
        times = ngettext(
            "It came back %(n)s time before.", "It came back %(n)s times before.", told.bounces
        )
        found.append(times % {"n": told.bounces})
    if told.days is not None:
        took = ngettext(
            "From the first proposal to the first yes of all three it took %(n)s day.",
            "From the first proposal to the first yes of all three it took %(n)s days.",
            told.days,
        )
        found.append(took % {"n": told.days})
    return found


def _days(facts: VersionFacts) -> str:
    if facts.as_block:
        return ""
    days = (facts.ends - facts.starts).days + 1
    return ngettext("for %(days)s day", "for %(days)s days", days) % {"days": days}


def outcome_line(found: PlanOutcomeFacts) -> OutcomeLine:
    """An outcome as a page about the plan shows it."""
    weight = found.planned.weight
    return OutcomeLine(
        statement=found.outcome.statement,
        lang=str(found.outcome.language),
        test=found.outcome.test,
        payable=found.planned.payable,
        weight="" if weight is None else f"{(weight * HUNDRED).normalize():f}",
    )


def _versions(read: PlanRead) -> tuple[VersionRow, ...]:
    this = read.content.facts.id
    return tuple(
        VersionRow(
            title=_("Version %(number)s") % {"number": facts.number},
            url=reverse("plan_version", args=[facts.id]),
            dates=period_words(facts.starts, facts.ends),
            state=state_words(facts),
            price=price_words(facts, short=True) if read.rates is not None else "",
            compare=reverse("plan_compare", args=[min(this, facts.id), max(this, facts.id)]),
            is_this=facts.id == this,
        )
        for facts in read.versions
    )
