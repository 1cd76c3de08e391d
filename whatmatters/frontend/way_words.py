"""What each way of paying is called, and what it pays for, in one sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Way:
    """A way of paying by its code, as a page names it."""

    code: str
    name: str | Promise
    about: str | Promise


WAYS = (
    Way("time_and_task", _("Time and task"), _("Pays the planned minutes of visits.")),
    Way(
        "outcome_payments",
        _("Outcome payments"),
        _("Pays a plan’s price; an outcome missed through the provider costs it."),
    ),
    Way(
        "bundled_hours",
        _("Bundled hours"),
        _("Pays a bundle of hours that the person uses as she likes."),
    ),
    Way("patch_block", _("Patch block"), _("Pays a team for everybody in an area, by the year.")),
    Way(
        "shift_split",
        _("Shift split"),
        _("Shares the cost of whole shifts between social care and the NHS."),
    ),
    Way(
        "individual_service_fund",
        _("Individual service fund"),
        _("A budget that somebody of her choice holds for one person."),
    ),
    Way("direct_payment", _("Direct payment"), _("Pays the person, who buys her support herself.")),
    Way(
        "short_term",
        _("Short-term support"),
        _("Pays a few weeks that have an end, and a part for how they ended."),
    ),
    Way(
        "introductory_agency",
        _("Introductory agency"),
        _("The person pays a worker, and a share of it to who brought them together."),
    ),
    Way(
        "community_outcome",
        _("Community outcome"),
        _("Pays when fewer people of an area need help, or more of them do well."),
    ),
)
WAY_NAMES: Mapping[str, str | Promise] = {way.code: way.name for way in WAYS}
