"""The reader's own account."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from whatmatters.access.queries import may_in_council
from whatmatters.access.queries.account_events import events_of
from whatmatters.access.queries.portraits import has_picture
from whatmatters.access.queries.recoveries import waiting_for
from whatmatters.access.queries.sessions import sessions_of
from whatmatters.access.services import end_other_sessions, end_session, remember_language
from whatmatters.access.services.taking_down import take_down_portrait
from whatmatters.access.web.administering.forms import LANGUAGES
from whatmatters.access.web.administering.trail import shown_events
from whatmatters.access.web.asked import Asked
from whatmatters.access.web.devices import device
from whatmatters.access.web.marks import permitted_council
from whatmatters.access.web.own.picture import DOWN, DownForm
from whatmatters.frontend import language
from whatmatters.frontend.forms import OneOf, PageForm
from whatmatters.frontend.listing import ListForm, page_links
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent


class LanguageForm(PageForm):
    """The reader's language."""

    language = OneOf(
        label=_("In which language do you want your pages?"),
        choices=LANGUAGES,
    )


class EndForm(PageForm):
    """One session to end; none named: all but this one."""

    session_id = forms.IntegerField(required=False, widget=forms.HiddenInput)


@permitted_council(Action.OPEN_HOME, post=Action.OPEN_HOME)
def own_account(request: Asked) -> HttpResponse:
    """Who the reader is here, and the language of her pages, kept for her next sign-in too.

    Whoever has no role any more that shows pictures takes an older one down here.
    """
    if request.method == "POST" and request.POST.get("do") == DOWN:
        take_down_portrait(by=request.actor, at=request.at)
        messages.success(request, gettext("Your picture is gone. Nobody sees it any more."))
        return HttpResponseRedirect(reverse("own_account"))
    form = LanguageForm(request.POST or None, initial={"language": request.actor.language})
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["language"]
        remember_language(user_id=request.actor.user_id, language=code)
        with override(code):
            messages.success(request, gettext("Your language is kept."))
        response = HttpResponseRedirect(reverse("own_account"))
        language.set_on(response, code)
        return response
    confirms = may_in_council(request.actor, Action.CONFIRM_RECOVERY)
    waiting = waiting_for(request.actor, request.at, request.today) if confirms else ()
    context = {
        "form": form,
        "confirms": confirms,
        "waiting": len(waiting),
        "shows_picture": may_in_council(request.actor, Action.SHOW_PICTURE),
        "down": DownForm(),
        "has_picture": has_picture(request.actor.council_id, request.actor.user_id),
        "events": shown_events(
            events_of(request.actor.council_id, request.actor.user_id).events[:5]
        ),
    }
    return render(request, "access/own/account.html", context, status=422 if form.errors else 200)


@permitted_council(Action.OPEN_HOME)
def own_events(request: Asked) -> HttpResponse:
    """Everything that was done to the reader's account."""
    form = ListForm(request.GET)
    read = events_of(request.actor.council_id, request.actor.user_id, page=form.number())
    links = page_links(read.page, read.pages, form.address)
    context = {"events": shown_events(read.events), "paging": {"links": links}}
    return render(request, "access/own/events.html", context)


@permitted_council(Action.OPEN_HOME, post=Action.OPEN_HOME)
def own_sessions(request: Asked) -> HttpResponse:
    """Where the reader is signed in, and ending it: one, or all but this one."""
    form = EndForm(request.POST or None)
    here = request.session.session_key or ""
    if request.method == "POST" and form.is_valid():
        messages.success(request, _end(request, form.cleaned_data["session_id"], here))
        return HttpResponseRedirect(reverse("own_sessions"))
    listed = [
        (one, device(one.agent), one.key == here) for one in sessions_of(request.actor.user_id)
    ]
    context = {"form": form, "sessions": listed, "others": len(listed) > 1}
    return render(request, "access/own/sessions.html", context, status=422 if form.errors else 200)


def _end(request: Asked, session_id: int | None, here: str) -> str:
    """End what was asked for. One that ended already is as the reader wants it."""
    if session_id is None:
        end_other_sessions(by=request.actor, at=request.at, but=here)
        return gettext("You are signed out everywhere else.")
    try:
        end_session(by=request.actor, at=request.at, session_id=session_id)
    except Absent:
        return gettext("It had ended already.")
    return gettext("You are signed out there.")
