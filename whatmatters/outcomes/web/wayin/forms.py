"""What is asked on the way in."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import DateField, OneOf, PageForm, SomeOf, WordsField
from whatmatters.outcomes.services import AskedFor, EligibilityGiven, StepTaken
from whatmatters.outcomes.web.talking.forms import SPOKEN
from whatmatters.outcomes.web.wayin.words import DECLINES, ELIGIBILITY, STEP_TAKEN
from whatmatters.policy.queries import Eligibility
from whatmatters.rules.outcomes import DeclineReason, WayInStep
from whatmatters.rules.people import Language

CHOOSE = ("", _("Choose"))


class RequestForm(PageForm):
    """What is asked for, as it was said."""

    words = WordsField(
        label=_("What are they asking for?"), help_text=_("As they said it."), rows=5
    )
    spoken = OneOf(label=_("In which language was it said?"), choices=SPOKEN)
    on = DateField(label=_("On which day did they ask?"))
    unmatched = forms.BooleanField(
        label=_("Nothing that there is here matches this"), required=False
    )

    def __init__(self, data: Any = None, *, own: bool = False, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if own:
            self.fields["words"].label = gettext("What would you like help with?")
            self.fields["words"].help_text = gettext("In your own words.")
            del self.fields["on"], self.fields["unmatched"]

    def asked(self, person_id: int, today: date) -> AskedFor:
        """The request as the service takes it."""
        told = self.cleaned_data
        return AskedFor(
            person_id,
            told.get("on") or today,
            told["words"],
            Language(told["spoken"]),
            bool(told.get("unmatched")),
        )


class StepForm(PageForm):
    """What happened next, on which day; for a decline, why."""

    on = DateField(label=_("On which day?"))

    def __init__(
        self,
        data: Any = None,
        *,
        steps: Sequence[WayInStep],
        bodies: Mapping[int, str],
        lead: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        hints = {WayInStep.ROUTED: gettext("%(lead)s leads here.") % {"lead": lead} if lead else ""}
        choices = [(str(step), STEP_TAKEN[step], hints.get(step, "")) for step in steps]
        self.fields["step"] = OneOf(label=gettext("What happened?"), choices=choices)
        if WayInStep.DECLINED in steps:
            reasons = [CHOOSE, *((str(code), words) for code, words in DECLINES.items())]
            self.fields["reason"] = forms.ChoiceField(
                label=gettext("Only for “Declined”: why?"), choices=reasons, required=False
            )
        if WayInStep.HANDED_OFF in steps:
            to = [CHOOSE, *((str(pk), name) for pk, name in bodies.items())]
            self.fields["owner"] = forms.ChoiceField(
                label=gettext("Only for “Handed on”: to whom?"), choices=to, required=False
            )
        self.order_fields(["form_token", "step", "reason", "owner", "on"])

    def clean(self) -> dict[str, Any]:
        """A decline needs its reason, and a hand-off somebody who takes it."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        step = told.get("step")
        if step == WayInStep.DECLINED and not told.get("reason"):
            self.add_error("reason", gettext("Say why it is declined"))
        if step == WayInStep.HANDED_OFF and not told.get("owner"):
            self.add_error("owner", gettext("Say who takes it on"))
        return told

    def chosen(self) -> WayInStep:
        """The step that was chosen."""
        return WayInStep(self.cleaned_data["step"])

    def taken(self, referral_id: int, owner_id: int | None) -> StepTaken:
        """The step as the service takes it. `owner_id`: whose it is where nobody is chosen."""
        told, step = self.cleaned_data, self.chosen()
        declined = step is WayInStep.DECLINED
        owner = int(told["owner"]) if step is WayInStep.HANDED_OFF else owner_id
        reason = DeclineReason(told["reason"]) if declined else None
        return StepTaken(referral_id, step, told["on"], owner, reason)


class EligibilityForm(PageForm):
    """What cannot be managed without help, by the nation's rule."""

    reason = WordsField(label=_("Why? So that they can read it"), rows=4)

    def __init__(self, data: Any = None, *, rule: Eligibility, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        choices = [
            (one.ref, ELIGIBILITY[rule.nation, one.ref])
            for one in rule.outcomes
            if (rule.nation, one.ref) in ELIGIBILITY
        ]
        self.fields["met"] = SomeOf(
            label=gettext("What can they not manage without help?"),
            choices=choices,
            required=False,
        )
        self.order_fields(["form_token", "met", "reason"])

    def given(self, person_id: int, on: date) -> EligibilityGiven:
        """The decision as the service takes it."""
        told = self.cleaned_data
        return EligibilityGiven(person_id, on, frozenset(told["met"]), told["reason"])
