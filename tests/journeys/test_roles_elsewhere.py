"""From sign-in to what they come for: those who work elsewhere, and those who read figures alone.

Several roles share a page: each is walked in one of the two languages, and one of them in both.
"""

from typing import Any

import pytest

from tests.fixtures.case import STARTS, a_case, an_actor, moment
from tests.fixtures.databases import Database
from tests.fixtures.visited import UP, a_visited_person, agree, write
from tests.journeys.walking import SEEN, walks
from whatmatters.access.services import (
    OrganisationGiven,
    add_organisations,
    mark_installation,
)
from whatmatters.rules.roles import InstallationKind, OrganisationKind, Role
from whatmatters.rules.sharing import ConsentHow, Topic
from whatmatters.trust.services import Sharing, share

pytestmark = pytest.mark.browser
BY_LANGUAGE = {
    "en-gb": (Role.NURSE, Role.GP, Role.HOUSING_OFFICER),
    "cy": (Role.NURSE, Role.THERAPIST, Role.VOLUNTEER_COORDINATOR),
}
KINDS = {
    Role.HOUSING_OFFICER: OrganisationKind.HOUSING,
    Role.VOLUNTEER_COORDINATOR: OrganisationKind.THIRD_SECTOR,
}
TOPICS = {
    OrganisationKind.HEALTH_BOARD: (Topic.PROFILE, Topic.OUTCOMES, Topic.TIMELINE, Topic.VISITS),
    OrganisationKind.THIRD_SECTOR: (Topic.PROFILE, Topic.OUTCOMES),
    OrganisationKind.HOUSING: (Topic.PROFILE,),
}


def test_those_who_work_elsewhere_read_what_is_shared_with_their_organisation(
    own_database: Database, site: str, browser_page: Any
) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    seen = a_visited_person()
    agree(seen, write(seen, UP))
    case, her = seen.case, seen.herself
    given = [OrganisationGiven(kind, kind, kind) for kind in TOPICS]
    made = add_organisations(by=case.system, at=moment(STARTS), organisations=given)
    bodies = dict(zip(TOPICS, made, strict=True))
    for kind, topics in TOPICS.items():
        said = Sharing(
            her.id, frozenset(topics), ConsentHow.OWN_WORDS, organisation_id=bodies[kind]
        )
        share(by=her.actor, at=moment(STARTS), on=STARTS, sharing=said)
    walk = walks(browser_page, site, case.system, STARTS)
    for language, width in SEEN:
        for role in BY_LANGUAGE[language]:
            body = bodies[KINDS.get(role, OrganisationKind.HEALTH_BOARD)]
            theirs = walk(an_actor(case.system, role, body, "Gwen Puw"), language, width, str(role))
            theirs.follow("record", her.id)
            shown = theirs.page.locator("main #plan, main #money, main #matters")
            assert (shown.count(), theirs.page.locator("main #who").count()) == (0, 1)
            if role is Role.NURSE:
                theirs.follow("delivery", her.id)
                theirs.reads("Starts between 7:30 and 8:30", "Yn dechrau rhwng 7:30 a 8:30")


def test_those_who_read_figures_alone_find_them_first(
    own_database: Database, site: str, browser_page: Any
) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    case = a_case()
    (board,) = add_organisations(
        by=case.system,
        at=moment(STARTS),
        organisations=[OrganisationGiven(OrganisationKind.HEALTH_BOARD, "Bwrdd", "Bwrdd")],
    )
    walk = walks(browser_page, site, case.system, STARTS)
    for language, width in SEEN:
        at = {"coordinator": case.provider_id, "health_commissioner": board}
        english = (Role.REGULATOR, Role.COORDINATOR, Role.EVALUATOR)
        for role in english if language == "en-gb" else (Role.PLANNER, Role.HEALTH_COMMISSIONER):
            body = at.get(role, case.council_organisation_id)
            theirs = walk(an_actor(case.system, role, body, "Sian"), language, width, str(role))
            theirs.reads("Too few to tell", "Rhy ychydig i ddweud")
