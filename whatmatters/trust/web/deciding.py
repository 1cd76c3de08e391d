"""Who decides for a person: by what authority, what it covers, who saw the document, until when."""

from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries.names import user_names
from whatmatters.access.services import take_once
from whatmatters.access.web import Asked, permitted, sent
from whatmatters.frontend.forms import DateField, OneOf, PageForm
from whatmatters.frontend.forms.fields import NOT_OFFERED
from whatmatters.frontend.templatetags.wm import day
from whatmatters.people.queries import DeciderFacts, every_decider, links
from whatmatters.people.services import NewDecider
from whatmatters.rules.people import Authority, Covers, LinkKind
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal
from whatmatters.trust.services import appoint, stop_deciding
from whatmatters.trust.web.frame import back_to, frame, shown
from whatmatters.trust.web.words import AUTHORITIES, COVERS, refusal_words


class DeciderForm(PageForm):
    """An authority whose document was seen."""

    user = forms.ChoiceField(
        label=gettext_lazy("Who decides?"),
        help_text=gettext_lazy("Somebody who is let in to this record."),
        error_messages={"invalid_choice": NOT_OFFERED},
    )
    authority = OneOf(
        label=gettext_lazy("By what authority?"),
        choices=[(str(code), words) for code, words in AUTHORITIES.items()],
    )
    covers = OneOf(
        label=gettext_lazy("What does it cover?"),
        choices=[(str(code), words) for code, words in COVERS.items()],
    )
    reference = forms.CharField(
        label=gettext_lazy("Reference of the document that you saw"), max_length=200
    )
    starts = DateField(label=gettext_lazy("From which day?"))
    ends = DateField(
        label=gettext_lazy("Until which day?"),
        help_text=gettext_lazy("Leave it empty where the document names none."),
        required=False,
    )

    def __init__(self, *args: Any, people: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Choose")), *((str(pk), name) for pk, name in people.items())]
        self.fields["user"].choices = choices  # type: ignore[attr-defined]


@permitted(Action.SEE_LOOKS, person="person_id", post=Action.RECORD_DECIDER)
def deciders(request: Asked, person_id: int) -> HttpResponse:
    """Everybody who decides or has decided; a button beside each ends it at once."""
    page = frame(request, person_id)
    if request.method == "POST":
        _stop(request, person_id)
        return back_to("deciders", person_id)
    rows = every_decider(person_id, council_id=request.actor.council_id)
    users = {d.user_id for d in rows} | {d.checked_by_id or 0 for d in rows}
    names = user_names(users)
    told = [_told(row, names, request) for row in rows]
    may_record = Action.RECORD_DECIDER in request.sight.actions
    return shown(request, "deciders", page, deciders=told, may_record=may_record)


@permitted(
    Action.RECORD_DECIDER,
    person="person_id",
    post=Action.RECORD_DECIDER,
    called=gettext_lazy("Record who decides"),
)
def decider_new(request: Asked, person_id: int) -> HttpResponse:
    """The form."""
    page = frame(request, person_id)
    let_in = links([person_id], request.today).get(person_id, ())
    people = user_names(link.user_id for link in let_in if link.kind is not LinkKind.SELF)
    form = DeciderForm(sent(request), people=people)
    if request.method == "POST" and form.is_valid() and _appointed(request, form, person_id):
        return back_to("deciders", person_id)
    return shown(request, "decider_new", page, form=form, people=people)


def _appointed(request: Asked, form: DeciderForm, person_id: int) -> bool:
    told = form.cleaned_data
    given = NewDecider(
        person_id=person_id,
        user_id=int(told["user"]),
        authority=Authority(told["authority"]),
        starts=told["starts"],
        ends=told["ends"],
        covers=Covers(told["covers"]),
        reference=told["reference"],
        checked_by_id=request.actor.user_id,
    )
    verb = partial(appoint, by=request.actor, at=request.at, on=request.today, decider=given)
    try:
        take_once(by=request.actor, at=request.at, token=told["form_token"], verb=verb)
    except Refusal as refusal:
        form.refuse(refusal_words(refusal))
        return False
    messages.success(request, _("Recorded. It holds from its first day."))
    return True


def _stop(request: Asked, person_id: int) -> None:
    """End one; a second click finds it ended and says the same."""
    asked = request.POST.get("stop", "")
    if asked.isascii() and asked.isdigit():
        try:
            stop_deciding(
                by=request.actor,
                at=request.at,
                on=request.today,
                person_id=person_id,
                decider_id=int(asked),
            )
        except Refusal as refusal:
            if refusal.code != "absent":
                raise
    messages.success(request, _("Ended. From now on they decide nothing here."))


def _told(row: DeciderFacts, names: dict[int, str], request: Asked) -> dict[str, object]:
    on = request.today
    now = row.starts <= on and (row.ends is None or row.ends >= on)
    told = {"since": day(row.starts), "until": day(row.ends) if row.ends else ""}
    span = _("From %(since)s until %(until)s") if row.ends else _("Since %(since)s")
    checked = names.get(row.checked_by_id or 0, "")
    return {
        "id": row.id,
        "name": names.get(row.user_id, ""),
        "authority": AUTHORITIES.get(row.authority, str(row.authority)),
        "covers": COVERS[row.covers],
        "span": span % told,
        "reference": row.reference or _("No reference was recorded."),
        "checked": checked or _("Nobody recorded having seen the document."),
        "now": now,
    }
