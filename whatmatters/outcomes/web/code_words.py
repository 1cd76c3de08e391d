"""The codes of the case in the reader's language: one table for each kind of code."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.outcomes.queries import VersionFacts
from whatmatters.rules.lifecycles import ExceptionState, OutcomeState, PlanState
from whatmatters.rules.outcomes import (
    Achievement,
    Answer,
    Band,
    Category,
    Cause,
    Deliverer,
    EndReason,
    ExceptionReason,
    OutcomeKind,
    Party,
    Satisfaction,
)
from whatmatters.rules.people import Authority

Words = str | Promise

PARTIES: Mapping[Party, Words] = {
    Party.PERSON: _("the person"),
    Party.PROVIDER: _("the provider"),
    Party.COUNCIL: _("the council"),
}
DELIVERERS: Mapping[Deliverer, Words] = {
    Deliverer.SELF: _("Me"),
    Deliverer.TECHNOLOGY: _("Technology"),
    Deliverer.FAMILY: _("My family and friends"),
    Deliverer.THIRD_SECTOR: _("My community"),
    Deliverer.SUBCONTRACTOR: _("Support from another organisation"),
    Deliverer.PROVIDER: _("Paid support"),
}
BANDS: Mapping[Band, Words] = {
    Band.STANDARD: _("standard rate"),
    Band.SPECIALIST: _("specialist rate"),
}
ANSWERS: Mapping[Answer, Words] = {
    Answer.AGREED: _("Agreed"),
    Answer.AMENDMENT: _("Asked for a change"),
    Answer.DECLINED: _("Declined"),
}
ACHIEVEMENTS: Mapping[Achievement, Words] = {
    Achievement.ACHIEVED: _("Achieved"),
    Achievement.PARTLY: _("Partly achieved"),
    Achievement.NOT_ACHIEVED: _("Not achieved"),
    Achievement.NO_ANSWER: _("No answer"),
}
CAUSES: Mapping[Cause, Words] = {
    Cause.PROVIDER: _("The provider could have done more"),
    Cause.CIRCUMSTANCES: _("Something nobody could help"),
    Cause.PERSON: _("The person’s own choice"),
}
SATISFACTIONS: Mapping[Satisfaction, Words] = {
    Satisfaction.VERY_SATISFIED: _("Very satisfied"),
    Satisfaction.SATISFIED: _("Satisfied"),
    Satisfaction.NEITHER: _("Neither satisfied nor dissatisfied"),
    Satisfaction.DISSATISFIED: _("Dissatisfied"),
    Satisfaction.VERY_DISSATISFIED: _("Very dissatisfied"),
}
PLAN_STATES: Mapping[PlanState, Words] = {
    PlanState.DRAFT: _("Being written"),
    PlanState.PROPOSED: _("Waiting for answers"),
    PlanState.AMENDMENT_REQUESTED: _("A change was asked for"),
    PlanState.DECLINED: _("Declined"),
    PlanState.AGREED: _("Agreed"),
    PlanState.SUPERSEDED: _("Replaced by a later version"),
    PlanState.ENDED: _("Ended"),
}
TAKEN_BACK = _("Taken back by the provider")
UNFINISHED_AT_DEATH = _("Not finished when the person died")
UNFINISHED_AT_CLOSING = _("Not finished when the case was closed")
OUTCOME_STATES: Mapping[OutcomeState, Words] = {
    OutcomeState.ACTIVE: _("Under way"),
    OutcomeState.ACHIEVED: _("Achieved"),
    OutcomeState.PARTLY: _("Partly achieved"),
    OutcomeState.NOT_ACHIEVED: _("Not achieved"),
    OutcomeState.RETIRED: _("Let go by the person"),
    OutcomeState.REPLACED: _("Replaced by another outcome"),
    OutcomeState.CLOSED: _("Closed"),
}
CATEGORIES: Mapping[Category, Words] = {
    Category.DAILY_LIFE: _("Daily life"),
    Category.HOME: _("Home"),
    Category.FOOD: _("Food and drink"),
    Category.MOVING: _("Moving about"),
    Category.HEALTH: _("Health"),
    Category.PEOPLE: _("People who matter"),
    Category.COMMUNITY: _("Community"),
    Category.MONEY: _("Money"),
    Category.CARING: _("Caring for others"),
    Category.SAFETY: _("Being safe"),
    Category.OTHER: _("Something else"),
}
OUTCOME_KINDS: Mapping[OutcomeKind, Words] = {
    OutcomeKind.IMPROVEMENT: _("Improvement"),
    OutcomeKind.MAINTENANCE: _("Maintenance"),
}
EXCEPTION_REASONS: Mapping[ExceptionReason, Words] = {
    ExceptionReason.HEALTH_WORSE: _("health is worse"),
    ExceptionReason.HEALTH_BETTER: _("health is better"),
    ExceptionReason.HOSPITAL: _("a stay in hospital"),
    ExceptionReason.HOME_CHANGED: _("something changed at home"),
    ExceptionReason.CARER_CHANGED: _("something changed for a carer"),
    ExceptionReason.PERSON_CHANGED_MIND: _("the person changed their mind"),
    ExceptionReason.OTHER: _("another reason"),
}
EXCEPTION_STATES: Mapping[ExceptionState, Words] = {
    ExceptionState.RAISED: _("Waiting for the council"),
    ExceptionState.ACCEPTED: _("Accepted by the council"),
    ExceptionState.NOT_ACCEPTED: _("Not accepted by the council"),
}
AUTHORITIES: Mapping[Authority, Words] = {
    Authority.OWN: _("in their own voice"),
    Authority.SUPPORTED: _("with support to decide"),
    Authority.ATTORNEY: _("by an attorney"),
    Authority.DEPUTY: _("by a deputy"),
    Authority.BEST_INTERESTS: _("as a best interests decision"),
    Authority.URGENT_DUTY: _("under the urgent duty"),
}


def state_words(facts: VersionFacts) -> str:
    """Where a version stands; one that was taken back, or closed with a case, was not replaced."""
    if facts.withdrawn_on:
        return str(TAKEN_BACK)
    if facts.closed_why:
        died = facts.closed_why == EndReason.DIED
        return str(UNFINISHED_AT_DEATH if died else UNFINISHED_AT_CLOSING)
    return str(PLAN_STATES[facts.state])
