"""Whether a period's pay keeps the floor, and whether travel is paid for by itself."""

from fractions import Fraction

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from whatmatters.access.queries import may_in_council
from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.frontend.forms import DateField, OneOf, PageForm
from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.policy.wages import FLOORS, floor, living_wage, longest_period_days
from whatmatters.rules.effective import NothingInForce
from whatmatters.rules.permissions import Action
from whatmatters.rules.wages.period import FiguresWrong, PayPeriod, assess_pay
from whatmatters.wages.web.figures import Hours, Sum
from whatmatters.wages.web.wording import BANDS, WRONG, told

TIMES = ("contact", "travel", "waiting", "training")
SUMS = ("pay", "premium", "for_travel", "own_costs")


class PayForm(PageForm):
    """One pay period of somebody who is not named; nothing is kept but the draft."""

    starts = DateField(label=_("First day of the pay period"), help_text=_("For example, 1 6 2026"))
    ends = DateField(label=_("Last day of the pay period"))
    band = OneOf(label=_("Age on the first day"), choices=[(key, BANDS[key]) for key in FLOORS])
    contact = Hours(label=_("Hours with people"))
    travel = Hours(
        label=_("Hours of travel between visits"),
        help_text=_("Not from home to the first visit, nor from the last one home."),
        required=False,
    )
    waiting = Hours(
        label=_("Hours of waiting"),
        help_text=_("Gaps too short to be the worker’s own. A real break does not count."),
        required=False,
    )
    training = Hours(
        label=_("Hours of training and supervision"),
        help_text=_("With being told to come early."),
        required=False,
    )
    pay = Sum(
        label=_("Pay before tax, in pounds"),
        help_text=_("All of it, without money given back for miles and other costs."),
    )
    premium = Sum(
        label=_("How much of it was extra for evenings, weekends or bank holidays"),
        help_text=_("Only the part above the usual rate: the law does not count it."),
        required=False,
    )
    for_travel = Sum(
        label=_("How much of it was named as pay for travel and waiting"), required=False
    )
    own_costs = Sum(
        label=_("What the worker paid for the work and did not get back"),
        help_text=_("Fuel, uniform, a check by the police."),
        required=False,
    )

    def given(self) -> PayPeriod:
        """The facts; the form is valid."""
        told = self.cleaned_data
        times = {name: Hours().minutes(told[name]) for name in TIMES}
        return PayPeriod(
            told["starts"], told["ends"], **times, **{name: told[name] for name in SUMS}
        )


@permitted_council(Action.CHECK_PAY, post=Action.CHECK_PAY, called=_("Check pay"))
def wage_check(request: Asked) -> HttpResponse:
    """A period of pay tried; nobody's name is asked and nothing is kept."""
    form = PayForm(sent(request))
    may_try = may_in_council(request.actor, Action.TRY_TERMS)
    context: dict[str, object] = {"form": form, "may_try": may_try}
    if request.method == "POST" and form.is_valid():
        try:
            context["result"] = _worked(form)
        except FiguresWrong as wrong:
            form.refuse(WRONG[wrong.why], wrong.field)
        except NothingInForce:
            form.refuse(_("No minimum wage is known here for that day"), "starts")
    return render(request, "wages/check.html", context, status=422 if form.errors else 200)


def _worked(form: PayForm) -> dict[str, object]:
    period = form.given()
    rate = floor(form.cleaned_data["band"], period.starts)
    found = assess_pay(period, floor=rate.pounds, most_days=longest_period_days())
    try:
        living = living_wage(period.starts)
    except NothingInForce:
        living = None
    return {
        "hours": f"{found.minutes // 60}:{found.minutes % 60:02d}",
        "counted": pounds(found.counted),
        "hourly": told(found.hourly),
        "floor": told(Fraction(found.floor)),
        "short_by": told(found.short_by),
        "owed": pounds(found.owed),
        "meets": found.meets,
        "travel_hourly": None if found.travel_hourly is None else told(found.travel_hourly),
        "travel_is_paid": found.travel_is_paid,
        "living": living and told(Fraction(living.pounds)),
        "meets_living": living is not None and found.hourly >= Fraction(living.pounds),
        "source": rate.source,
    }
