"""Put a line of a fund right: another line does, and says why."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.frontend.forms import OneOf, PageForm, WordsField
from whatmatters.frontend.templatetags.wm import day, pounds
from whatmatters.funds.queries import account_lines, agreed_spends
from whatmatters.funds.services import reverse_line
from whatmatters.funds.web.acting import ActPage, act_page
from whatmatters.funds.web.found import found_fund, person_of_fund
from whatmatters.funds.web.lines_shown import line_rows
from whatmatters.rules.funds.account import LineKind
from whatmatters.rules.permissions import Action

TITLE = gettext_lazy("Put a line right")
KINDS = (LineKind.PAID_IN, LineKind.SPENT)


class RightForm(PageForm):
    """Which line, and why."""

    line = OneOf(label=gettext_lazy("Which line is wrong?"))
    why = WordsField(label=gettext_lazy("What was wrong?"), rows=2)


@permitted(Action.KEEP_FUND, person=person_of_fund, post=Action.KEEP_FUND, called=TITLE)
def fund_reverse(request: Asked, fund_id: int) -> HttpResponse:
    """The wrong line stays to be read; what is right is written down anew."""
    fund = found_fund(request, fund_id)
    lines = account_lines([fund.id])
    open_ones = {line.place: line.id for line in lines if line.counts and line.kind in KINDS}
    form = RightForm(sent(request)) if open_ones and not fund.closed else None
    if form is not None:
        rows = line_rows(lines, agreed_spends(fund.id))
        form.fields["line"].choices = [  # type: ignore[attr-defined]
            (
                str(open_ones[row.number]),
                f"{row.number}. {day(row.on)}, {row.said or row.what}: "
                f"{pounds(row.paid_in or row.paid_out)}",
            )
            for row in reversed(rows)
            if row.number in open_ones
        ]

    def verb() -> int:
        assert form is not None
        told = form.cleaned_data
        line, why = int(told["line"]), told["why"]
        reverse_line(by=request.actor, at=request.at, line_id=line, why=why)
        return fund.id

    page = ActPage(
        TITLE,
        _(
            "No line is changed. Another line takes it back and says why; then write down what is "
            "right."
        ),
        _("Put it right"),
        _("There is no line here that could be put right."),
    )
    return act_page(request, fund, form, verb, page)
