"""What the codes of figures are called: classes, depths, facts, voices, kinds, reasons."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.way_words import WAYS
from whatmatters.outcomes.queries.judged_figures import Voice
from whatmatters.rules.measures.register import Depth, Fact, MeasureClass, Span
from whatmatters.rules.outcomes import Category, DeclineReason, OutcomeKind

Words = str | Promise

CLASSES: Mapping[MeasureClass, Words] = {
    MeasureClass.LEADING: _("Leading: used to learn, never used to pay"),
    MeasureClass.PLANNING: _("Planning: what to prepare for"),
    MeasureClass.LAGGING: _("Lagging: what came of it"),
}
DEPTHS: Mapping[Depth, Words] = {
    Depth.DEPARTMENT: _("department"),
    Depth.PROVIDER: _("provider"),
    Depth.TEAM: _("team"),
    Depth.WORKER: _("worker, for herself"),
    Depth.CASE: _("one person"),
}
SPANS: Mapping[Span, Words] = {
    Span.WEEKS: _("the last 13 weeks"),
    Span.DAY: _("as things stand today"),
}
FACTS: Mapping[Fact, Words] = {
    Fact.PLAN_AGREED: _("a plan is agreed by three"),
    Fact.SAID_OFF_TRACK: _("somebody says that an outcome is off track"),
    Fact.OUTCOME_LET_GO: _("a person lets an outcome under way go"),
    Fact.JUDGED_OUTCOME_LET_GO: _("a person lets an outcome go after its review"),
    Fact.REVIEW_CONCLUDED: _("a review is concluded"),
    Fact.PLAN_ENDED_EARLY: _("a plan ends without a review: a death, a move, an exception"),
    Fact.SUPPORT_STARTED: _("support starts"),
    Fact.PROVIDER_DECLINED: _("a provider declines"),
    Fact.GAP_NOTED: _("a gap is noted with a plan"),
    Fact.RUN_RELEASED: _("a payment run is released"),
}
UNITS: Mapping[str, Words] = {
    "outcomes": _("outcomes"),
    "answers": _("answers"),
    "supports": _("supports"),
    "days": _("days"),
    "declines": _("declines"),
    "people": _("people"),
    "plans": _("plans"),
    "pence": _("pounds"),
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
MODELS: Mapping[str, Words] = {way.code: way.name for way in WAYS}
STAGES: tuple[Words, ...] = (
    _("Request to first conversation"),
    _("First conversation to agreed plan"),
    _("Agreed plan to start"),
)
CATEGORIES: Mapping[str, Words] = {
    Category.DAILY_LIFE: _("Daily life"),
    Category.HOME: _("Home"),
    Category.FOOD: _("Food"),
    Category.MOVING: _("Moving about"),
    Category.HEALTH: _("Health"),
    Category.PEOPLE: _("People close to me"),
    Category.COMMUNITY: _("Community"),
    Category.MONEY: _("Money"),
    Category.CARING: _("Caring for somebody"),
    Category.SAFETY: _("Safety"),
    Category.OTHER: _("Something else"),
}
