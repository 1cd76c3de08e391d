"""Who comes today stands with their picture on her first page, and where she shares her visits."""

import re

import pytest
from django.urls import reverse

from tests.fixtures.case import STARTS, an_actor, moment
from tests.fixtures.paid import browser_of
from tests.fixtures.pictures import a_photograph
from tests.fixtures.visited import UP, Visited, a_visited_person, agree, write
from tests.rota.test_day_plans import NEXT, about, planned, works
from whatmatters.access.services import mark_installation
from whatmatters.access.services.portraits import put_up_portrait
from whatmatters.people.models import PersonLink
from whatmatters.rota.services import tell_people
from whatmatters.rules.roles import InstallationKind, Role
from whatmatters.rules.sharing import ConsentHow, Topic
from whatmatters.teams.models import Worker
from whatmatters.trust.models import Consent
from whatmatters.trust.services.consents import Sharing, share

FACE = re.compile(r'<img src="([^"]+)" alt="">')


@pytest.fixture
def seen(db: None) -> Visited:
    mark_installation(kind=InstallationKind.DEMO, at=moment(NEXT), as_of=NEXT)
    return a_visited_person()


def with_a_picture(seen: Visited, name: str) -> None:
    """A worker of the team signs in, and put up a picture of themselves."""
    case = seen.case
    who = an_actor(case.system, Role.CARE_WORKER, case.provider_id, name)
    Worker.objects.filter(pk=seen.workers[name]).update(user_id=who.user_id)
    put_up_portrait(by=who, at=moment(STARTS), sent=a_photograph())


def close_by(seen: Visited, *topics: str):
    """Somebody of her family with whom she shares these topics."""
    case = seen.case
    found = an_actor(case.system, Role.FAMILY, None, "Elin")
    told = {"council_id": case.council_id, "by_id": case.system.user_id, "at": moment(STARTS)}
    told |= {"person_id": seen.herself.id, "user_id": found.user_id, "starts": STARTS}
    PersonLink.objects.create(kind="family", **told)
    for topic in topics:
        Consent.objects.create(topic=topic, how="own_words", **told)
    return browser_of(found)


def faces(browser) -> list[str]:
    return FACE.findall(browser.get(reverse("home")).content.decode())


def test_she_sees_the_face_of_who_comes_and_so_does_family_with_whom_she_shares_it(
    seen: Visited,
) -> None:
    agree(seen, write(seen, UP, never=(seen.workers["Dai"],)))
    works(seen, "Mo")
    planned(seen)
    tell_people(**about(seen), team_id=seen.team_id, day=NEXT)
    hers, elin, dafydd = browser_of(seen.herself.actor), close_by(seen, "visits"), close_by(seen)
    assert [faces(one) for one in (hers, elin, dafydd)] == [[], [], []]
    with_a_picture(seen, "Mo")
    with_a_picture(seen, "Siân")
    (own,), (shared,) = faces(hers), faces(elin)
    assert faces(dafydd) == []
    assert hers.get(own).status_code == 200
    assert elin.get(shared).status_code == 200
    assert elin.get(own).status_code == 404
    # She goes on sharing who she is, and no longer who comes.
    less = Sharing(
        seen.herself.id,
        frozenset({Topic.PROFILE}),
        ConsentHow.OWN_WORDS,
        user_id=Consent.objects.get().user_id,
    )
    share(by=seen.herself.actor, at=moment(NEXT), on=NEXT, sharing=less)
    assert elin.get(shared).status_code == 404
    assert faces(elin) == []
