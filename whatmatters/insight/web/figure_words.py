"""What each measure is called, what it counts, and how: words by the ids of the register."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.outcomes.queries.judged_figures import Voice
from whatmatters.rules.outcomes import DeclineReason, OutcomeKind

Words = str | Promise


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """A measure's name, its count ("%(n)s of %(d)s …"), and how it is counted."""

    name: Words
    counted: Words
    how: Words


MEASURES: Mapping[str, MeasureWords] = {
    "outcomes_on_track": MeasureWords(
        _("Outcomes under way that nobody has called off track"),
        _("%(n)s of %(d)s outcomes in plans in force"),
        _(
            "Every outcome under way in a plan in force today, once. It is off track when the "
            "person, the provider or the council has recorded so since the plan began."
        ),
    ),
    "outcomes_achieved": MeasureWords(
        _("My outcome was wholly achieved, in my own judgement"),
        _("%(n)s of %(d)s outcomes that people answered for themselves"),
        _(
            "Outcomes of reviews concluded in these weeks. What somebody else said on the "
            "person’s behalf is left out, and so are outcomes that the person let go."
        ),
    ),
    "satisfied": MeasureWords(
        _("I am satisfied with the support"),
        _("%(n)s of %(d)s people’s own answers"),
        _(
            "Satisfied or very satisfied, of the answers given in reviews concluded in these "
            "weeks. It is asked apart from what was achieved."
        ),
    ),
    "started_in_time": MeasureWords(
        _("Support that started within six weeks"),
        _("%(n)s of %(d)s supports that started"),
        _(
            "From the day of the request to the first day of support, for supports that started "
            "in these weeks. Six weeks is what the sources report of time and task."
        ),
    ),
    "reviews_late": MeasureWords(
        _("Plans past their last day, with the review late"),
        _("%(n)s of %(d)s plans in force"),
        _(
            "Plans in force today whose last day has passed and whose review is not concluded. "
            "Nothing renews by itself, and support goes on meanwhile."
        ),
    ),
    "outcomes_found": MeasureWords(
        _("Outcomes that the council found wholly achieved"),
        _("%(n)s of %(d)s outcomes"),
        _("The council’s findings in reviews concluded in these weeks. Payment rests on these."),
    ),
}

VOICES: Mapping[Voice, Words] = {
    Voice.PERSON: _("The person says"),
    Voice.PROVIDER: _("The provider says"),
    Voice.COUNCIL: _("The council says"),
    Voice.FINDING: _("The council found"),
}
KINDS: Mapping[OutcomeKind, Words] = {
    OutcomeKind.IMPROVEMENT: _("Getting better at something"),
    OutcomeKind.MAINTENANCE: _("Keeping something"),
}
REASONS: Mapping[str, Words] = {
    DeclineReason.NO_CAPACITY: _("No capacity"),
    DeclineReason.TOO_FAR: _("Too far away"),
    DeclineReason.SKILLS: _("The skills were missing"),
    DeclineReason.LANGUAGE: _("Nobody who speaks the language"),
    DeclineReason.OTHER: _("Another reason"),
}
MODELS: Mapping[str, Words] = {
    "time_and_task": _("Time and task"),
    "outcome_payments": _("Outcome payments"),
}
