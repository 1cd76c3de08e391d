"""What is asked before a plan can be written: under which contract, on which days, from what."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.commissioning.queries import ContractFacts
from whatmatters.frontend.forms import DateField, OneOf, PageForm
from whatmatters.frontend.templatetags.wm import period_words
from whatmatters.outcomes.queries import VersionFacts
from whatmatters.outcomes.web.writing.day_forms import FIRST_DAY, LAST_DAY, REVIEW
from whatmatters.rules.commissioning_models import patch_block

EARLIER, EMPTY = "earlier", "empty"
IN_BLOCK = _("Paid as a block: the team is paid for the whole patch, and nothing for this plan.")


class StartForm(PageForm):
    """`earlier`: the plan that came before with the same provider, if there was one."""

    contract = OneOf(label=_("Under which contract"))
    start_from = OneOf(label=_("Where to start from"))
    starts = DateField(label=FIRST_DAY, help_text=_("Leave time for all three to answer."))
    ends = DateField(label=LAST_DAY)
    review_on = DateField(
        label=REVIEW, help_text=_("It never moves by itself. Nothing renews by itself.")
    )

    def __init__(
        self,
        *args: Any,
        contracts: Sequence[ContractFacts],
        earlier: VersionFacts | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._choose("contract", [(str(held.id), held.reference) for held in contracts])
        self.fields["contract"].hints = {  # type: ignore[attr-defined]
            str(held.id): IN_BLOCK for held in contracts if held.model == patch_block.name
        }
        if earlier is None:
            del self.fields["start_from"]
            return
        dates = {"dates": period_words(earlier.starts, earlier.ends)}
        said = _("From what the plan of %(dates)s says") % dates
        self._choose("start_from", [(EARLIER, said), (EMPTY, _("From an empty page"))])
        self.fields["starts"].initial = earlier.ends + timedelta(days=1)

    def _choose(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
        field.initial = choices[0][0] if choices else None
