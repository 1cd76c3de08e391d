"""An address with a number that no row can have is no page, for everybody."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.permissions.walk import BACKEND, Page, pages
from tests.permissions.world import Places

READERS = ("social_worker:assigned", "provider_manager:provider", "finance_officer:council")
NUMBERED = [page for page in pages() if page.arguments]


@pytest.mark.parametrize("page", NUMBERED, ids=lambda page: page.name)
@pytest.mark.parametrize("number", [2**63, 10**23])
def test_a_number_past_every_row_is_no_page(places: Places, page: Page, number: int) -> None:
    here, _ = places
    address = reverse(page.name, kwargs=dict.fromkeys(page.arguments, number))
    for reader in READERS:
        client = Client()
        client.force_login(here.readers[reader], backend=BACKEND)
        for method in (client.get, client.post):
            assert method(address).status_code == 404, reader
