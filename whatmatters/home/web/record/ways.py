"""What a reader may do from a record, section by section: one or two things each."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.queries import Sight
from whatmatters.frontend.templatetags.wm import day
from whatmatters.home.queries.record import RecordRead
from whatmatters.outcomes.queries import VersionFacts, referrals_of
from whatmatters.outcomes.web.plans.acts import Act
from whatmatters.outcomes.web.speaking import is_own
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.permissions import Action
from whatmatters.rules.way_in import OVER

REVIEWED = (PlanState.AGREED, PlanState.ENDED)


def ways(read: RecordRead, sight: Sight, on: date) -> Mapping[str, tuple[Act, ...]]:
    """Acts by the section in which they stand; of somebody who has died, none."""
    if read.person.died_on:
        return {}
    return {
        "way_in": tuple(_way_in(read, sight, on)),
        "who": tuple(_who(read, sight)),
        "matters": tuple(_matters(read, sight)),
        "outcomes": tuple(_outcomes(read, sight)),
    }


def _way_in(read: RecordRead, sight: Sight, on: date) -> Iterator[Act]:
    """The open request, or a new one; eligibility while there is no plan; then the two routes."""
    person_id, actions = read.person.id, sight.actions
    held = (
        referrals_of(person_id, council_id=read.person.council_id)
        if Action.ROUTE_REFERRAL in actions
        else ()
    )
    mine = sight.provider_id
    under_way = [path for path in held if path.now not in OVER]
    for path in under_way:
        if mine is None or any(step.owner_id == mine for step in path.steps):
            words = _("The request of %(day)s, step by step") % {"day": day(path.on)}
            yield Act(words, reverse("referral", args=[path.referral_id]))
    if Action.RECORD_REQUEST in actions and not under_way:
        own = is_own(sight)
        words = _("Ask for support") if own else _("Write down what they ask for")
        yield Act(words, reverse("request_new", args=[person_id]))
    if Action.DECIDE_ELIGIBILITY in actions and read.plan is None:
        yield Act(_("Decide eligibility"), reverse("eligibility", args=[person_id]))
    if read.plan and Action.CHOOSE_ROUTE in actions and _is_reviewed(read.plan, on):
        yield Act(_("Two routes after this plan"), reverse("plan_routes", args=[read.plan.id]))


def _is_reviewed(plan: VersionFacts, on: date) -> bool:
    """Whether a plan has come to its review."""
    return plan.state in REVIEWED and on >= min(plan.review_on, plan.ends)


def _who(read: RecordRead, sight: Sight) -> Iterator[Act]:
    if Action.WRITE_PROFILE in sight.actions:
        words = _("Write who I am") if is_own(sight) else _("Write the one-page profile")
        yield Act(words, reverse("profile_write", args=[read.person.id]))
    if Action.CORRECT_PERSON in sight.actions:
        words = _("Put name, birthday, language or home right")
        yield Act(words, reverse("person_correct", args=[read.person.id]))


def _matters(read: RecordRead, sight: Sight) -> Iterator[Act]:
    if Action.RECORD_CONVERSATION not in sight.actions:
        return
    own = is_own(sight)
    words = _("Add what I want to say") if own else _("Start a conversation")
    yield Act(words, reverse("conversation_new", args=[read.person.id]))
    if read.conversations and not own:
        newest = read.conversations[0]
        yield Act(
            _("Add to the newest conversation"), reverse("conversation_add", args=[newest.id])
        )


def _outcomes(read: RecordRead, sight: Sight) -> Iterator[Act]:
    if Action.RECORD_OUTCOME in sight.actions:
        yield Act(_("Set an outcome"), reverse("outcome_new", args=[read.person.id]))
