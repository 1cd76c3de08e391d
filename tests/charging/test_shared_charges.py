"""She may let her daughter read what she is charged: a choice of its own, taken back at once."""

import pytest
from django.urls import reverse

from tests.fixtures.case import STARTS, an_actor, moment
from tests.fixtures.charged import AFTER, WEEKS, Charged, a_paid_person, arranged, assessed
from tests.fixtures.paid import browser_of
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation
from whatmatters.charging.services import charge_weeks
from whatmatters.people.services import NewLink, link_people
from whatmatters.rules.people import LinkKind
from whatmatters.rules.roles import InstallationKind, Role
from whatmatters.rules.sharing import ConsentHow, Topic
from whatmatters.trust.services import Sharing, share


@pytest.fixture
def made(db: None) -> Charged:
    mark_installation(kind=InstallationKind.DEMO, at=AFTER, as_of=AFTER.date())
    made = a_paid_person()
    arranged(made)
    assessed(made)
    charge_weeks(by=made.case.finance, at=AFTER, person_id=made.herself.id, through=WEEKS[3])
    return made


@pytest.fixture
def daughter(made: Charged) -> Actor:
    daughter = an_actor(made.case.system, Role.FAMILY, None, "Lowri Prydderch")
    link = NewLink(made.herself.id, daughter.user_id, LinkKind.FAMILY, STARTS, "daughter")
    link_people(by=made.case.social_worker, at=moment(STARTS), links=[link])
    return daughter


def shares(made: Charged, daughter: Actor, *topics: Topic) -> None:
    said = Sharing(made.herself.id, frozenset(topics), ConsentHow.OWN_WORDS, daughter.user_id)
    share(by=made.herself.actor, at=AFTER, on=AFTER.date(), sharing=said)


def test_a_daughter_reads_every_line_while_it_is_shared_and_not_a_moment_longer(
    made: Charged, daughter: Actor
) -> None:
    tab = browser_of(daughter)
    statement = reverse("charges", args=[made.herself.id])
    record = reverse("record", args=[made.herself.id])
    everything_else = set(Topic) - {Topic.CHARGES}
    shares(made, daughter, *everything_else)
    assert tab.get(statement).status_code == 403
    assert statement not in tab.get(record).content.decode()
    shares(made, daughter, Topic.CHARGES)
    assert f'href="{statement}"' in tab.get(record).content.decode()
    told = " ".join(tab.get(statement).content.decode().split())
    assert "What Non Prydderch is charged" in told
    assert "4 hours given, at £15.00 an hour." in told
    assert "The council paid £80.00" in told
    assert "Enter a financial assessment" not in told
    # Her prices and what was paid are another choice; charging is the council's alone.
    assert 'id="money"' not in tab.get(record).content.decode()
    assert tab.get(reverse("charges_weeks", args=[made.herself.id])).status_code == 403
    shares(made, daughter, Topic.PROFILE)
    assert tab.get(statement).status_code == 403


def test_the_choice_says_what_stands_in_it_in_both_languages(
    made: Charged, daughter: Actor
) -> None:
    address = reverse("sharing_with", args=[made.herself.id, daughter.user_id])
    english = browser_of(made.herself.actor).get(address).content.decode()
    assert "Each week’s charge with its sum: income, savings and costs stand in it." in english
    welsh = browser_of(made.herself.actor, "cy").get(address).content.decode()
    assert "Tâl pob wythnos gyda’i swm: mae incwm, cynilion a chostau ynddo." in welsh
