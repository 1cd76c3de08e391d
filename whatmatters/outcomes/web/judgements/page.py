"""What the pages of a judgement share: whose it is, of which plan, and how it stands."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked
from whatmatters.frontend.templatetags.wm import day, period_words
from whatmatters.outcomes.queries import JudgementView
from whatmatters.outcomes.web.judgements.reading import JudgementRead
from whatmatters.outcomes.web.judgements.voices import GoingShown, going
from whatmatters.outcomes.web.plans.voices import party_names
from whatmatters.outcomes.web.speaking import speaks_for


@dataclass(frozen=True, slots=True)
class JudgementPage:
    """The frame of a judgement's page. `closed` says why nothing can be sent, or is empty."""

    base: str
    name: str
    is_own: bool
    record_url: str
    back: str
    plan: str
    until: str
    going: GoingShown
    closed: str
    speaks_for: str
    can_conclude: bool


def judgement_page(read: JudgementRead, request: Asked, *, closed: str = "") -> JudgementPage:
    """The frame for one reader."""
    name = read.person.known_as
    dates = {"dates": period_words(read.version.starts, read.version.ends)}
    return JudgementPage(
        base="frontend/base_person.html" if read.is_own else "frontend/base.html",
        name=name,
        is_own=read.is_own,
        record_url=reverse("record", args=[read.person.id]),
        back=_("My record") if read.is_own else name,
        plan=_("The plan of %(dates)s, with %(provider)s.") % (dates | {"provider": read.provider}),
        until=day(read.view.until),
        going=going(read.view, party_names(name, read.provider), on=request.today, own=read.is_own),
        closed=closed,
        speaks_for=speaks_for(request.sight, name, read.provider),
        can_conclude=can_conclude(read.view),
    )


def can_conclude(view: JudgementView) -> bool:
    """Whether every outcome that is asked about has its finding."""
    asked = [outcome for outcome in view.outcomes if not outcome.retired]
    found = all(outcome.finding is not None for outcome in asked)
    return view.in_force and not view.sealed and found
