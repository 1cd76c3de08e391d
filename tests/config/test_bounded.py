"""A body that is too large is refused in words before any of it is read."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.fixtures.case import STARTS, a_case, moment
from tests.trust.test_sharing import client_of
from whatmatters.access.services import mark_installation
from whatmatters.rules.roles import InstallationKind

FORM = 2_500_000


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en-gb", "What was sent is too large, so none of it was read. Nothing was changed."),
        ("cy", "rhy fawr, felly ni ddarllenwyd dim ohono. Ni newidiwyd dim."),
    ],
)
def test_nobody_fills_the_disk_through_the_sign_in_page(
    db: None, language: str, words: str
) -> None:
    """Control arm: as much as a form may hold is read."""
    client = Client(headers={"accept-language": language})
    big = SimpleUploadedFile("big.bin", b"x" * FORM)
    refused = client.post("/sign-in/", {"login": big})
    assert refused.status_code == 413
    assert words in refused.content.decode()
    small = SimpleUploadedFile("big.bin", b"x" * (FORM - 1000))
    assert client.post("/sign-in/", {"login": small}).status_code == 200


def test_the_page_for_spreadsheets_takes_more_than_a_form(db: None) -> None:
    case = a_case()
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    sheet = SimpleUploadedFile("people.csv", b"x" * (FORM + 1))
    answer = client_of(case.commissioner).post("/imports/", {"sheets": sheet})
    assert answer.status_code == 422
