"""From sign-in to what they come for: the person, her family, and those who go to her home."""

from typing import Any

import pytest

from tests.fixtures.case import (
    STARTS,
    Case,
    a_case,
    a_contract,
    a_draft,
    a_person,
    an_actor,
    moment,
    propose,
)
from tests.fixtures.case_pages import ENDS, a_case_to_look_at
from tests.fixtures.databases import Database
from tests.journeys.walking import SEEN, walks
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation
from whatmatters.outcomes.models import FamilyView, Statement
from whatmatters.outcomes.queries import answers
from whatmatters.people.services import NewAssignment, NewLink, assign_workers, link_people
from whatmatters.rules.outcomes import Answer, Party
from whatmatters.rules.people import LinkKind
from whatmatters.rules.roles import InstallationKind, Role
from whatmatters.rules.sharing import ConsentHow, Topic
from whatmatters.trust.services import Sharing, share

pytestmark = pytest.mark.browser
SEEN_BY_FAMILY = frozenset({Topic.PROFILE, Topic.OUTCOMES, Topic.JUDGEMENTS})


def let_in(case: Case, person_id: int, herself: Actor, name: str) -> Actor:
    """A niece with whom the person shares three topics."""
    niece = an_actor(case.system, Role.FAMILY, None, name)
    link = NewLink(person_id, niece.user_id, LinkKind.FAMILY, STARTS, "niece")
    link_people(by=case.social_worker, at=moment(STARTS), links=[link])
    said = Sharing(person_id, SEEN_BY_FAMILY, ConsentHow.OWN_WORDS, niece.user_id)
    share(by=herself, at=moment(STARTS), on=STARTS, sharing=said)
    return niece


def test_the_person_says_what_matters_answers_her_plan_and_takes_sharing_back(
    own_database: Database, site: str, browser_page: Any
) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    case = a_case()
    contract_id = a_contract(case)
    walk = walks(browser_page, site, case.system, STARTS)
    for language, width in SEEN:
        her = a_person(case, f"Mair {language}")
        draft = a_draft(case, her.id, contract_id)
        propose(case, draft.version_id)
        let_in(case, her.id, her.actor, "Lowri Hughes")
        hers = walk(her.actor, language, width, "person")
        hers.follow("plan_answer", draft.version_id)
        hers.say(answer="agreed")
        hers.send()
        (given,) = answers([draft.version_id])[draft.version_id]
        assert (given.party, given.answer) == (Party.PERSON, Answer.AGREED)
        hers.home()
        hers.follow("record", her.id, after="#matters")
        hers.follow("conversation_new", her.id)
        hers.say(spoken="cy", strengths="Dw i’n coginio")
        hers.send()
        hers.say(words="Canu yn y côr efo Nel", spoken="cy", speaker="own_words")
        hers.send()
        assert Statement.objects.get(conversation__person_id=her.id).words.startswith("Canu")
        hers.home()
        hers.follow("sharing", her.id)
        hers.reads("Stop sharing with Lowri Hughes now", "Peidio â rhannu â Lowri Hughes nawr")
        hers.send("main button[name=stop]")
        hers.reads("Nobody is let in.", "Nid oes neb wedi’i adael i mewn.")


def test_family_see_what_is_shared_and_say_how_they_think_it_went(
    own_database: Database, site: str, browser_page: Any
) -> None:
    shown = a_case_to_look_at()
    case, her = shown.case, shown.ifan
    walk = walks(browser_page, site, case.system, ENDS)
    for language, width in SEEN:
        niece = let_in(case, her.id, her.actor, f"Lowri {language}")
        theirs = walk(niece, language, width, "family")
        theirs.follow("record", her.id)
        assert theirs.page.locator("main #outcomes").count() == 1
        assert theirs.page.locator("main #plan, main #money, main #matters").count() == 0
        theirs.follow("judgement_family", shown.judgement_id)
        theirs.say(words="Mae e’n canu eto.")
        theirs.send()
        theirs.reads("Thank you.", "Diolch.")
        assert FamilyView.objects.filter(name=f"Lowri {language}").count() == 1


@pytest.mark.parametrize("role", [Role.CARE_WORKER, Role.TEAM_MEMBER])
def test_who_goes_to_her_home_finds_what_there_is_today(
    role: Role, own_database: Database, site: str, browser_page: Any
) -> None:
    shown = a_case_to_look_at()
    case, her = shown.case, shown.ifan
    worker = an_actor(case.system, role, case.provider_id, "Cadi Puw")
    walk = walks(browser_page, site, case.system, ENDS)
    alone = walk(worker, "cy", 320, f"{role}-alone")
    alone.reads("People you support", "Yma y bydd y bobl yr ydych yn eu cefnogi nawr")
    works = [NewAssignment(her.id, worker.user_id, STARTS)]
    assign_workers(by=case.manager, at=moment(STARTS), assignments=works)
    for language, width in SEEN:
        theirs = walk(worker, language, width, str(role))
        theirs.reads("Nothing here counts minutes.", "Nid oes dim yma’n cyfrif munudau.")
        theirs.follow("record", her.id)
        assert theirs.page.locator("main #outcomes").count() == 1
        assert theirs.page.locator("main #money").count() == 0
        theirs.follow("note_write", her.id)
        theirs.say(words="Mi ganon ni heddiw.", language="cy")
        theirs.send()
