"""What is asked about an offered plan."""

from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import OneOf, PageForm, SomeOf

ACCEPT, DECLINE = "accept", "decline"


class OfferForm(PageForm):
    """Accept the plan that is offered, or decline it."""

    keeps_drafts = False

    act = OneOf(
        label=_("Does the team accept this plan?"),
        choices=[
            (ACCEPT, _("Yes"), _("It is then the day’s plan. What people were told stays told.")),
            (DECLINE, _("No"), _("The day’s plan stays as it is.")),
        ],
    )


class RungForm(PageForm):
    """Which of the calls are done."""

    keeps_drafts = False

    rung = SomeOf(label=_("Whom have you rung?"))
