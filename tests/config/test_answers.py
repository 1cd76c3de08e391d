"""What every answer carries, whatever the page."""

import io
import json
import logging
import re

import pytest
from django.conf import settings
from django.test import Client

from whatmatters.config.logs import JsonLines


@pytest.fixture
def lines():
    """The log lines of the test's requests, as they would be written."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonLines())
    log = logging.getLogger("whatmatters.requests")
    log.addHandler(handler)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    log.removeHandler(handler)


def test_no_page_is_stored_by_a_browser(db: None) -> None:
    for address in ("/", "/no-such-page/", "/accounts/login/"):
        assert Client().get(address)["Cache-Control"] == "no-store"


def test_static_files_may_be_stored(db: None) -> None:
    answer = Client().get(f"/{settings.STATIC_URL.strip('/')}/frontend/favicon.svg")
    assert answer.status_code == 200
    assert "no-store" not in answer.get("Cache-Control", "")


def test_an_answer_is_logged_by_route_and_never_by_address(db: None, lines) -> None:
    Client().get("/no-such-page/Gwenllian/?q=Canary")
    written = lines()
    assert len(written) == 1
    assert written[0]["status"] == 404
    assert re.fullmatch(r"[2-9A-Z]{4}-[2-9A-Z]{4}", written[0]["reference"])
    assert "Gwenllian" not in json.dumps(written)
    assert "Canary" not in json.dumps(written)


def test_the_policy_allows_nothing_inline(db: None) -> None:
    policy = Client().get("/no-such-page/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
