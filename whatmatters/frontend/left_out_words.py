"""What a run could not assess, why, and what to do, in the reader's language.

Once for pages and commands, as a statement's words are.
"""

from collections.abc import Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from whatmatters.rules.lifecycles import LeftOutPart


def what_waits(part: LeftOutPart) -> str:
    """What of the agreement is not in the run."""
    if part is LeftOutPart.JUDGEMENT:
        return _(
            "Its judgement is not in this run: no penalty is taken and nothing held back is "
            "released. Its instalments are paid as ever."
        )
    if part is LeftOutPart.REVIEW:
        return _(
            "That review is not in this run: nothing goes back and nothing more is paid for it. "
            "What is paid on account is paid as ever."
        )
    return _("Nothing of this agreement is in this run.")


def why_left_out(code: str, told: Mapping[str, str]) -> str:
    """The reason, as a sentence."""
    if code == "beyond_holiday_table":
        return _(
            "A penalty counts working days, and the table of bank holidays ends on %(until)s."
        ) % {"until": date_format(date.fromisoformat(told["until"]))}
    if code == "days_not_recorded":
        first, last = (date_format(date.fromisoformat(told[one])) for one in ("first", "last"))
        return _("Nobody recorded the days of the review from %(first)s to %(last)s.") % {
            "first": first,
            "last": last,
        }
    if code == "shift_without_rate":
        return _(
            "Shift “%(reference)s” of %(on)s has no rate: the terms of that day do not know the "
            "tier “%(tier)s”. Shifts without a rate: %(count)s."
        ) % {**told, "on": date_format(date.fromisoformat(told["on"]))}
    if code == "problems":
        return _("Its terms cannot be assessed: %(problems)s.") % {"problems": told["problems"]}
    figures = ", ".join(f"{key} {value}" for key, value in told.items())
    return f"{code}: {figures}" if figures else code


def what_to_do(code: str) -> str:
    """What mends it, and what happens then."""
    if code == "beyond_holiday_table":
        return _(
            "A newer version of this program brings the later years of the table (gov.uk). "
            "The next run after that adds what is due here, as a dated line."
        )
    if code == "days_not_recorded":
        return _(
            "The provider records the days of the bundle, with 0 where nobody came. The next run "
            "after that settles the review, as a dated line."
        )
    return _(
        "Once it is put right, the next run adds what is due here, as a dated line. Until then "
        "each run tries again."
    )
