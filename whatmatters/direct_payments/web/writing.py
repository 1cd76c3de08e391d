"""The light record: one short form, and nothing to prove beforehand (R-DP-04)."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.direct_payments.queries import DirectFacts, record_of
from whatmatters.direct_payments.services import LineGiven, strike_line, write_line
from whatmatters.direct_payments.web.acting import direct_page
from whatmatters.direct_payments.web.found import found_direct, person_of_direct
from whatmatters.direct_payments.web.words import KINDS, OWED
from whatmatters.frontend.forms import DateField, MoneyField, OneOf, PageForm, WordsField
from whatmatters.frontend.templatetags.wm import day, pounds
from whatmatters.outcomes.queries import outcomes_of
from whatmatters.people.web.one_form import ActPage
from whatmatters.rules.direct_payments import OwedFor, RecordKind
from whatmatters.rules.permissions import Action

WRITE = gettext_lazy("Write down what was spent or is owed")
STRIKE = gettext_lazy("Strike a line out")


class LineForm(PageForm):
    """Spent or owed, the day, how much, what; then what it is owed for, and which outcome."""

    kind = OneOf(label=gettext_lazy("What is it?"), choices=list(KINDS.items()))
    on = DateField(label=gettext_lazy("On which day?"))
    pence = MoneyField(label=gettext_lazy("How many pounds?"))
    what = WordsField(label=gettext_lazy("What for?"), rows=2)
    owed_for = OneOf(
        label=gettext_lazy("If it is owed: what is it owed for?"),
        choices=list(OWED.items()),
        required=False,
    )
    outcome = OneOf(label=gettext_lazy("Which outcome does it serve, if any?"), required=False)

    def given(self, direct_id: int) -> LineGiven:
        """What the service takes."""
        told: dict[str, Any] = self.cleaned_data
        return LineGiven(
            direct_id,
            RecordKind(told["kind"]),
            told["on"],
            told["pence"],
            told["what"],
            OwedFor(told["owed_for"]) if told["owed_for"] else None,
            int(told["outcome"]) if told["outcome"] else None,
        )


class StrikeForm(PageForm):
    """Which line."""

    line = OneOf(label=gettext_lazy("Which line?"))


@permitted(
    Action.KEEP_DIRECT_PAYMENT,
    person=person_of_direct,
    post=Action.KEEP_DIRECT_PAYMENT,
    called=WRITE,
)
def direct_write(request: Asked, direct_id: int) -> HttpResponse:
    """A line in own words."""
    direct = found_direct(request, direct_id)
    form = _line_form(request, direct) if direct.began else None

    def verb() -> int:
        assert form is not None
        return write_line(by=request.actor, at=request.at, given=form.given(direct.id))

    page = ActPage(
        WRITE,
        _("A few words are enough. Receipts are kept at home, for six years."),
        _("Write it down"),
        _("This direct payment never began."),
    )
    return direct_page(request, direct, form, verb, page)


@permitted(
    Action.KEEP_DIRECT_PAYMENT,
    person=person_of_direct,
    post=Action.KEEP_DIRECT_PAYMENT,
    called=STRIKE,
)
def direct_strike(request: Asked, direct_id: int) -> HttpResponse:
    """A line that was wrong, or what was owed and has been paid."""
    direct = found_direct(request, direct_id)
    form = _strike_form(request, direct)

    def verb() -> int:
        assert form is not None
        strike_line(by=request.actor, at=request.at, line_id=int(form.cleaned_data["line"]))
        return direct.id

    page = ActPage(
        STRIKE,
        _("A line that was wrong, or what was owed and has been paid. It stays to be read."),
        _("Strike it out"),
        _("There is no line here that could be struck out."),
    )
    return direct_page(request, direct, form, verb, page)


def _line_form(request: Asked, direct: DirectFacts) -> LineForm:
    form = LineForm(sent(request), initial={"on": request.today})
    held = outcomes_of([direct.person_id]).get(direct.person_id, ())
    sees = Action.SEE_OUTCOMES in request.sight.actions
    choices = [(str(one.id), one.statement) for one in held if one.retired_on is None]
    if sees and choices:
        form.fields["outcome"].choices = choices  # type: ignore[attr-defined]
    else:
        form.fields["outcome"].choices = []  # type: ignore[attr-defined]
    return form


def _strike_form(request: Asked, direct: DirectFacts) -> StrikeForm | None:
    lines = [one for one in record_of(direct.id) if one.counts]
    if not lines and request.method != "POST":
        return None
    form = StrikeForm(sent(request))
    form.fields["line"].choices = [  # type: ignore[attr-defined]
        (str(one.id), f"{day(one.on)}: {pounds(one.pence)}, {one.what}") for one in lines
    ]
    return form
