"""First pages of those who work for the council."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from whatmatters.access.web import Asked
from whatmatters.frontend.templatetags.wm import day, period_words, pounds
from whatmatters.home.queries.decisions import Decision, decisions
from whatmatters.home.queries.home import (
    Money,
    due_for,
    money,
    unchanged_packages,
    waiting_people,
)
from whatmatters.home.web.home_alerts import many_at_once
from whatmatters.home.web.home_news import letters_waiting, messages_waiting
from whatmatters.home.web.home_parts import FirstPage, Section, Thing, due_thing
from whatmatters.outcomes.queries import PathFacts
from whatmatters.payments.queries import remittances
from whatmatters.payments.web.run_pays import has_paid, would_pay
from whatmatters.policy.reviews import static_weeks
from whatmatters.rules.outcomes import Party, WayInStep
from whatmatters.rules.periods import Period
from whatmatters.rules.permissions import Action


def social_worker(request: Asked) -> FirstPage:
    """Her people by what is due."""
    told = due_for(request.actor, Party.COUNCIL, Action.RECORD_FINDING, on=request.today)
    title = _("Nothing is due with your people today")
    if told.total:
        words = ngettext(
            "Something is due with %(n)s person", "Something is due with %(n)s people", told.total
        )
        title = words % {"n": told.total}
    things = tuple(due_thing(due, told.names.get(due.person_id, "")) for due in told.due)
    section = Section(
        _("The most pressing first"),
        things,
        _(
            "Plans to answer, exceptions, judgements and late reviews will stand here. Until then, "
            "a conversation about what matters is never too early."
        ),
        more=(_("All my people"), reverse("person_list")),
    )
    waits = (messages_waiting(request), letters_waiting(request))
    return FirstPage(title, "", (section, *waits), register_button())


def broker(request: Asked) -> FirstPage:
    """People who wait, by how long and why."""
    told = waiting_people(request.actor.council_id, on=request.today)
    title = _("Nobody waits for support")
    if told.total:
        words = ngettext(
            "%(n)s person waits for support", "%(n)s people wait for support", told.total
        )
        title = words % {"n": told.total}
    things = tuple(
        Thing(
            told.names.get(path.person_id, ""),
            reverse("record", args=[path.person_id]),
            note=_waits(path),
            flag=_waited(path, request),
        )
        for path in told.paths
    )
    empty = _(
        "People who asked for support and have not started will stand here, the longest wait "
        "first, with why a provider declined."
    )
    section = Section(
        _("The longest wait first"),
        things,
        empty,
        more=(_("All who wait, each patch, and why providers declined"), reverse("people_waiting")),
    )
    sections = (section, _unchanged_packages(request), letters_waiting(request))
    return FirstPage(title, "", sections, register_button())


def _unchanged_packages(request: Asked) -> Section:
    """Packages of time and task that nobody has changed for long: a question, never a reproach."""
    told = unchanged_packages(request.actor, on=request.today)
    title = ngettext(
        "Packages that nobody has changed for %(n)s week",
        "Packages that nobody has changed for %(n)s weeks",
        static_weeks(),
    )
    lead = ""
    if told.total:
        words = ngettext(
            "%(n)s package. Is it still right? The one that stood longest comes first.",
            "%(n)s packages. Is each still right? Those that stood longest come first.",
            told.total,
        )
        lead = words % {"n": told.total}
    things = tuple(due_thing(due, told.names.get(due.person_id, "")) for due in told.due)
    empty = _("Packages of time and task that have stood so long unchanged will stand here.")
    return Section(title % {"n": static_weeks()}, things, empty, lead)


def register_button() -> tuple[str, str]:
    """Where a person who is new here begins."""
    return _("Register a person"), reverse("person_register")


def finance_officer(request: Asked) -> FirstPage:
    """The next run: what it will pay, what needs a decision."""
    told = money(request.actor.council_id)
    sections = (_next_run(told, request), _decisions(told), letters_waiting(request))
    return FirstPage(_finance_title(told, request), "", sections)


def administrator(request: Asked) -> FirstPage:
    """What an administrator can do now."""
    things = (
        Thing(_("People who sign in, and their roles"), reverse("user_list")),
        Thing(_("Lost accounts to confirm"), reverse("recovery_list")),
        Thing(_("Who did what"), reverse("account_trail")),
        Thing(_("Your organisation"), reverse("organisation")),
    )
    section = Section(_("Accounts"), things, "", _("No page here shows you anybody’s record."))
    button = (_("Add somebody"), reverse("user_add"))
    sections = (many_at_once(request), section)
    return FirstPage(_("You give people their accounts and roles"), "", sections, button)


def commissioner_decisions(request: Asked) -> tuple[Section, ...]:
    """What waits for the commissioner: complaints, contests to decide, exceptions to answer."""
    found = decisions(request.actor, on=request.today)
    if not found:
        return ()
    return (Section(_("Waits for your decision"), tuple(map(_decision, found)), ""),)


def _decision(one: Decision) -> Thing:
    told = {"name": one.name, "day": day(one.on)}
    if one.kind == "contest":
        url = reverse("contest_decide", args=[one.id])
        return Thing(_("A provider contests a penalty"), url, note=_("Since %(day)s") % told)
    if one.kind == "complaint":
        words = _("A complaint about the support of %(name)s") % told
        note = _("An answer is due by %(day)s.") % told
        return Thing(words, reverse("complaint", args=[one.id]), note=note)
    url = reverse("record", args=[one.id])
    return Thing(_("An exception: %(name)s") % told, url, note=_("Raised on %(day)s") % told)


def _next_run(told: Money, request: Asked) -> Section:
    things: list[Thing] = []
    if told.waiting is not None:
        mine = told.waiting.proposed_by_id == request.actor.user_id
        waits = _("You proposed it: somebody else releases it") if mine else _("Release it, or not")
        pays = would_pay(request.actor.council_id, told.waiting.run_id).paid
        things.append(
            Thing(
                _("%(pounds)s is proposed") % {"pounds": pounds(pays)},
                reverse("run", args=[told.waiting.run_id]),
                note=_days(told.waiting.period_start, told.waiting.period_end),
                flag=("plain" if mine else "must", waits),
            )
        )
    if told.last is not None:
        paid = has_paid(remittances(request.actor.council_id, run_id=told.last.run_id)).paid
        things.append(
            Thing(
                _("%(pounds)s was paid last") % {"pounds": pounds(paid)},
                reverse("run", args=[told.last.run_id]),
                note=_days(told.last.period_start, told.last.period_end),
            )
        )
    empty = _("A run can be proposed once a plan has been agreed and its four weeks are over.")
    return Section(
        _("Payment runs"), tuple(things), empty, more=(_("All runs"), reverse("run_list"))
    )


def _days(start: date, end: date) -> str:
    return period_words(Period(start, end))


def _decisions(told: Money) -> Section:
    things = tuple(
        Thing(
            _("A penalty is contested and held"),
            reverse("run_list"),
            note=_("Since %(day)s. A commissioner who did not make the finding decides it")
            % {"day": day(contest.contested_on)},
        )
        for contest in told.contests
    )
    return Section(_("Needs a decision"), things, _("Nothing: no penalty is contested."))


def _finance_title(told: Money, request: Asked) -> str:
    if told.waiting is not None:
        return _("One run waits to be released")
    if told.period is None:
        return _("There is nothing to pay yet")
    words = {"days": period_words(told.period)}
    if told.period.end <= request.today:
        return _("The run for %(days)s can be proposed") % words
    return _("The next run is for %(days)s") % words


def _waits(path: PathFacts) -> str:
    steps = {
        WayInStep.REQUESTED: _("Asked, and no conversation yet"),
        WayInStep.CONVERSATION: _("Has told what matters"),
        WayInStep.ELIGIBILITY: _("Eligibility is decided; not yet with a provider"),
        WayInStep.ROUTED: _("With the lead provider, who has not answered"),
        WayInStep.ACCEPTED: _("Accepted; the plan is being written"),
        WayInStep.DECLINED: _("Declined by a provider"),
        WayInStep.HANDED_OFF: _("Handed on to somebody else"),
        WayInStep.PLAN_PROPOSED: _("The plan waits for answers"),
        WayInStep.AGREED: _("Agreed; not started"),
    }
    return steps.get(path.now, "")


def _waited(path: PathFacts, request: Asked) -> tuple[str, str]:
    days = (request.today - path.on).days
    words = ngettext("%(days)s day", "%(days)s days", days) % {"days": days}
    return "bad" if path.now is WayInStep.DECLINED else "plain", words
