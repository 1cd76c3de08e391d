"""She, or who keeps the account for her, tells the hours of a day, or puts a day right."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.direct_payments.queries import Bought, IntroductionFacts, bought, ever_bought
from whatmatters.direct_payments.services import buy_hours
from whatmatters.direct_payments.web.introduction_found import (
    found_introduction,
    introduction_page,
    person_of_introduction,
)
from whatmatters.frontend.forms import DateField, PageForm
from whatmatters.frontend.templatetags.wm import day
from whatmatters.people.web.one_form import ActPage
from whatmatters.rules.minutes import MINUTES_IN_A_DAY
from whatmatters.rules.permissions import Action

KEEP = Action.KEEP_DIRECT_PAYMENT
TITLE = gettext_lazy("Hours of a day")


class HoursForm(PageForm):
    """The day and its minutes."""

    on = DateField(label=gettext_lazy("On which day?"))
    minutes = forms.IntegerField(
        label=gettext_lazy("How many minutes, all of that day together?"),
        help_text=gettext_lazy("90 for an hour and a half. 0 where a day was told by mistake."),
        min_value=0,
        max_value=MINUTES_IN_A_DAY,
    )


class RightForm(HoursForm):
    """A day that was opened to be put right: which, and its revision as it was seen."""

    day = forms.DateField(widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["on"]


@permitted(KEEP, person=person_of_introduction, post=KEEP, called=TITLE)
def introduction_hours(request: Asked, introduction_id: int) -> HttpResponse:
    """The minutes of a day; with `?day=` one that is known, to be put right."""
    one = found_introduction(request, introduction_id)
    typed = sent(request)
    # A draft that was kept names the day that it is about, and what was seen of it.
    known = _known(one, (typed.get("day") if typed else None) or request.GET.get("day", ""))
    form: HoursForm
    if known is None:
        form = HoursForm(typed, initial={"on": request.today})
    else:
        told = {"day": known.on, "seen": known.revision, "minutes": known.minutes}
        form = RightForm(typed, initial=told)

    def verb() -> int:
        told = form.cleaned_data
        return buy_hours(
            by=request.actor,
            at=request.at,
            introduction_id=one.id,
            on=told["day"] if known else told["on"],
            minutes=told["minutes"],
            seen=told.get("seen", 0),
        )

    lead = _("The next run pays them, once.")
    if known is not None:
        lead = _("%(day)s. What was told before stays to be read, and the newest counts.")
        lead %= {"day": day(known.on)}
    return introduction_page(request, one, form, verb, ActPage(TITLE, lead, _("Keep these hours")))


def _known(one: IntroductionFacts, asked: object) -> Bought | None:
    try:
        on = date.fromisoformat(str(asked))
    except ValueError:
        return None
    return bought(ever_bought(one.id)).get(on)
