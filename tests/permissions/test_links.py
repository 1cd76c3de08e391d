"""No page leads its reader where she may not go: every link and form, followed by every reader.

From the first page and from each page that the typed table says she may read.
"""

import pytest
from django.urls import reverse

from tests.fixtures.sources import ROOT
from tests.permissions.expected import EXPECTED
from tests.permissions.links import dead_ends, ways_on
from tests.permissions.walk import address_of, pages
from tests.permissions.world import READERS, Places

pytestmark = pytest.mark.once
# Who has no role has no first page to start from.
WALKERS = [reader for reader in READERS if reader not in ("nobody:none", "system:none")]


@pytest.fixture(autouse=True)
def as_often_as_needed(settings) -> None:
    """The sign-in page is asked for more often than anybody would."""
    settings.ACCOUNT_RATE_LIMITS = False


@pytest.mark.parametrize("reader", WALKERS)
def test_whatever_a_reader_is_led_to_opens_for_her(places: Places, reader: str) -> None:
    here, _ = places
    mine = [page for page in pages() if reader in EXPECTED[page.name].get]
    opened, found = dead_ends(here, reader, ["/", *(address_of(page, here) for page in mine)])
    assert found == []
    assert opened > {page.name for page in mine}


@pytest.mark.urls("tests.permissions.trial_pages")
def test_a_page_that_leads_to_a_closed_one_is_found(places: Places) -> None:
    here, _ = places
    start = reverse("trial_leads", args=[here.ids["person_id"]])
    opened, found = dead_ends(here, "person:self", [start])
    assert "trial_leads" in opened
    assert found == [
        f"person:self: {start} leads to GET /nowhere/: 404",
        f"person:self: {start} leads to GET /runs/: 404",
        f"person:self: {start} leads to POST /runs/propose/: 404",
    ]


def test_a_fragment_and_another_site_are_no_way_on() -> None:
    page = '<a href="#top"></a><a href="https://a.example/b"></a><a href="?q=1#x">'
    assert ways_on(page + '<form method="post" action="c">', "/a/") == [
        ("GET", "/a/"),
        ("GET", "/a/?q=1"),
        ("POST", "/a/c"),
    ]


def test_every_page_has_a_way_on_to_it_from_somewhere_in_the_program() -> None:
    """By its name: a page that only its address names is one that nobody finds."""
    files = [p for p in (ROOT / "whatmatters").rglob("*") if p.suffix in (".py", ".html")]
    addresses = "".join(p.read_text("utf-8") for p in files if "urls" in p.name)
    told = "".join(p.read_text("utf-8") for p in files if "urls" not in p.name)
    ours = [page.name for page in pages() if f'name="{page.name}"' in addresses]
    assert [n for n in ours if f'"{n}"' not in told and f"'{n}'" not in told] == []
