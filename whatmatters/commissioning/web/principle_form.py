"""The own body's view of a service by the six principles, begun from what it said before."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.services import take_once
from whatmatters.access.web import Asked, permitted_council, sent, status
from whatmatters.commissioning.queries.principles import Told, ViewFacts, newest, views
from whatmatters.commissioning.services.principles import LONGEST, score_service
from whatmatters.commissioning.web.principle_words import ASKED, LEVELS, NAMES, refused
from whatmatters.commissioning.web.principles import found_service
from whatmatters.frontend.forms import OneOf, PageForm, WordsField
from whatmatters.rules.permissions import Action
from whatmatters.rules.principles import Level, Principle
from whatmatters.rules.refusals import Refusal

SCORE = gettext_lazy("Say how it goes by the six principles")


class PrinciplesForm(PageForm):
    """Of each principle the level, and what it is seen by; `seen` is the view it was begun from."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any, before: ViewFacts | None) -> None:
        super().__init__(data, initial={"seen": before.number if before else 0})
        for one in Principle:
            told = before.told[one] if before else None
            self.fields[str(one)] = OneOf(
                label=NAMES[one],
                help_text=ASKED[one],
                choices=[(str(level), words) for level, words in LEVELS.items()],
                initial=str(told.level) if told else None,
            )
            self.fields[f"{one}_evidence"] = WordsField(
                label=_("%(name)s: what do you see it by?") % {"name": NAMES[one]},
                max_length=LONGEST,
                initial=told.evidence if told else "",
                rows=3,
            )

    def told(self) -> dict[Principle, Told]:
        """What was answered."""
        answers = self.cleaned_data
        return {
            one: Told(Level(answers[str(one)]), answers[f"{one}_evidence"]) for one in Principle
        }


@permitted_council(Action.SCORE_PRINCIPLES, post=Action.SCORE_PRINCIPLES, called=SCORE)
def principles_score(request: Asked, contract_id: int) -> HttpResponse:
    """All six together; what was said before stays to be compared with."""
    one = found_service(request, contract_id, Action.SCORE_PRINCIPLES)
    ever = views(request.actor.council_id, [one.id]).get(one.id, ())
    before = newest(ever).get(request.actor.organisation_id or 0)
    form = PrinciplesForm(sent(request), before)
    if form.is_valid():

        def verb() -> int:
            return score_service(
                by=request.actor,
                at=request.at,
                contract_id=one.id,
                told=form.told(),
                seen=form.cleaned_data["seen"],
            )

        token = form.cleaned_data["form_token"]
        try:
            take_once(by=request.actor, at=request.at, token=token, verb=verb)
        except Refusal as refusal:
            field = str(refusal.params.get("field", ""))
            form.refuse(refused(refusal), field if field in form.fields else None)
        else:
            messages.success(request, _("This is kept."))
            return redirect("principles", contract_id=one.id)
    context = {"form": form, "one": one, "title": SCORE}
    return render(request, "commissioning/principle_form.html", context, status=status(request))
