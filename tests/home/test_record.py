"""The record: its sections by reader, its words, and a constant number of queries."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.fixtures.case import a_new_outcome, moment
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at, everybody_answers
from whatmatters.access.models import User
from whatmatters.access.queries import Actor
from whatmatters.outcomes.services import NewNote, note_progress, set_outcomes, write_note
from whatmatters.people.models import Person
from whatmatters.rules.outcomes import Party
from whatmatters.rules.people import Language, Speaker

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
# 25, one for what family and friends offer, one for a reader who may not see words kept between a
# few or a hidden address: what is withheld from a provider must be asked before anything is shown.
MOST = 28


@pytest.fixture
def shown(db: None) -> Shown:
    return a_case_to_look_at()


def client_of(actor: Actor) -> Client:
    """A browser in which somebody is signed in."""
    client = Client(headers={"accept-language": "en-gb"})
    client.force_login(User.objects.get(pk=actor.user_id), backend=BACKEND)
    return client


def read(shown: Shown, actor: Actor) -> str:
    """The text of the record's page for one reader."""
    return client_of(actor).get(reverse("record", args=[shown.ifan.id])).content.decode()


def queries(shown: Shown, actor: Actor) -> int:
    """How many queries the record takes, once today's look is written."""
    client, address = client_of(actor), reverse("record", args=[shown.ifan.id])
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def more_of_everything(shown: Shown) -> None:
    """Outcomes, notes and progress, twelve of each."""
    by, on = shown.case.manager, ENDS - timedelta(days=3)
    new = [a_new_outcome(shown.ifan.id, f"More {n}") for n in range(12)]
    made = set_outcomes(by=shown.case.social_worker, at=moment(ENDS), outcomes=new)
    notes = [NewNote(pk, on, "On the way", Language.ENGLISH, Speaker.OBSERVED) for pk in made]
    note_progress(by=by, at=moment(ENDS), notes=notes)
    for _ in range(12):
        write_note(
            by=by,
            at=moment(ENDS),
            person_id=shown.ifan.id,
            on=on,
            words="A walk.",
            language=Language.ENGLISH,
        )


def test_queries_stay_the_same_however_much_there_is(shown: Shown) -> None:
    readers = (shown.ifan.actor, shown.case.social_worker, shown.case.manager)
    few = [queries(shown, reader) for reader in readers]
    more_of_everything(shown)
    everybody_answers(shown, *Party)
    assert [queries(shown, reader) for reader in readers] == few
    assert max(few) <= MOST


def test_own_words_come_first_with_whose_they_are(shown: Shown) -> None:
    page = read(shown, shown.case.social_worker)
    assert '<p lang="cy">“Dw i isio cerdded at y fainc uwchben y bad achub eto.”</p>' in page
    assert "Ifan Hughes’s words, to Nia Parry, 6 April 2026." in page
    assert "Cai, grandson, 6 April 2026. Not Ifan Hughes’s own words." in page


def test_never_the_postcode(shown: Shown) -> None:
    for actor in (shown.ifan.actor, shown.case.social_worker, shown.case.commissioner):
        assert "LL55" not in read(shown, actor)


def test_an_invented_person_is_said_to_be_one_and_a_real_one_is_not(shown: Shown) -> None:
    assert "An invented person." not in read(shown, shown.case.social_worker)
    Person.objects.filter(pk=shown.ifan.id).update(origin="synthetic")
    assert "An invented person." in read(shown, shown.case.social_worker)


def test_sections_are_those_that_the_reader_may_see(shown: Shown) -> None:
    own = read(shown, shown.ifan.actor)
    for section in ("who", "matters", "outcomes", "plan", "happening", "going", "money"):
        assert f'id="{section}"' in own
    assert 'class="govuk-template__body wm-person"' in own
    assert "<h2>My plan</h2>" in own
    assert "My plan: its last day is 28 June 2026." in own
    assert "My words, to Nia Parry, 6 April 2026." in own
    finance = read(shown, shown.case.finance)
    assert 'id="money"' in finance
    for section in ("who", "matters", "outcomes", "plan", "happening", "going"):
        assert f'id="{section}"' not in finance
    assert "£3,007.00" in finance


def test_one_main_action_for_each_reader(shown: Shown) -> None:
    page = read(shown, shown.case.social_worker)
    assert page.count("wm-button--main") == 1
    assert "Give the council’s answer" in page
    everybody_answers(shown, *Party)
    assert "Record the findings" in read(shown, shown.case.social_worker)
    manager = read(shown, shown.case.manager)
    assert "The council’s findings come next." in manager
    assert "wm-button--main" not in manager


def test_a_sealed_answer_is_not_on_the_page(shown: Shown) -> None:
    everybody_answers(shown, Party.PERSON)
    for actor in (shown.ifan.actor, shown.case.social_worker, shown.case.manager):
        page = read(shown, actor)
        assert "wm-voice--sealed" in page
        assert "Yn araf." not in page
    everybody_answers(shown, Party.PROVIDER, Party.COUNCIL)
    page = read(shown, shown.case.manager)
    assert "Partly achieved: 6 of 10" in page
    assert "Yn araf." in page


def test_the_list_is_short_in_queries_and_what_is_due_comes_first(shown: Shown) -> None:
    client = client_of(shown.case.social_worker)
    client.get(reverse("person_list"))  # The first page of a session writes the session down.
    with CaptureQueriesContext(connection) as asked:
        page = client.get(reverse("person_list")).content.decode()
    assert len(asked) <= 12
    with CaptureQueriesContext(connection) as asked:
        assert "Ifan" in client.get(reverse("person_list") + "?q=ifan").content.decode()
    assert len(asked) <= 12
    assert "A plan waits for your answer" in page
    found = client.get(reverse("person_list") + "?q=ifan").content.decode()
    assert reverse("record", args=[shown.ifan.id]) in found
