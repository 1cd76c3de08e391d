"""What is agreed of results: who is counted, of what, against what, and what each step pays."""

from dataclasses import asdict
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.frontend.forms import DateField, OneOf, PageForm, say_which
from whatmatters.policy.queries import defaults
from whatmatters.results.services.opening import LONGEST, MOST_PEOPLE, MOST_WEEKS
from whatmatters.results.web.groups_agreed import LONGEST_NAME, MOST_GROUPS, read_agreed
from whatmatters.results.web.words import DIRECTIONS, PERCENT, exact
from whatmatters.rules.commissioning_models import community_outcome
from whatmatters.rules.commissioning_models.community_outcome import Direction, Group

STEPS = (1, 2, 3)
DIGITS, PLACES = 11, 4
LONGEST_GROUPS = MOST_GROUPS * (LONGEST_NAME + 20)


def whole(label: Any, most: int, hint: Any = "", *, least: int = 0) -> forms.IntegerField:
    """A whole number."""
    return forms.IntegerField(label=label, help_text=hint, min_value=least, max_value=most)


def number(label: Any, most: int, hint: Any = "", *, needed: bool = True) -> forms.DecimalField:
    """A figure of the terms, kept as exact as it was typed."""
    return forms.DecimalField(
        label=label,
        help_text=hint,
        required=needed,
        min_value=0,
        max_value=most,
        max_digits=DIGITS,
        decimal_places=PLACES,
    )


class OpenForm(PageForm):
    """With whom, who pays, who is counted, against what, and what each step pays."""

    provider = forms.ChoiceField(label=gettext_lazy("Which provider"))
    reference = forms.CharField(label=gettext_lazy("Reference of the contract"), max_length=40)
    other = forms.ChoiceField(label=gettext_lazy("Who pays beside the council"), required=False)
    other_share = number(
        gettext_lazy("Their share, in per cent"),
        PERCENT,
        gettext_lazy("Empty if the council pays all."),
        needed=False,
    )
    starts = DateField(label=gettext_lazy("First day"))
    ends = DateField(
        label=gettext_lazy("Last day"),
        help_text=gettext_lazy("Leave it empty if it has no end."),
        required=False,
    )
    population = forms.CharField(
        label=gettext_lazy("Who is counted"),
        help_text=gettext_lazy(
            "Everybody of whom it is true, such as: people of 75 and over who came home from "
            "hospital to this patch. No names."
        ),
        max_length=LONGEST,
    )
    event = forms.CharField(
        label=gettext_lazy("What is counted of them"),
        help_text=gettext_lazy(
            "One thing that happened to somebody or did not, such as: was in hospital again "
            "within 91 days."
        ),
        max_length=LONGEST,
    )
    direction = OneOf(
        label=gettext_lazy("What is better?"),
        choices=[(str(one), words) for one, words in DIRECTIONS.items()],
    )
    before_people = whole(gettext_lazy("How many were counted before"), MOST_PEOPLE, least=1)
    before_events = whole(gettext_lazy("To how many of them it happened"), MOST_PEOPLE)
    groups = forms.CharField(
        label=gettext_lazy("Groups of people who are alike, if who is counted should not decide"),
        help_text=gettext_lazy(
            "One on each line: name; how many were counted before; to how many of them it "
            "happened. Such as: 85 and over; 80; 24. Together they are all who were counted "
            "before. The result is then that of people like them, so that leaving out who is hard "
            "to help brings nothing."
        ),
        required=False,
        max_length=LONGEST_GROUPS,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    weeks = whole(gettext_lazy("Weeks of a measured period"), MOST_WEEKS, least=1)
    expected = whole(
        gettext_lazy("How many people are expected in each"),
        MOST_PEOPLE,
        gettext_lazy("Of too few no result can be told from chance: then it is not signed."),
        least=1,
    )
    confidence = number(
        gettext_lazy("Confidence of the interval, in per cent"),
        PERCENT,
        gettext_lazy("Lower pays for luck more often; higher may never pay a small service."),
    )

    knowing = forms.BooleanField(
        label=gettext_lazy("I know that a step may be reached and still not be told from chance"),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        usual = Fraction(str(defaults(community_outcome.name)["confidence"]))
        kwargs["initial"] = {"confidence": exact(usual * PERCENT)}
        super().__init__(*args, **kwargs)
        for row in STEPS:
            told = {"number": row}
            rate = _("Step %(number)s: the rate to reach, in per cent") % told
            pays = _("Step %(number)s: pounds that it pays") % told
            self.fields[f"rate_{row}"] = number(rate, PERCENT, needed=row == 1)
            self.fields[f"pays_{row}"] = number(pays, 9_999_999, needed=row == 1)
        self.order_fields([*(name for name in self.fields if name != "knowing"), "knowing"])
        say_which(self)

    def clean_groups(self) -> tuple[Group, ...]:
        """None, or all who were counted before."""
        groups = read_agreed(self.cleaned_data["groups"])
        added = [sum(one) for one in zip(*((g.events, g.people) for g in groups), strict=True)]
        before = [self.cleaned_data.get(f"before_{one}") for one in ("events", "people")]
        if groups and None not in before and added != before:
            wrong = _("The groups add to %(events)s of %(people)s, not to what was counted before")
            raise forms.ValidationError(wrong % {"events": added[0], "people": added[1]})
        if len({one.name for one in groups}) < len(groups):
            raise forms.ValidationError(_("Each group needs a name of its own"))
        return groups

    def clean(self) -> dict[str, Any]:
        """Each step with both its figures, and another payer with a share."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        for row in STEPS:
            rate, pays = f"rate_{row}", f"pays_{row}"
            if rate in self.errors or pays in self.errors:
                continue
            if (told.get(rate) is None) != (told.get(pays) is None):
                wrong = _("Step %(number)s needs a rate and pounds") % {"number": row}
                self.refuse(wrong, rate if told.get(rate) is None else pays)
        if "other_share" not in self.errors and bool(told.get("other")) != bool(
            told.get("other_share")
        ):
            self.refuse(_("Another payer needs a share, and a share another payer"), "other_share")
        return told

    def funders(self, council: int) -> tuple[tuple[int, Fraction], ...]:
        """The council, and who pays beside it."""
        told = self.cleaned_data
        part = Fraction(told["other_share"] or 0) / PERCENT
        if not part:
            return ((council, Fraction(1)),)
        return ((council, 1 - part), (int(told["other"]), part))

    def terms(self) -> dict[str, object]:
        """Terms as a contract keeps them."""
        told = self.cleaned_data
        rows = ((told[f"rate_{row}"], told[f"pays_{row}"]) for row in STEPS)
        return {
            "baseline": {"events": told["before_events"], "people": told["before_people"]},
            "direction": str(Direction(told["direction"])),
            "payments": [
                {"rate": rate / Decimal(PERCENT), "pays": pays}
                for rate, pays in rows
                if rate is not None
            ],
            "confidence": told["confidence"] / Decimal(PERCENT),
            **({"groups": [asdict(one) for one in told["groups"]]} if told["groups"] else {}),
        }
