"""Look at the account: what stands there, so that what is too much goes back."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.direct_payments.queries import direct_terms, record_of
from whatmatters.direct_payments.services import look_at
from whatmatters.direct_payments.web.acting import direct_page
from whatmatters.direct_payments.web.found import found_direct, person_of_direct
from whatmatters.frontend.forms import DateField, MoneyField, PageForm
from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.people.web.one_form import ActPage
from whatmatters.rules.direct_payments import owed_on
from whatmatters.rules.permissions import Action

TITLE = gettext_lazy("Look at the account")


class LookForm(PageForm):
    """The day, and what stood there."""

    on = DateField(label=gettext_lazy("On which day?"))
    balance = MoneyField(
        label=gettext_lazy("How many pounds stood in the account?"),
        help_text=gettext_lazy("As the bank’s statement says."),
    )


@permitted(Action.AGREE_FUND, person=person_of_direct, post=Action.AGREE_FUND, called=TITLE)
def direct_look(request: Asked, direct_id: int) -> HttpResponse:
    """What may stand there is told before anything is kept."""
    direct = found_direct(request, direct_id)
    form = LookForm(sent(request), initial={"on": request.today}) if direct.began else None

    def verb() -> int:
        assert form is not None
        told = form.cleaned_data
        look_at(
            by=request.actor,
            at=request.at,
            direct_id=direct.id,
            on=told["on"],
            balance=told["balance"],
        )
        return direct.id

    terms = direct_terms(direct.council_id, direct.id).terms
    lines = (one.written for one in record_of(direct.id) if one.counts)
    told = {"owed": pounds(owed_on(lines, request.today)), "weeks": terms.surplus_weeks}
    page = ActPage(
        TITLE,
        _(
            "The record says that %(owed)s is owed today. Beyond that, %(weeks)s weeks of money "
            "may stand there; what is more goes back with the next run. After the end all of it "
            "does."
        )
        % told,
        _("Keep what stood there"),
        _("This direct payment never began."),
    )
    return direct_page(request, direct, form, verb, page)
