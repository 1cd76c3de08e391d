"""Those who work elsewhere, seated in the world of the walk: what she shares with their bodies."""

from tests.fixtures.case import STARTS, Case, moment
from whatmatters.access.services import OrganisationGiven, add_organisations
from whatmatters.rules.roles import OrganisationKind
from whatmatters.trust.models import Consent

# What can be shared with family, each on its own.
TOPICS = (
    *("profile", "conversations", "outcomes", "plan", "timeline", "judgements"),
    *("visits", "money", "charges"),
)
# What of it with an organisation.
USUAL = ("profile", "conversations", "outcomes", "timeline")
# Seated as well, and asked only about what they must not: each has a typed set of actions in
# tests/rules/test_roles_outside.py.
SEATED = (
    "regulator:council",
    "planner:council",
    "evaluator:council",
    "coordinator:provider",
    "health_commissioner:health",
    "nurse:health",
    "therapist:health",
    "gp:health",
    "volunteer_coordinator:volunteers",
    "housing_officer:housing",
)


def bodies_elsewhere(case: Case, person_id: object) -> dict[str, int]:
    """A health board, volunteers and a housing body, with each of which she shares all she may."""
    told = {
        "health": (OrganisationKind.HEALTH_BOARD, (*USUAL, "visits")),
        "volunteers": (OrganisationKind.THIRD_SECTOR, USUAL),
        "housing": (OrganisationKind.HOUSING, ("profile",)),
    }
    given = [OrganisationGiven(kind, name, name) for name, (kind, _topics) in told.items()]
    made = add_organisations(by=case.system, at=moment(STARTS), organisations=given)
    written = {"council_id": case.council_id, "by_id": case.system.user_id, "at": moment(STARTS)}
    for body, (_kind, topics) in zip(made, told.values(), strict=True):
        columns = {"person_id": person_id, "organisation_id": body, "starts": STARTS, **written}
        for topic in topics:
            Consent.objects.create(topic=topic, how="own_words", **columns)
    return dict(zip(told, made, strict=True))
