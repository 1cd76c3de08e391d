"""The frame of every page, the error pages, and the choice of language, without a browser."""

import pytest
from django.conf import settings
from django.test import Client

from tests.frontend.strict_html import faults

pytestmark = pytest.mark.urls("tests.frontend.showcase.urls")
WELSH = {"HTTP_ACCEPT_LANGUAGE": "cy"}


@pytest.fixture(autouse=True)
def showcase_templates(settings) -> None:
    from tests.frontend.showcase.settings import MIDDLEWARE, TEMPLATES

    settings.MIDDLEWARE = MIDDLEWARE
    settings.TEMPLATES = TEMPLATES


@pytest.mark.parametrize(
    "path", ["/showcase/", "/showcase/form/", "/showcase/person/", "/nothing/"]
)
@pytest.mark.parametrize("accepts", ["en-GB", "cy"])
def test_pages_are_strict_html(client: Client, path: str, accepts: str) -> None:
    response = client.get(path, HTTP_ACCEPT_LANGUAGE=accepts)
    assert response.status_code == (404 if path == "/nothing/" else 200)
    assert faults(response.content.decode()) == []


def test_a_refused_form_is_strict_html(client: Client) -> None:
    response = client.post("/showcase/form/", {"words": "x</textarea><script>alert(1)</script>"})
    html = response.content.decode()
    assert response.status_code == 422
    assert "<title>Error: Every question – What Matters</title>" in html
    assert "<script>alert" not in html
    assert faults(html) == []


def test_strict_reading_sees_what_is_wrong() -> None:
    assert faults('<p id="a"><b></p></b>') == [
        "</p> closes nothing of its own at (1, 13)",
        "</b> closes nothing of its own at (1, 17)",
    ]
    assert faults('<p id="a"></p><p id="a" style="x">') == [
        "<p> has style",
        "id a twice",
        "<p> is never closed",
    ]
    assert faults('<label for="z"></label><script>1</script>') == [
        "inline <script>",
        "nothing has the id z",
    ]


def test_page_says_its_language_and_offers_the_other_first(client: Client) -> None:
    english = client.get("/showcase/?q=1").content.decode()
    assert '<html lang="en"' in english
    assert 'value="cy" lang="cy">Cymraeg</button>' in english
    assert 'name="next" value="/showcase/?q=1"' in english
    welsh = client.get("/showcase/", **WELSH).content.decode()
    assert '<html lang="cy"' in welsh
    assert 'value="en-gb" lang="en">English</button>' in welsh
    assert "Beth sy’n Bwysig" in welsh


def test_language_is_kept_in_a_cookie_and_told_to_the_keepers(client: Client, monkeypatch) -> None:
    from whatmatters.frontend import language

    told: list[str] = []
    monkeypatch.setattr(language, "_remember", [])
    language.remember_with(lambda request, code: told.append(code))
    response = client.post("/language/", {"language": "cy", "next": "/showcase/"})
    assert (response.status_code, response["Location"]) == (302, "/showcase/")
    assert client.cookies[settings.LANGUAGE_COOKIE_NAME].value == "cy"
    assert client.cookies[settings.LANGUAGE_COOKIE_NAME]["httponly"]
    assert '<html lang="cy"' in client.get("/showcase/").content.decode()
    client.post("/language/", {"language": "xx", "next": "/showcase/"})
    assert told == ["cy"]


def test_language_never_leads_away_from_the_site(client: Client) -> None:
    response = client.post("/language/", {"language": "cy", "next": "https://elsewhere.example/"})
    assert response["Location"] == "/"


@pytest.mark.parametrize(
    ("path", "status", "english", "welsh"),
    [
        ("/nothing/", 404, "There is no page here", "Does dim tudalen yma"),
        (
            "/language/",
            405,
            "That cannot be done at this address",
            "Ni ellir gwneud hynny yn y cyfeiriad hwn",
        ),
        (
            "/showcase/broken/",
            500,
            "Something went wrong, and it is our fault",
            "Aeth rhywbeth o’i le, a ni sydd ar fai",
        ),
    ],
)
def test_error_pages_speak_both_languages(path, status, english, welsh) -> None:
    client = Client(raise_request_exception=False)
    for accepts, first, second in (("en", english, welsh), ("cy", welsh, english)):
        response = client.get(path, HTTP_ACCEPT_LANGUAGE=accepts)
        html = response.content.decode()
        assert response.status_code == status
        assert f">{first}</h1>" in html
        assert f">{second}</h2>" in html
        assert response["Cache-Control"] == "no-store"
        assert faults(html) == []


@pytest.mark.parametrize(
    ("name", "status", "title"),
    [
        ("bad_request", 400, "We could not understand that request"),
        ("denied", 403, "You may not see this page"),
        ("csrf_failure", 403, "Your page was too old to send"),
        ("locked_out", 429, "Too many tries to sign in"),
    ],
)
def test_other_error_pages(rf, name: str, status: int, title: str) -> None:
    from whatmatters.frontend import error_pages

    response = getattr(error_pages, name)(rf.get("/"))
    assert response.status_code == status
    assert title in response.content.decode()
    assert faults(response.content.decode()) == []


def test_csrf_failure_is_our_page() -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post("/language/", {"language": "cy"})
    assert response.status_code == 403
    assert "Your page was too old to send" in response.content.decode()


def test_error_page_shows_the_reference_number_of_the_request(rf) -> None:
    from whatmatters.frontend import error_pages

    request = rf.get("/")
    request.reference = "7F3K-92QD"
    assert error_pages.not_found(request).content.decode().count("7F3K-92QD") == 2


def test_css_is_what_its_sources_make() -> None:
    from tests.frontend.test_catalogue import script

    assert script("build_frontend").main(["--check"]) == 0
