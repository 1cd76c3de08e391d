"""The product's addresses, and the pages that show every part of the frontend."""

from datetime import date

from django import forms
from django.contrib import messages
from django.shortcuts import render
from django.urls import path

from whatmatters.config import urls as product
from whatmatters.frontend.charts import Mark, Stage, Step, Ward, interval_bar, stage_bar, ward_map
from whatmatters.frontend.forms import DateField, MoneyField, OneOf, PageForm, SomeOf, WordsField
from whatmatters.frontend.navigation import Entry
from whatmatters.frontend.statement import Line, SumRow, Sums

SQUARES = [
    Ward("W1", "Nefyn", "M20 20H200V160H20Z", 0),
    Ward("W2", "Abersoch", "M200 20H380V160H200Z", 1),
    Ward("W3", "Pen draw Llŷn", "M20 160H200V300H20Z", 2),
    Ward("W4", "Aberdyfi", "M200 160H380V300H200Z", 3),
]
STEPS = [Step("None recorded"), Step("1 or 2"), Step("3 to 5"), Step("6 or more")]


class EveryForm(PageForm):
    """One of each kind of question."""

    who = forms.CharField(label="Your name", help_text="As you like to be called")
    words = WordsField(label="What matters to you?")
    kind = OneOf([("a", "Better", "It can get better"), ("b", "Kept as it is")], label="Which?")
    several = SomeOf([("x", "Family"), ("y", "Chapel")], label="Who is there?", required=False)
    weeks = forms.IntegerField(label="Weeks")
    on = DateField(label="From which day?", help_text="For example, 22 11 2026")
    cost = MoneyField(label="What does it cost?")
    rate = forms.DecimalField(label="Hours a week")
    area = forms.ChoiceField(label="Area", choices=[("", "Choose"), ("n", "Nefyn")])
    sure = forms.BooleanField(label="I have read it to Ifan")
    secret = forms.CharField(label="Password", widget=forms.PasswordInput)


def statement() -> Line:
    """One line with its arithmetic."""
    rows = (
        SumRow("Price of the plan", "£4,391.50", "Plan P-2291, version 2"),
        SumRow("This payment", "£1,463.83", is_sum=True),
    )
    return Line(
        what="Ifan Hughes, plan P-2291",
        note="Outcome payments, days 43 to 70 of 84",
        pence=146383,
        paragraphs=("The plan’s price is spread evenly over its days.",),
        tables=(Sums("How £1,463.83 was worked out", rows),),
        is_open=True,
    )


def frame(request):
    """What access would put on every page."""
    menu = [Entry("My people", "/showcase/", True), Entry("Plans to agree", "/form/", False)]
    return {"navigation": menu, "signed_in": "Elin Morris, social worker", "demo_notice": True}


def parts(request):
    """Everything but the form."""
    messages.success(request, "The plan is agreed by all three.")
    taken = Line(
        what="Penalty, Jean Ellis",
        note="One outcome",
        pence=-18720,
        flag=("bad", "Contested: held"),
    )
    stages = [
        Stage("Request to first conversation: 6 days", 6),
        Stage("First conversation to agreed plan: 13 days", 13),
        Stage("Agreed plan to start: 15 days", 15),
    ]
    late = [Stage("Waiting: 30 days", 30), Stage("Agreeing: 31 days", 31)]
    shown = {
        "lines": [statement(), taken],
        "bar": interval_bar(value=0.74, low=0.68, high=0.79),
        "stages": stage_bar(stages, title="Days to start", summary="6, 13 and 15 days"),
        "late": stage_bar(late, title="Days to start, late", summary="30 and 31 days"),
        "map": ward_map(
            SQUARES,
            STEPS,
            title="Gaps by ward",
            summary="Most at Aberdyfi",
            marks=[Mark(290, 230, "8")],
        ),
        "day": date(2026, 11, 22),
        "first": date(2026, 10, 26),
        "words": "I want to walk to the bench.\nIf I can see the sea & <the boats>.",
    }
    return render(request, "showcase/parts.html", frame(request) | shown)


def every_form(request):
    """The form, empty or refused."""
    form = EveryForm(request.POST or None)
    ok = not form.is_bound or form.is_valid()
    shown = frame(request) | {"form": form}
    return render(request, "showcase/form.html", shown, status=200 if ok else 422)


def person(request):
    """A page for the person."""
    return render(request, "showcase/person.html", frame(request) | {"day": date(2026, 11, 24)})


def broken(request):
    """Something of ours goes wrong."""
    raise RuntimeError("as a test")


urlpatterns = [
    *product.urlpatterns,
    path("showcase/", parts),
    path("showcase/form/", every_form),
    path("showcase/person/", person),
    path("showcase/broken/", broken),
]
handler400, handler403 = product.handler400, product.handler403
handler404, handler500 = product.handler404, product.handler500
