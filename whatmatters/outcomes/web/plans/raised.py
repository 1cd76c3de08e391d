"""The exceptions of a version, as its page shows them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.queries import Sight
from whatmatters.frontend.templatetags.wm import day
from whatmatters.outcomes.queries import ExceptionFacts
from whatmatters.outcomes.web.code_words import EXCEPTION_REASONS, EXCEPTION_STATES
from whatmatters.rules.lifecycles import ExceptionState
from whatmatters.rules.permissions import Action

LOOKS = {
    ExceptionState.RAISED: "must",
    ExceptionState.ACCEPTED: "good",
    ExceptionState.NOT_ACCEPTED: "plain",
}


@dataclass(frozen=True, slots=True)
class RaisedShown:
    """One exception: why, in whose words, what was answered, and where it is answered."""

    title: str
    words: str
    by: str
    flag: tuple[str, str]
    then: str
    answer_url: str


def raised(found: tuple[ExceptionFacts, ...], sight: Sight) -> tuple[RaisedShown, ...]:
    """The newest first; the words only for whoever may read the timeline or answers them."""
    return tuple(_raised(fact, sight) for fact in found)


def _raised(fact: ExceptionFacts, sight: Sight) -> RaisedShown:
    reads = {Action.SEE_TIMELINE, Action.ANSWER_EXCEPTION} & sight.actions
    waits = fact.state is ExceptionState.RAISED and Action.ANSWER_EXCEPTION in sight.actions
    told = {"name": fact.by_name, "day": day(fact.on)}
    return RaisedShown(
        title=_("Exception: %(reason)s") % {"reason": EXCEPTION_REASONS[fact.reason]},
        words=fact.words if reads else "",
        by=_("Raised by %(name)s on %(day)s.") % told,
        flag=(LOOKS[fact.state], str(EXCEPTION_STATES[fact.state])),
        then=_then(fact),
        answer_url=reverse("exception_answer", args=[fact.exception_id]) if waits else "",
    )


def _then(fact: ExceptionFacts) -> str:
    if fact.reprice_from is None:
        return ""
    told = {"day": day(fact.reprice_from)}
    return _("The plan is to be written again, priced from %(day)s.") % told
