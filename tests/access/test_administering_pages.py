"""The administrator's forms as they are sent, what they refuse, and the notice at next sign-in."""

import re
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.fixtures.accounts import AT, FRESH, PASSWORD, Offices, halves, offices, user_of
from tests.fixtures.case import STARTS, an_actor
from tests.permissions.walk import BACKEND
from whatmatters.access.models import Draft, Membership, Organisation, Recovery, User
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation, remember_language, set_password
from whatmatters.rules.accounts import RecoveryKind
from whatmatters.rules.roles import InstallationKind, Role


@pytest.fixture
def office(db: None) -> Offices:
    cache.clear()
    mark_installation(kind=InstallationKind.DEMO, at=AT, as_of=STARTS)
    return offices()


def client_of(actor: Actor) -> Client:
    client = Client(headers={"accept-language": "en-gb"})
    client.force_login(user_of(actor), backend=BACKEND)
    return client


def send(client: Client, page: str, *args: int, **typed: str):
    """Send a page's form, with a number of its own."""
    return client.post(reverse(page, args=args), {"form_token": str(uuid4()), **typed})


def day(name: str) -> dict[str, str]:
    told = (("day", STARTS.day), ("month", STARTS.month), ("year", STARTS.year))
    return {f"{name}-{part}": str(number) for part, number in told}


NEW = {
    "name": "Elin Gwyn",
    "username": "Elin.Gwyn",
    "language": "cy",
    "role": "social_worker",
    "why": "starts_work",
}


def test_somebody_new_signs_in_with_the_code_that_the_page_shows(office: Offices) -> None:
    page = send(client_of(office.council), "user_add", **NEW, **day("starts"))
    assert page.status_code == 200
    code = re.search(r"(?:[2-9A-Z]{4}-){2}[2-9A-Z]{4}", page.content.decode())
    assert code is not None
    anybody = Client()
    told = {"login": "elin.gwyn", "first": code[0], "password1": FRESH, "password2": FRESH}
    assert send(anybody, "sign_in_with_codes", **told).headers["Location"] == "/sign-in/"
    anybody.post("/sign-in/", {"login": "elin.gwyn", "password": FRESH})
    assert anybody.get("/").status_code == 200
    made = User.objects.get(username="elin.gwyn")
    assert (made.display_name, made.language) == ("Elin Gwyn", "cy")
    [held] = Membership.objects.filter(user=made)
    assert (held.role, held.organisation_id) == (
        Role.SOCIAL_WORKER,
        office.case.council_organisation_id,
    )


def test_what_is_wrong_stands_beside_its_question_and_nobody_is_made(office: Offices) -> None:
    before, client = User.objects.count(), client_of(office.council)
    taken = user_of(office.case.social_worker).username
    for wrong, words in (
        ({"username": taken}, "already"),
        ({"username": "two words"}, "no spaces"),
        ({"role": "finance_emperor"}, ""),
        ({"name": ""}, "needs an answer"),
    ):
        answer = send(client, "user_add", **{**NEW, **day("starts"), **wrong})
        assert answer.status_code == 422
        assert words in answer.content.decode()
    assert User.objects.count() == before


def test_a_provider_gives_no_role_of_the_council(office: Offices) -> None:
    for role in ("social_worker", "finance_officer", "family"):
        answer = send(
            client_of(office.provider), "user_add", **{**NEW, "role": role}, **day("starts")
        )
        assert answer.status_code == 422
    assert not User.objects.filter(username="elin.gwyn").exists()


def test_what_is_typed_of_somebody_new_is_kept_until_it_is_taken(office: Offices) -> None:
    client, address = client_of(office.council), reverse("user_add")
    hidden = re.findall(
        r'<input type="hidden" name="(draft|form_token)" value="([^"]*)"',
        client.get(address).content.decode(),
    )
    form = dict(hidden) | NEW | day("starts")
    client.post(reverse("drafts"), form | {"do": "later"})
    kept = Draft.objects.get()
    shown = client.get(f"{address}?draft={kept.key}").content.decode()
    assert 'value="Elin Gwyn"' in shown
    assert client.post(address, form).status_code == 200
    kept.refresh_from_db()
    assert (kept.is_sent, kept.typed) == (True, {})


def test_the_names_of_the_body_are_changed_and_an_empty_one_is_not(office: Offices) -> None:
    client = client_of(office.provider)
    assert send(client, "organisation", name_en="Arfon Care", name_cy="").status_code == 422
    names = {"name_en": "Arfon Care", "name_cy": "Gofal Arfon Newydd"}
    assert send(client, "organisation", **names).status_code == 302
    body = Organisation.objects.get(pk=office.case.provider_id)
    assert (body.name_en, body.name_cy) == ("Arfon Care", "Gofal Arfon Newydd")


