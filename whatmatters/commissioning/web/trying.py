"""Terms are tried before anybody signs: a case is written, worked out, and kept by nobody."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.commissioning.queries.examples import example_case
from whatmatters.commissioning.web.tried import explained, tried, wrong
from whatmatters.frontend.forms import PageForm, WordsField
from whatmatters.frontend.way_words import WAYS
from whatmatters.limits.web.standing import way_lines
from whatmatters.policy.queries import dated_rules, with_defaults
from whatmatters.rules.case_files import assess_text
from whatmatters.rules.commissioning import Problems
from whatmatters.rules.permissions import Action

LONGEST = 100_000  # characters: a year of visits fits, and a page still opens


class CaseForm(PageForm):
    """The text of one case file."""

    case = WordsField(
        label=_("The case"),
        help_text=_("A case file: the agreement with its terms, and what is asked of it."),
        rows=24,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 24}),
    )


@permitted_council(Action.TRY_TERMS, post=Action.TRY_TERMS, called=_("Try terms"))
def try_terms(request: Asked) -> HttpResponse:
    """A case, and below it what it comes to, line by line; nothing of it becomes an agreement."""
    asked = request.GET.get("example", "")
    form = CaseForm(sent(request), initial={"case": example_case(asked)})
    context: dict[str, object] = {"form": form, "ways": WAYS, "settings": explained(asked)}
    if request.method == "POST" and form.is_valid():
        try:
            case, told = assess_text(form.cleaned_data["case"], with_defaults, dated_rules())
        except Problems as refused:
            form.refuse(
                _("This case cannot be worked out yet. What is wrong stands below."), "case"
            )
            context["wrong"] = wrong(refused.problems)
        else:
            context |= {"tried": tried(case, told), "settings": explained(case.model.name)}
            asked = case.model.name
    context["limit_lines"] = way_lines(request, [asked])
    status = 422 if form.errors else 200
    return render(request, "commissioning/try_terms.html", context, status=status)
