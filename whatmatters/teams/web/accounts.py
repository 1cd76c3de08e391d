"""The account by which a worker signs in: joined, and parted."""

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.frontend.forms import PageForm
from whatmatters.teams.services.accounts import join_account, part_account
from whatmatters.teams.web.lists import KEEP, found_worker
from whatmatters.teams.web.pages import form_page

JOIN = gettext_lazy("Join an account to a worker")
PART = gettext_lazy("Part an account from a worker")


class AccountForm(PageForm):
    """Both names of an account that is there already."""

    username = forms.CharField(
        label=gettext_lazy("User name of the account"),
        help_text=gettext_lazy("The name that they sign in by, exactly. They can tell you."),
        max_length=150,
    )
    account_name = forms.CharField(
        label=gettext_lazy("Name on the account"),
        help_text=gettext_lazy("First name and surname. Both have to be right."),
        max_length=200,
    )


@permitted_council(KEEP, post=KEEP, called=JOIN)
def worker_account(request: Asked, at_work_id: int) -> HttpResponse:
    """Nobody is offered: both names are typed."""
    one = found_worker(request, at_work_id)
    form = AccountForm(sent(request))

    def verb() -> int:
        told = form.cleaned_data
        return join_account(
            by=request.actor,
            at=request.at,
            on=request.today,
            worker_id=at_work_id,
            username=told["username"],
            account_name=told["account_name"],
        )

    lead = _(
        "Whoever signs in by it is %(name)s to the program: it shows them their own team’s day "
        "and their own figures. Your administrator makes the account."
    ) % {"name": one.name}
    return form_page(request, form, verb, (JOIN, lead), at_work_id)


@permitted_council(KEEP, post=KEEP, called=PART)
def worker_part(request: Asked, at_work_id: int) -> HttpResponse:
    """The account stays; it is this worker's no longer."""
    one = found_worker(request, at_work_id)
    form = PageForm(sent(request))

    def verb() -> int:
        return part_account(by=request.actor, at=request.at, worker_id=at_work_id)

    lead = _(
        "Whoever signs in by it is %(name)s to the program no longer. The account itself stays: "
        "your administrator ends it."
    ) % {"name": one.name}
    return form_page(request, form, verb, (PART, lead), at_work_id)