def test_roles_are_given_and_ended_and_an_account_closed_and_opened(office: Offices) -> None:
    client, nia = client_of(office.council), office.case.social_worker.user_id
    given = {"role": "broker", "why": "covers", **day("starts")}
    assert send(client, "user_role_give", nia, **given).status_code == 302
    one = Membership.objects.get(user_id=nia, role=Role.BROKER)
    ended = {"why": "changes_work", **day("on")}
    assert send(client, "user_role_end", nia, one.pk, **ended).status_code == 302
    one.refresh_from_db()
    assert one.ends == STARTS
    for why, active in (("left", False), ("comes_back", True)):
        assert send(client, "user_close", nia, why=why).status_code == 302
        assert User.objects.get(pk=nia).is_active is active
    own = send(client, "user_close", office.council.user_id, why="left")
    assert own.status_code == 422
    assert send(client, "user_close", nia).status_code == 422


def test_the_same_page_twice_does_it_once(office: Offices) -> None:
    """A second click of closing by mistake does not open the account again."""
    client, nia = client_of(office.council), office.case.social_worker.user_id
    given = {"role": "broker", "why": "covers", "form_token": str(uuid4()), **day("starts")}
    for _ in range(2):
        assert send(client, "user_role_give", nia, **given).status_code == 302
    assert Membership.objects.filter(user_id=nia, role=Role.BROKER).count() == 1
    other = send(client, "user_role_give", nia, **(given | {"form_token": str(uuid4())}))
    assert other.status_code == 422
    assert "They have this role from that day already." in other.content.decode()
    shut = {"why": "by_mistake", "asks": "close", "form_token": str(uuid4())}
    for _ in range(2):
        assert send(client, "user_close", nia, **shut).status_code == 302
    assert not User.objects.get(pk=nia).is_active


def test_an_account_of_another_body_is_not_there(office: Offices) -> None:
    beth = office.case.manager.user_id
    client = client_of(office.council)
    for page in ("user", "user_close", "user_recover", "user_role_give", "user_first_code"):
        assert client.get(reverse(page, args=[beth])).status_code == 404
        assert send(client, page, beth, why="left").status_code in (404, 405)
    assert not Recovery.objects.exists()


def test_two_pages_show_a_half_each_and_only_both_open(office: Offices) -> None:
    nia = office.case.social_worker
    set_password(by=office.case.system, at=AT, user_id=nia.user_id, password=PASSWORD)
    first = send(client_of(office.council), "user_recover", nia.user_id, kind="password")
    asked = Recovery.objects.get().pk
    second = send(client_of(office.council_two), "recovery", asked, answer="yes")
    pattern = r"(?:[2-9A-Z]{4}-){2}[2-9A-Z]{4}"
    one, two = (re.findall(pattern, page.content.decode()) for page in (first, second))
    assert (len(one), len(two)) == (1, 1)
    told = {"login": user_of(nia).username, "password1": FRESH, "password2": FRESH}
    for halves_sent, status in (((one[0], one[0]), 422), ((one[0], two[0]), 302)):
        told |= dict(zip(("first", "second"), halves_sent, strict=True))
        assert send(Client(), "sign_in_with_codes", **told).status_code == status


@pytest.mark.parametrize(
    ("language", "words"),
    [("en-gb", "If you did not ask, tell your administrator at once"), ("cy", "gweinyddwr")],
)
def test_the_next_sign_in_tells_of_it_once_in_her_language(
    office: Offices, language: str, words: str
) -> None:
    nia = office.case.social_worker
    remember_language(user_id=nia.user_id, language=language)
    set_password(by=office.case.system, at=AT, user_id=nia.user_id, password=PASSWORD)
    halves(office.council, office.council_two, nia.user_id, RecoveryKind.PASSWORD)
    seen = []
    for _ in range(2):
        client = Client()
        client.post("/sign-in/", {"login": user_of(nia).username, "password": PASSWORD})
        page = client.get("/").content.decode()
        seen.append("Gwen Ellis" in page and words in page)
    assert seen == [True, False]


@pytest.mark.parametrize("next_", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_signing_in_leads_nowhere_else(office: Offices, next_: str) -> None:
    nia = office.case.social_worker
    set_password(by=office.case.system, at=AT, user_id=nia.user_id, password=PASSWORD)
    told = {"login": user_of(nia).username, "password": PASSWORD, "next": next_}
    assert Client().post("/sign-in/", told).headers["Location"] == "/"


def test_accounts_page_and_keep_what_was_searched_for(office: Offices) -> None:
    body = office.case.council_organisation_id
    for number in range(30):
        an_actor(office.case.system, Role.SOCIAL_WORKER, body, f"Elin Gwyn {number:02}")
    browser = client_of(office.council)

    def found(query: str) -> list[str]:
        page = browser.get(reverse("user_list") + query)
        assert page.status_code == 200
        return re.findall(r"Elin Gwyn [0-9]{2}", page.content.decode())

    assert found("?q=elin&page=2") == [f"Elin Gwyn {number}" for number in range(25, 30)]
    assert found("?q=elin&page=99") == found("?q=elin&page=2")
    assert found("?q=elin&page=none") == [f"Elin Gwyn {number:02}" for number in range(25)]
    assert found("?q=Gwyn 07") == ["Elin Gwyn 07"]
    assert found("?q=elin&shown=closed") == []
    first = browser.get(reverse("user_list") + "?q=elin&shown=all").content.decode()
    assert 'href="?q=elin&amp;shown=all&amp;page=2"' in first
