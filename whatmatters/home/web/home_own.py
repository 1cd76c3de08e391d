"""First pages of the person, of those close to her, and of those who support her."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from whatmatters.access.web import Asked
from whatmatters.frontend.templatetags.wm import day, period_words, pounds
from whatmatters.home.queries.home import due_for, exceptions_of, own_page, people_seen, sent_back
from whatmatters.home.queries.own_help import OwnHelp, own_help_of
from whatmatters.home.web.home_news import circle, messages_waiting, news, today_words, ways_on
from whatmatters.home.web.home_parts import FirstPage, Section, Thing, due_thing, due_url
from whatmatters.home.web.home_visits import visits_asked, who_comes
from whatmatters.insight.web.leading import leading_figures
from whatmatters.outcomes.queries.due_person import DueFacts, DueKind
from whatmatters.payments.queries.listed import listed_statements
from whatmatters.people.queries import PersonFacts
from whatmatters.people.web.help_shown import help_shown
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
    things += visits_asked(own.day)
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
        circle=circle(own),
        today=who_comes(own.day, own.person.id),
    )


def family(request: Asked) -> FirstPage:
    """Those who let this reader in."""
    people, total = people_seen(request.actor, on=request.today)
    empty = _(
        "Nobody has let you in yet. A person, or the council for them, can do so; you will then "
        "find them here."
    )
    section = Section(_("People close to you"), _records(people), empty)
    held = own_help_of(request.actor, on=request.today)
    empty = _("You can send a message once somebody lets you in.")
    tell = Section(_("Something to tell"), _to_tell(people, held), empty)
    own = (_offered(held, request), _for_yourself(held))
    lead = _("You see what the person lets you see. What you say is kept as your own view.")
    title = _("You are let in by nobody yet")
    if total:
        words = ngettext(
            "You are close to %(n)s person here", "You are close to %(n)s people here", total
        )
        title = words % {"n": total}
    return FirstPage(title, lead, (section, *own, tell) if total else (section, *own))


def _to_tell(people: tuple[PersonFacts, ...], held: tuple[OwnHelp, ...]) -> tuple[Thing, ...]:
    """A message; and what they know, of those who let them in as family."""
    close = {one.person_id for one in held if one.lets_in}
    tell, know = _("Tell those who work with %(name)s"), _("What I know about %(name)s")
    told = [
        (p, words, page)
        for p in people
        for words, page in ((tell, "tell"), (know, "what_i_know"))
        if page == "tell" or p.id in close
    ]
    return tuple(Thing(w % {"name": p.known_as}, reverse(page, args=[p.id])) for p, w, page in told)


def _offered(held: tuple[OwnHelp, ...], request: Asked) -> Section:
    """What this reader offers, each leading to where it is changed."""
    now = [offer for one in held if one.lets_in for offer in one.offers]
    stand = [told for offer in now if (told := help_shown(offer, on=request.today)).stands]
    things = tuple(
        Thing(one.words, one.change_url, note=" · ".join(w for w in (one.days, one.limits) if w))
        for one in stand
    )
    empty = _("You offer nothing now. Nothing is counted on that you have not said yourself.")
    more = (_("What I offer to do, and its limits"), reverse("own_help"))
    return Section(_("What you offer"), things, empty, more=more)


def _for_yourself(held: tuple[OwnHelp, ...]) -> Section:
    """Where this reader asks for support of their own, for each who lets them in."""
    words = _("Ask for support for yourself, as a carer of %(name)s")
    things = tuple(
        Thing(words % {"name": one.name}, reverse("carer_support", args=[one.person_id]))
        for one in held
        if one.lets_in
    )
    return Section(_("Support for you"), things, _("You can ask once somebody lets you in."))


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
            due,
            messages_waiting(request),
            _sent_back(request),
            _exceptions(request),
            _statements(request),
        ),
        figures=leading_figures(request),
    )


def care_worker(request: Asked) -> FirstPage:
    """What there is for somebody who goes to people's homes."""
    people, _total = people_seen(request.actor, on=request.today)
    empty = _("The people whom you support now will stand here, once somebody says that you do.")
    section = Section(_("People you support now"), _records(people), empty)
    return FirstPage(
        _("Who you support, and what matters to them"),
        _(
            "Your shift, the way there and what must happen come later. "
            "Nothing here counts minutes."
        ),
        (section,),
    )


def team_member(request: Asked) -> FirstPage:
    """What there is for a neighbourhood team."""
    page = care_worker(request)
    lead = _("The team’s week, its roles and its budget come later. Nothing here counts minutes.")
    return FirstPage(_("The people your team supports"), lead, page.sections)


def _asked(due: DueFacts) -> Thing:
    if due.kind is DueKind.ANSWER_PLAN:
        return Thing(_("Is this the plan you want?"), due_url(due))
    by = _("By %(day)s") % {"day": day(due.on)}
    return Thing(_("How did it go?"), due_url(due), note=by)


def _records(people: tuple[PersonFacts, ...]) -> tuple[Thing, ...]:
    return tuple(Thing(p.known_as, reverse("record", args=[p.id])) for p in people)


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
