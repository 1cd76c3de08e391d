"""Sign-in refuses in our words, and says what changing the language costs."""

import pytest
from django.test import Client
from django.utils.translation import override

from tests.fixtures.case import a_case


@pytest.mark.parametrize(
    ("language", "wrong", "empty"),
    [
        ("en-gb", "The user name or the password is not right", "Enter your password"),
        ("cy", "Nid yw’r enw defnyddiwr neu’r cyfrinair yn gywir", "Rhowch eich cyfrinair"),
    ],
)
def test_sign_in_refuses_in_our_words(db: None, language: str, wrong: str, empty: str) -> None:
    a_case()
    client = Client(headers={"accept-language": language})
    with override("en-gb"):
        sent = client.post("/sign-in/", {"login": "neb", "password": "anghywir"})
        bare = client.post("/sign-in/", {"login": "neb", "password": ""})
    assert wrong in sent.content.decode()
    assert empty in bare.content.decode()


def test_a_page_with_a_form_says_what_changing_the_language_loses(db: None, client: Client) -> None:
    with override("en-gb"):
        page = client.get("/sign-in/", headers={"accept-language": "en-gb"}).content.decode()
    assert "What you have written here and not sent is lost." in page
