"""The form that opens an episode. A term left empty is the contract's, or the default."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.episodes.queries.episodes import MODEL
from whatmatters.episodes.services import EpisodeGiven
from whatmatters.episodes.web.words import STATES
from whatmatters.frontend.forms import DateField, MoneyField, OneOf, PageForm
from whatmatters.frontend.setting_words import explained
from whatmatters.policy.queries import settings_of
from whatmatters.rules.commissioning_models.short_term import EndState
from whatmatters.rules.money import PENCE_IN_A_POUND

# Nobody earns by a death, nor by not knowing.
EARNS = tuple(state for state in STATES if state not in (EndState.DIED, EndState.UNKNOWN))
HUNDRED = Decimal(100)
MOST_WEEKS = 12


class OpenForm(PageForm):
    """The contract and the day; then the terms; then what each end earns of the element."""

    contract = OneOf(label=_("Under which contract?"))
    starts = DateField(label=_("The first day"))
    price = MoneyField(
        label=_("How many pounds for all of its weeks?"),
        help_text=_("Leave it empty if the contract says it."),
        required=False,
    )
    weeks = forms.IntegerField(
        label=_("How many weeks?"), required=False, min_value=1, max_value=MOST_WEEKS
    )
    quality_element = MoneyField(
        label=_("How many pounds more at the follow-up, at most?"),
        help_text=_("What each end below earns of it is agreed before anybody knows the end."),
        required=False,
    )

    def __init__(
        self, data: Any = None, *, contracts: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.fields["contract"].choices = list(contracts)  # type: ignore[attr-defined]
        for one in settings_of(MODEL):
            if one.key == "weeks":
                self.fields["weeks"].help_text = explained(one, str(one.value))
        for state in EARNS:
            words = _("Percent of it: %(state)s") % {"state": STATES[state]}
            self.fields[_name(state)] = forms.DecimalField(
                label=words,
                required=False,
                min_value=0,
                max_value=100,
                decimal_places=2,
            )

    def given(self, person_id: int) -> EpisodeGiven:
        """What the service takes."""
        told: dict[str, Any] = self.cleaned_data
        pounds = {key: told[key] for key in ("price", "quality_element")}
        settings: dict[str, object] = {
            key: Decimal(pence) / PENCE_IN_A_POUND
            for key, pence in pounds.items()
            if pence is not None
        }
        if told["weeks"] is not None:
            settings["weeks"] = told["weeks"]
        shares = {str(one): told[_name(one)] for one in EARNS if told[_name(one)] is not None}
        if shares:
            settings["quality_table"] = {key: share / HUNDRED for key, share in shares.items()}
        return EpisodeGiven(person_id, int(told["contract"]), told["starts"], settings)


def _name(state: EndState) -> str:
    return f"earns_{state}"
