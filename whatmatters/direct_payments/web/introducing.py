"""Agree on a worker whom a platform found; say from which day they are paid no more."""

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted, sent
from whatmatters.commissioning.queries import contract_facts
from whatmatters.direct_payments.queries import DirectFacts
from whatmatters.direct_payments.queries.introduced import MODEL
from whatmatters.direct_payments.services import IntroductionGiven, end_introduction, introduce
from whatmatters.direct_payments.services.introducing import LONGEST
from whatmatters.direct_payments.web.acting import direct_page
from whatmatters.direct_payments.web.found import found_direct, person_of_direct
from whatmatters.direct_payments.web.introduction_found import (
    found_introduction,
    introduction_page,
    person_of_introduction,
)
from whatmatters.frontend.forms import DateField, OneOf, PageForm
from whatmatters.people.web.one_form import ActPage
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.permissions import Action

INTRODUCE = gettext_lazy("A worker whom a platform found")
END = gettext_lazy("The last day of these hours")
MOST_POUNDS = 999
REASONS = [
    (EndReason.REPLACED, gettext_lazy("Somebody else comes, or the price is another")),
    (EndReason.NO_LONGER_NEEDED, gettext_lazy("Nothing more is needed")),
]


class IntroduceForm(PageForm):
    """Whose contract, who comes, from when, and the price of an hour."""

    contract = OneOf(label=gettext_lazy("Which platform found them?"))
    who_comes = forms.CharField(label=gettext_lazy("Who comes?"), max_length=LONGEST)
    hourly_price = forms.DecimalField(
        label=gettext_lazy("Pounds an hour, all that is paid"),
        help_text=gettext_lazy("The platform’s share is in it. Another price is agreed anew."),
        min_value=0,
        max_value=MOST_POUNDS,
        max_digits=6,
        decimal_places=2,
    )
    starts = DateField(label=gettext_lazy("From which day?"))


class EndForm(PageForm):
    """The last day and the reason."""

    on = DateField(label=gettext_lazy("The last day"))
    reason = OneOf(label=gettext_lazy("Why does it end?"), choices=REASONS)


@permitted(Action.AGREE_FUND, person=person_of_direct, post=Action.AGREE_FUND, called=INTRODUCE)
def direct_introduce(request: Asked, direct_id: int) -> HttpResponse:
    """A worker is paid from the account of her own into which the direct payment goes."""
    direct = found_direct(request, direct_id)
    form = _introduce_form(request, direct)

    def verb() -> int:
        assert form is not None
        told = form.cleaned_data
        given = IntroductionGiven(
            direct_id=direct.id,
            contract_id=int(told["contract"]),
            **{name: told[name] for name in ("who_comes", "starts", "hourly_price")},
        )
        return introduce(by=request.actor, at=request.at, given=given)

    page = ActPage(
        INTRODUCE,
        _(
            "The price of an hour is paid from the direct payment’s own account: a share of it to "
            "who brought them together, the rest to the worker. Everybody sees both."
        ),
        _("Agree on it"),
        _(
            "It needs a direct payment that runs, into an account of the person’s own, and a "
            "platform with a contract."
        ),
    )
    return direct_page(request, direct, form, verb, page)


@permitted(Action.AGREE_FUND, person=person_of_introduction, post=Action.AGREE_FUND, called=END)
def introduction_end(request: Asked, introduction_id: int) -> HttpResponse:
    """The last day that is paid."""
    one = found_introduction(request, introduction_id)
    over = one.ends is not None and one.ends < request.today
    form = None if over else EndForm(sent(request))

    def verb() -> int:
        assert form is not None
        told = form.cleaned_data
        return end_introduction(
            by=request.actor,
            at=request.at,
            introduction_id=one.id,
            on=told["on"],
            reason=EndReason(told["reason"]),
        )

    page = ActPage(
        END,
        _("It is paid still. What was paid for a later day comes back with the next run."),
        _("End it on that day"),
        _("These hours have their last day already."),
    )
    return introduction_page(request, one, form, verb, page)


def _introduce_form(request: Asked, direct: DirectFacts) -> IntroduceForm | None:
    held = [
        one
        for one in contract_facts(direct.council_id)
        if one.model == MODEL and (one.ends is None or one.ends >= request.today)
    ]
    if direct.managed or direct.ends is not None or not held:
        return None
    form = IntroduceForm(sent(request))
    names = organisation_names(one.provider_id for one in held)
    form.fields["contract"].choices = [  # type: ignore[attr-defined]
        (str(one.id), f"{names[one.provider_id]} ({one.reference})") for one in held
    ]
    return form
