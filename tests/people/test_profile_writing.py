"""The one-page profile from a page: whose words they are, and every version kept."""

from uuid import uuid4

import pytest
from django.urls import reverse

from tests.fixtures.case import a_person
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from tests.people.test_register_pages import client_of
from whatmatters.access.queries import Actor
from whatmatters.people.queries import profile_versions
from whatmatters.people.services import NewProfile, write_profile
from whatmatters.rules.people import Speaker
from whatmatters.rules.profiles import NotYoursToWrite, NotYourVoice, ProfileChangedMeanwhile


@pytest.fixture
def shown(db: None) -> Shown:
    return a_case_to_look_at()


def told(seen: int, **more: str) -> dict[str, str]:
    return {"form_token": str(uuid4()), "seen": str(seen), "speaker": "own_words"} | more


def test_she_writes_it_and_her_worker_writes_on_whose_words_each_time(shown: Shown) -> None:
    ifan = shown.ifan.id
    page = reverse("profile_write", args=[ifan])
    record = f"{reverse('record', args=[ifan])}#who"
    hers, worker = client_of(shown.ifan.actor), client_of(shown.case.social_worker)
    before = profile_versions(ifan)
    opened = hers.get(page, headers={"accept-language": "cy"}).content.decode()
    assert "Ysgrifennu pwy ydw i" in opened
    assert 'value="proxy"' not in opened
    assert before[0].important in opened
    form = told(before[0].id, important="Chapel\nMy garden", liked="My jokes")
    for _ in range(2):
        sent = hers.post(page, form)
        assert (sent.status_code, sent.headers["Location"]) == (302, record)
    empty = told(profile_versions(ifan)[0].id)
    refused = worker.post(page, empty)
    assert refused.status_code == 422
    assert 'href="#id_important">Write something' in refused.content.decode()
    proxy = empty | {"important": "Chapel", "speaker": "proxy"}
    assert 'href="#id_spoken_by"' in worker.post(page, proxy).content.decode()
    assert worker.post(page, proxy | {"spoken_by": "Non"}).status_code == 302
    newest, second, *older = profile_versions(ifan)
    assert (newest.speaker, newest.spoken_by, newest.important) == ("proxy", "Non", "Chapel")
    assert (second.speaker, second.important, second.liked) == (
        "own_words",
        "Chapel\nMy garden",
        "My jokes",
    )
    assert older == list(before)
    assert "My jokes" in worker.get(page).content.decode()
    assert f'href="{page}"' in worker.get(record).content.decode()
    # An older window of hers, in which the worker's words do not stand, takes nothing from them.
    late = hers.post(page, told(second.id, important="Only chapel"))
    assert late.status_code == 422
    assert "Somebody wrote this profile anew while you did" in late.content.decode()


def test_who_may_not_write_it_or_not_in_that_voice(shown: Shown) -> None:
    case, ifan = shown.case, shown.ifan
    seen = profile_versions(ifan.id)[0].id

    def write(by: Actor, person_id: int, speaker: Speaker, over: int = seen) -> int:
        profile = NewProfile(person_id, important="Chapel", speaker=speaker)
        return write_profile(by=by, at=shown_at, on=ENDS, seen=over, profile=profile)

    shown_at = profile_versions(ifan.id)[0].at
    with pytest.raises(NotYoursToWrite):
        write(case.commissioner, ifan.id, Speaker.OBSERVED)
    with pytest.raises(NotYoursToWrite):
        write(case.manager, a_person(case, "Somebody Else").id, Speaker.OBSERVED, 0)
    with pytest.raises(NotYourVoice):
        write(ifan.actor, ifan.id, Speaker.OBSERVED)
    with pytest.raises(ProfileChangedMeanwhile):
        write(case.manager, ifan.id, Speaker.OBSERVED, seen + 999)
    assert profile_versions(ifan.id)[0].id == seen
    assert write(case.manager, ifan.id, Speaker.OBSERVED) > seen
