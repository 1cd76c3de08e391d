"""The log of a served process tells no canary of either council (S4)."""

import http.cookiejar
import re
import urllib.parse
import urllib.request
from pathlib import Path
from urllib.error import HTTPError

from django.urls import reverse

from tests.fixtures.case import moment
from tests.fixtures.databases import Database
from tests.fixtures.serving import free_port, served
from tests.journeys.signing_in import PASSWORD
from tests.permissions.canaries import leaked, planted
from tests.permissions.world import TODAY, Place, two_places
from whatmatters.access.services import set_password


def test_the_log_of_a_served_process_tells_no_canary(own_database: Database) -> None:
    places = planted(two_places())
    port = free_port()
    site = f"http://localhost:{port}"
    for place in places:
        user_id = place.readers["social_worker:assigned"].pk
        set_password(by=place.case.system, at=moment(TODAY), user_id=user_id, password=PASSWORD)
    with served(own_database.env, port):
        for place in places:
            look_about(site, place)
    files = Path(own_database.env["WHATMATTERS_DATA"]).rglob("logs/*")
    logged = "".join(file.read_text() for file in files)
    assert logged.count('"answered"') >= 12
    assert leaked(logged, places) == []
    assert [word for word in (PASSWORD, "wrong-password") if word in logged] == []


def look_about(site: str, place: Place) -> None:
    """Sign in, wrongly first; open her record, look for her name, write words, miss a page."""
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def ask(path: str, **form: str) -> str:
        sent = urllib.parse.urlencode(form).encode() if form else None
        asked = urllib.request.Request(f"{site}{path}", sent, {"Referer": f"{site}/"})
        try:
            with opener.open(asked) as answer:
                return str(answer.read().decode())
        except HTTPError as refused:
            return refused.read().decode()

    name = place.readers["social_worker:assigned"].username
    for password in ("wrong-password", PASSWORD):
        token = hidden("csrfmiddlewaretoken", ask("/sign-in/"))
        ask("/sign-in/", login=name, password=password, csrfmiddlewaretoken=token)
    person_id = place.ids["person_id"]
    assert place.canaries["name"] in ask(reverse("record", args=[person_id]))
    ask(f"{reverse('person_list')}?q={place.canaries['name']}")
    address = reverse("note_write", args=[person_id])
    page = ask(address)
    ask(
        address,
        words=place.canaries["address"],
        language="cy",
        csrfmiddlewaretoken=hidden("csrfmiddlewaretoken", page),
        form_token=hidden("form_token", page),
    )
    ask(f"/{place.canaries['name']}/")


def hidden(name: str, page: str) -> str:
    """The value of a hidden field of a page."""
    found = re.search(rf'name="{name}" value="([^"]+)"', page)
    assert found, f"no {name} on the page"
    return found[1]
