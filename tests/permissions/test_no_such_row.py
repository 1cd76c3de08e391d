"""An address with a number that no row can have is no page, for everybody."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.permissions.walk import BACKEND, Page, pages
from tests.permissions.world import Places

READER = "social_worker:assigned"  # it is refused before anybody's role is asked
SIGNED = "face"  # its address is a signature, and no number of a row
NUMBERED = [page for page in pages() if page.arguments and page.name != SIGNED]


@pytest.mark.parametrize("page", NUMBERED, ids=lambda page: page.name)
@pytest.mark.parametrize("number", [2**63, 10**23])
def test_a_number_past_every_row_is_no_page(places: Places, page: Page, number: int) -> None:
    here, _ = places
    address = reverse(page.name, kwargs=dict.fromkeys(page.arguments, number))
    client = Client()
    client.force_login(here.readers[READER], backend=BACKEND)
    for method in (client.get, client.post):
        assert method(address).status_code == 404
