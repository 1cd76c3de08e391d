"""The days of a plan, and what every small form of a draft sends with it."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import DateField, PageForm
from whatmatters.outcomes.web.writing.changes import with_days
from whatmatters.rules.plans import PlanContent

FIRST_DAY, LAST_DAY, REVIEW = _("First day"), _("Last day"), _("Day of the review")


class DraftForm(PageForm):
    """`lock`: what the draft was opened with, so that two tabs cannot overwrite each other."""

    lock = forms.IntegerField(widget=forms.HiddenInput)

    def newer(self, lock: int) -> None:
        """Ask again over the newest draft, with what was typed: sent once more, it is kept."""
        assert isinstance(self.data, QueryDict)
        typed = self.data.copy()
        typed["lock"] = str(lock)
        self.data = typed

    def changed(self, content: PlanContent) -> PlanContent:
        """The content with what this form says."""
        return content

    def is_in(self, content: PlanContent) -> bool:
        """Whether the content says already what this form says: the page was sent twice."""
        return self.changed(content) == content


class WholeForm(DraftForm):
    """About the whole draft: a button that asks nothing."""

    keeps_drafts = False


class DaysForm(DraftForm):
    """First day, last day and review: the only days that a plan has."""

    starts = DateField(label=FIRST_DAY)
    ends = DateField(label=LAST_DAY)
    review_on = DateField(
        label=REVIEW, help_text=_("It never moves by itself. Nothing renews by itself.")
    )

    def changed(self, content: PlanContent) -> PlanContent:
        """The same plan on these days."""
        told = self.cleaned_data
        return with_days(content, told["starts"], told["ends"], told["review_on"])


def days_of(content: PlanContent) -> dict[str, Any]:
    """What the form starts with."""
    return {"starts": content.starts, "ends": content.ends, "review_on": content.review_on}
