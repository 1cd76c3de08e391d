"""Every answer of every address is kept by nobody, and carries the strict content policy."""

import pytest
from django.core.cache import cache
from django.test import Client

from tests.permissions.walk import BACKEND, address_of, pages
from tests.permissions.world import two_places

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
}


@pytest.fixture(autouse=True)
def as_often_as_needed(settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = False
    cache.clear()


def wrong(answer) -> bool:
    policy = {part.strip() for part in answer.headers["Content-Security-Policy"].split(";")}
    return policy != POLICY or answer.headers["Cache-Control"] != "no-store"


@pytest.mark.once
def test_every_answer_of_every_address(db: None) -> None:
    here, _ = two_places()
    readers = ("", "administrator:council", "person:self", "social_worker:assigned")
    found, statuses = [], set()
    for page in pages():
        for reader in readers:
            client = Client()  # anew for each: some page signs its reader out
            if reader:
                client.force_login(here.readers[reader], backend=BACKEND)
            answer = client.get(address_of(page, here))
            statuses.add(answer.status_code)
            if wrong(answer):
                found.append(f"{page.name} by {reader}: {answer.status_code}")
    assert found == []
    assert {200, 302, 403, 404} <= statuses


def test_answers_given_before_a_page_is_asked(db: None) -> None:
    client = Client()
    asked = [
        client.get("/", headers={"host": "elsewhere.example"}),
        client.get("/no-such-page/"),
        client.post("/about-the-data/"),
        Client(enforce_csrf_checks=True).post("/sign-in/", {"login": "x"}),
    ]
    assert [answer.status_code for answer in asked] == [400, 404, 405, 403]
    assert [wrong(answer) for answer in asked] == [False] * 4
