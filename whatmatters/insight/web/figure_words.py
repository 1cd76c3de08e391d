"""What each figure is called, what it counts, and how: words by the ids of the register."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True, slots=True)
class FigureWords:
    """A figure's name, its count, what is above and below, and how.

    The count is of a share: "%(n)s of %(d)s …"; "" for what is told in a table.
    """

    name: Words
    counted: Words
    numerator: Words
    denominator: Words
    how: Words


FIGURES: Mapping[str, FigureWords] = {
    "outcomes_on_track": FigureWords(
        _("Outcomes under way that nobody has called off track"),
        _("%(n)s of %(d)s outcomes in plans in force"),
        _("outcomes under way that none of the three has called off track since the plan began"),
        _("outcomes under way in plans in force"),
        _(
            "Every outcome under way in a plan in force today, once. It is off track when the "
            "person, the provider or the council has recorded so since the plan began."
        ),
    ),
    "outcomes_achieved": FigureWords(
        _("My outcome was wholly achieved, in my own judgement"),
        _("%(n)s of %(d)s outcomes that people answered for themselves"),
        _("outcomes that the person says were wholly achieved"),
        _("outcomes of reviews concluded in these weeks that the person answered for herself"),
        _(
            "Outcomes of reviews concluded in these weeks. What somebody else said on the "
            "person’s behalf is left out, and so are outcomes that the person let go."
        ),
    ),
    "satisfied": FigureWords(
        _("I am satisfied with the support"),
        _("%(n)s of %(d)s people’s own answers"),
        _("answers “satisfied” or “very satisfied”, given by the person"),
        _("answers about the support, given by the person in reviews concluded in these weeks"),
        _(
            "Satisfied or very satisfied, of the answers given in reviews concluded in these "
            "weeks. It is asked apart from what was achieved."
        ),
    ),
    "in_control": FigureWords(
        _("I feel in control of my care and my day"),
        _("%(n)s of %(d)s people’s own answers"),
        _("answers “as much control as I want” or “enough control”, given by the person"),
        _("answers given by the person in these weeks, the newest of each period of support"),
        _(
            "It is asked once in each period of support, and answered by the person or left. What "
            "was said or written down for the person is left out, and so is “I would rather not "
            "say”. The steps are our own words: do not compare them with published figures."
        ),
    ),
    "started_in_time": FigureWords(
        _("Support that started within six weeks"),
        _("%(n)s of %(d)s supports that started"),
        _("supports that started within six weeks of the request"),
        _("supports that started in these weeks"),
        _(
            "From the day of the request to the first day of support, for supports that started "
            "in these weeks. Six weeks is what the sources report of time and task."
        ),
    ),
    "days_to_start": FigureWords(
        _("Days from request to start, and where they went"),
        "",
        _("days from request to start: the middle one, and the average of each step"),
        _("supports that started in these weeks"),
        _(
            "Half of the supports took less than the middle one and half took more. The steps are "
            "averages: to the first conversation, to the agreed plan, to the start. Support that "
            "could not wait for an agreement has no days after it."
        ),
    ),
    "declines": FigureWords(
        _("Why providers declined"),
        "",
        _("times that a provider declined, by its reason"),
        _("times that a provider declined in these weeks"),
        _("Each decline once, by the reason that the provider gave."),
    ),
    "gaps": FigureWords(
        _("What people wanted, and the area did not have"),
        "",
        _("people who missed something, by ward and by thing"),
        _("gaps noted with plans in these weeks"),
        _(
            "What a plan needed and the area does not have, as it was noted with the plan, in the "
            "ward where the person lives. A count and not a rate: places with more plans can show "
            "more gaps."
        ),
    ),
    "reviews_late": FigureWords(
        _("Plans past their last day, with the review late"),
        _("%(n)s of %(d)s plans in force"),
        _("plans past their last day whose review is not concluded"),
        _("plans in force"),
        _(
            "Plans in force today whose last day has passed and whose review is not concluded. "
            "Nothing renews by itself, and support goes on meanwhile."
        ),
    ),
    "outcomes_found": FigureWords(
        _("Outcomes that the council found wholly achieved"),
        _("%(n)s of %(d)s outcomes"),
        _("outcomes that the council found wholly achieved"),
        _("outcomes found in reviews concluded in these weeks"),
        _("The council’s findings in reviews concluded in these weeks. Payment rests on these."),
    ),
    "voices": FigureWords(
        _("Outcomes wholly achieved, in three voices"),
        "",
        _("outcomes wholly achieved, by kind, in each voice and in the finding"),
        _("outcomes that each answered in reviews concluded in these weeks"),
        _(
            "What the person, the provider and the council each answered without seeing the "
            "others, and what the council then found. No answer is counted neither way."
        ),
    ),
    "cost_per_outcome": FigureWords(
        _("Cost of each outcome achieved"),
        "",
        _(
            "agreed prices of the plans reviewed in these weeks, each shared equally among the "
            "outcomes judged in it"
        ),
        _("outcomes that the council found wholly achieved in them"),
        _(
            "The agreed price of a plan, which is not what has been paid so far: a plan is still "
            "being paid when it is judged. What was spent on outcomes that were not achieved is in "
            "the cost of those that were. The interval is Fieller’s for a ratio, worked from "
            "plans; where it has no end, there are too few to tell. Plans that are paid as a block "
            "have no price: they are left out, and how many is said."
        ),
    ),
    "spend": FigureWords(
        _("What was paid"),
        "",
        _("paid by released runs, by commissioning model"),
        _("agreements paid in runs whose four weeks began in these weeks"),
        _(
            "A run counts where its four weeks began in these weeks. Held penalties are left out: "
            "they were not paid."
        ),
    ),
}
