"""First pages of the person, and of those who support her."""

from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from whatmatters.access.web import Asked
from whatmatters.access.web.own.faces import faces
from whatmatters.frontend.templatetags.wm import day, period_words, pounds
from whatmatters.home.queries.home import (
    ALL_OF_ONE_READER,
    MOST,
    Own,
    due_for,
    exceptions_of,
    own_page,
    people_seen,
    sent_back,
)
from whatmatters.home.web.home_news import circle, messages_waiting, news, today_words, ways_on
from whatmatters.home.web.home_offers import plans_offered
from whatmatters.home.web.home_parts import (
    FirstPage,
    Section,
    Thing,
    due_thing,
    due_url,
    people_things,
)
from whatmatters.home.web.home_round import own_round
from whatmatters.home.web.home_visits import visits_asked, who_come, who_comes
from whatmatters.insight.web.leading import leading_figures
from whatmatters.outcomes.queries.due_person import DueFacts, DueKind
from whatmatters.payments.queries.listed import listed_statements
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import Party
from whatmatters.rules.permissions import Action

ASKED = {DueKind.ANSWER_PLAN, DueKind.ANSWER_JUDGEMENT}
STATEMENTS = 3


def person(request: Asked) -> FirstPage:
    """Her own page: what waits for her words, then her record."""
    own = own_page(request.actor, on=request.today)
    if own.person is None:
        lead = _(
            "Nobody has joined your account to your record yet. Ask your social worker to do it: "
            "your user name is %(name)s."
        ) % {"name": request.user.get_username()}
        return FirstPage(_("Welcome"), lead, ())
    things = tuple(_asked(due) for due in own.due if due.kind in ASKED)
    things += (*visits_asked(own.day), *_control(own))
    seen = faces(request, own.person.id, {pk for pk, *_n in own.workers} | who_come(own.day))
    empty = _("Nothing waits for you. When somebody proposes a plan, you will be asked here first.")
    return FirstPage(
        _("Hello %(name)s") % {"name": own.person.known_as},
        today_words(own),
        (
            Section(_("For you to say"), things, empty),
            news(request, own.person.id),
            ways_on(own.person.id),
        ),
        button=(_("I need to tell you something"), reverse("tell", args=[own.person.id])),
        circle=circle(own, seen),
        today=who_comes(own.day, own.person.id, faces=seen),
    )


def provider_manager(request: Asked) -> FirstPage:
    """The figures that a commissioner reads of her organisation, then what waits for her."""
    told = due_for(request.actor, Party.PROVIDER, Action.SEE_RECORD, on=request.today)
    title = _("Nothing waits for you today")
    if told.total:
        words = ngettext(
            "Something is due with %(n)s person", "Something is due with %(n)s people", told.total
        )
        title = words % {"n": told.total}
    due = Section(
        _("The most pressing first"),
        tuple(due_thing(one, told.names.get(one.person_id, "")) for one in told.due),
        _("Plans to answer and judgements will stand here."),
        more=(_("All my people"), reverse("person_list")),
    )
    return FirstPage(
        title,
        "",
        (
            *plans_offered(request),
            due,
            messages_waiting(request),
            _sent_back(request),
            _exceptions(request),
            _statements(request),
        ),
        figures=leading_figures(request),
    )


def care_worker(request: Asked) -> FirstPage:
    """What there is for somebody who goes to people's homes: no other page lists their people."""
    return FirstPage(
        _("Who you support, and what matters to them"),
        _(
            "What must happen, and between which times the rest starts. "
            "Nothing here counts minutes."
        ),
        (_supported(request, most=ALL_OF_ONE_READER),),
        days=own_round(request, way=("", "")),
    )


def team_member(request: Asked) -> FirstPage:
    """What there is for a neighbourhood team: the first of its people, and the way to them all."""
    way = (_("All my people"), reverse("person_list"))
    return FirstPage(
        _("The people your team supports"),
        _("The team’s roles and its budget come later. Nothing here counts minutes."),
        (*plans_offered(request), replace(_supported(request, most=MOST), more=way)),
        days=own_round(request, way=(_("The team’s day"), reverse("rota_list"))),
    )


def _supported(request: Asked, *, most: int) -> Section:
    """The people whose record opens to who goes to their homes, by name."""
    people, _total = people_seen(request.actor, on=request.today, most=most)
    empty = _("The people whom you support now will stand here, once somebody says that you do.")
    return Section(_("People you support now"), people_things(people), empty)


def _asked(due: DueFacts) -> Thing:
    if due.kind is DueKind.ANSWER_PLAN:
        return Thing(_("Is this the plan you want?"), due_url(due))
    by = _("By %(day)s") % {"day": day(due.on)}
    return Thing(_("How did it go?"), due_url(due), note=by)


def _control(own: Own) -> tuple[Thing, ...]:
    """How far she feels in control, last of all and without a flag: she need not say."""
    if own.control is None or own.person is None:
        return ()
    note = _("In your own time, until %(day)s. You may leave it.")
    told = note % {"day": day(own.control.last_day)}
    words = _("How far do you feel in control?")
    return (Thing(words, reverse("control", args=[own.person.id]), note=told),)


def _sent_back(request: Asked) -> Section:
    versions, names = sent_back(request.actor)
    things = tuple(
        Thing(
            names.get(one.person_id, ""),
            reverse("plan_version", args=[one.id]),
            flag=("must", _("A change was asked for"))
            if one.state is PlanState.AMENDMENT_REQUESTED
            else ("bad", _("Declined")),
        )
        for one in versions
    )
    empty = _("None. A plan that somebody wants changed comes back here, with their words.")
    return Section(_("Plans to offer again"), things, empty)


def _exceptions(request: Asked) -> Section:
    waits, names = exceptions_of(request.actor.council_id, request.actor.organisation_id or 0)
    things = tuple(
        Thing(
            names.get(one.person_id, ""),
            reverse("record", args=[one.person_id]),
            note=_("Raised on %(day)s; the council has not answered") % {"day": day(one.on)},
        )
        for one in waits
    )
    empty = _(
        "None. When a plan cannot go on as agreed, raise an exception: the clock stops that day."
    )
    return Section(_("Exceptions"), things, empty)


def _statements(request: Asked) -> Section:
    own = request.actor.organisation_id or 0
    rows = listed_statements(request.actor.council_id, own, limit=STATEMENTS)
    things = tuple(
        Thing(
            pounds(row.paid),
            reverse("remittance", args=[row.remittance_id]),
            note=period_words(row.period),
        )
        for row in rows
    )
    empty = _("A statement will stand here after each four weeks. You need not send an invoice.")
    return Section(
        _("Statements"), things, empty, more=(_("All statements"), reverse("remittance_list"))
    )
