"""What stands in the way, and who clears it away, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.rules.switching import Doer, Obstacle

Words = str | Promise
OBSTACLES: Mapping[Obstacle, Words] = {
    Obstacle.DIED: _("This person has died."),
    Obstacle.NOTHING_RUNS: _("Nothing is paid under the old contract on the day before."),
    Obstacle.NEW_RUNS: _("The new contract pays for this person already."),
    Obstacle.CONTRACT_NOT_IN_FORCE: _("The new contract is not in force on that day."),
    Obstacle.SHE_DOES_NOT_WANT: _("This person does not want the change."),
    Obstacle.NO_CONTACT: _("Nobody is named who can be asked."),
    Obstacle.CHARGE_NOT_SAID: _("It is not known what becomes of the charge."),
    Obstacle.NOT_TOLD: _("This person was not told yet."),
    Obstacle.NOTICE_TOO_SHORT: _("There is less notice than the switch promises."),
    Obstacle.HER_YES_MISSING: _("This person has not said yes or no to the plan as it stands."),
    Obstacle.HOURS_NOT_AGREED: _("The hours a week and their price are not written down."),
    Obstacle.PLAN_RUNS_ON: _(
        "The plan that pays now runs past that day: the day after its last day is the earliest."
    ),
    Obstacle.BANK_NOT_EMPTY: _("Hours are left in the bank: they would run out with the bundle."),
    Obstacle.FUND_OPEN: _("A fund is open, or its account is not closed."),
    Obstacle.EPISODE_RUNS: _("Short-term support runs on that day."),
    Obstacle.DIRECT_PAYMENT: _("This person chose a direct payment."),
    Obstacle.TOLD_OTHERWISE: _(
        "Under the old contract something else begins later, or an end is told for a later day: "
        "put that right first."
    ),
    Obstacle.DAY_IS_PAST: _("That day is past: choose a later one."),
    Obstacle.HOURS_STILL_SAVED: _(
        "Hours can still be saved in the bank: move on the last day before, or on the day."
    ),
    Obstacle.EXCEPTION_WAITS: _("An exception waits for the council’s answer."),
}
DOERS: Mapping[Doer, Words] = {
    Doer.COMMISSIONER: _("Commissioner"),
    Doer.SOCIAL_WORKER: _("Social worker"),
    Doer.ALL_THREE: _("The person, the provider and the council"),
    Doer.PERSON: _("The person"),
    Doer.FINANCE: _("Finance officer"),
}
