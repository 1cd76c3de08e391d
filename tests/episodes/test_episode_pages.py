"""Pages of short-term support: opened, made longer, read and ended by her worker; counted."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.fixtures.case import Case, Somebody, a_case, a_person, moment
from tests.fixtures.money import ANCHOR, a_contract, run_period
from tests.fixtures.paid import browser_of
from tests.fixtures.short import FIRST, MODEL, an_episode
from tests.frontend.strict_html import faults
from whatmatters.access.services import mark_installation
from whatmatters.episodes.models import Episode
from whatmatters.payments.services import set_calendar
from whatmatters.rules.roles import InstallationKind

pytestmark = pytest.mark.once

TODAY = date(2026, 5, 8)


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
    return a_case()


@pytest.fixture
def person(case: Case) -> Somebody:
    return a_person(case)


def page_of(actor, name: str, *args: int, language: str = "en-gb") -> str:
    answer = browser_of(actor, language).get(reverse(name, args=args))
    assert answer.status_code == 200
    assert faults(answer.content.decode()) == []
    return answer.content.decode()


def send(actor, name: str, *args: int, **told: str):
    return browser_of(actor).post(reverse(name, args=args), {"form_token": str(uuid4()), **told})


def days(field: str, day: date) -> dict[str, str]:
    parts = {"day": day.day, "month": day.month, "year": day.year}
    return {f"{field}-{part}": str(number) for part, number in parts.items()}


def said(answer) -> str:
    assert answer.status_code == 422
    return answer.content.decode()


def test_from_opening_to_its_end_and_all_that_is_refused_on_the_way(
    case: Case, person: Somebody
) -> None:
    worker = case.social_worker
    assert "No provider has a contract" in page_of(worker, "episode_open", person.id)
    contract = a_contract(case, model=MODEL)
    asked = {"contract": str(contract), **days("starts", FIRST), "weeks": ""}
    asked |= {"price": "", "quality_element": "", "earns_independent": ""}
    assert "Agree them here" in said(send(worker, "episode_open", person.id, **asked))
    asked |= {"price": "1,050", "quality_element": "150", "earns_independent": "100"}
    assert send(worker, "episode_open", person.id, **asked).status_code == 302
    episode = Episode.objects.get().pk
    page = page_of(worker, "episode", episode)
    for words in ("£1,050.00", "Manages without support: 100%", "10 May 2026", "is free"):
        assert words in page
    longer = {**days("on", TODAY), "why": "<b>The rail</b> came late"}
    assert send(worker, "episode_extend", episode, **longer).status_code == 302
    assert "cannot be again" in said(send(worker, "episode_extend", episode, **longer))
    page = page_of(case.manager, "episode", episode)
    assert "A week, until 17 May 2026" in page
    assert "&lt;b&gt;The rail" in page
    assert "What you can do" not in page
    first = {"kind": "baseline", "instrument": "barthel/20", "score": "12", **days("on", FIRST)}
    assert "from 0 to 20" in said(send(worker, "episode_read", episode, **{**first, "score": "21"}))
    assert send(worker, "episode_read", episode, **first).status_code == 302
    assert "Barthel index" in page_of(person.actor, "episode", episode)
    assert "Mynegai Barthel" in page_of(person.actor, "episode", episode, language="cy")
    end = {**days("on", TODAY), "state": "independent"}
    assert send(worker, "episode_end", episode, **end).status_code == 302
    other = {**first, "kind": "follow_up", "instrument": "neadl/66", **days("on", TODAY)}
    assert "the same, in the same version" in said(send(worker, "episode_read", episode, **other))
    assert send(worker, "episode_end", episode, state="smaller").status_code == 302
    assert "Needs a smaller package" in page_of(person.actor, "episode_list", person.id)


def test_a_provider_sees_how_its_own_ended_and_what_was_paid_stands_on_the_record(
    case: Case, person: Somebody
) -> None:
    set_calendar(by=case.finance, at=moment(ANCHOR), anchor=ANCHOR)
    over = an_episode(case, person)
    an_episode(case, a_person(case, "Bethan Ifans"))
    end = {**days("on", TODAY), "state": "same"}
    send(case.social_worker, "episode_end", over, **end)
    run_period(case, ANCHOR)
    for reader in (case.manager, case.commissioner):
        page = page_of(reader, "episode_states")
        assert "Began: 2. Over: 1. Still run: 1. End still to be told: 0." in page
        assert "Bethan Ifans" in page
    assert "£700.00 in 1 payment" in page_of(person.actor, "record", person.id)
    assert "Needs the same as before" in page_of(person.actor, "episode_list", person.id)
