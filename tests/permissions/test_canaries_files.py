"""Canaries over what is taken away (S4): a record, a party's own data, a table of figures."""

import io
from uuid import uuid4
from zipfile import ZipFile

import pytest
from django.urls import reverse

from tests.fixtures.case import moment
from tests.permissions.canaries import planted
from tests.permissions.expected import EXPECTED
from tests.permissions.walk import client_of, pages
from tests.permissions.world import TODAY, Place, Places
from whatmatters.access.queries import actor_for
from whatmatters.exchange.services.party_export import ask_to_take_out

HOME = ("address", "postcode", "point", "ward")
PARTIES = ("commissioner:council", "provider_manager:provider", "provider_manager:rival")
# Pages of figures that are to be had as a table.
FIGURES = [page.name for page in pages() if page.name.startswith("dashboard")]


def told(packed: bytes) -> str:
    """Everything that a zip holds."""
    with ZipFile(io.BytesIO(packed)) as files:
        return "".join(files.read(name).decode() for name in files.namelist())


def record_of(place: Place, reader: str) -> str:
    """Her record as this reader takes it away."""
    address = reverse("record_export", args=[place.ids["person_id"]])
    sent = {"form_token": str(uuid4()), "language": "en-gb", "together": "on"}
    answer = client_of(place, reader).post(address, sent)
    assert answer.status_code == 200
    return told(answer.content)


def own_data_of(place: Place, reader: str) -> str:
    """What this reader's body takes away."""
    user_id = place.readers[reader].pk
    by = actor_for(user_id, council_id=place.case.council_id, on=TODAY)
    asked_id = ask_to_take_out(by=by, at=moment(TODAY), on=TODAY, reason="Our own books")
    answer = client_of(place, reader).post(reverse("export", args=[asked_id]))
    assert answer.status_code == 200
    return told(b"".join(answer.streaming_content) if answer.streaming else answer.content)


def standing(place: Place, text: str, kinds: tuple[str, ...] = HOME) -> set[str]:
    """Of which kinds a canary of this place stands in a text."""
    return {kind for kind in kinds if place.canaries[kind] in text}


def test_a_record_taken_away_tells_a_hidden_home_to_herself_and_her_worker_alone(
    places: Places,
) -> None:
    here, elsewhere = planted(places)
    for reader in ("person:self", "social_worker:assigned"):
        whole = record_of(here, reader)
        assert standing(here, whole) >= {"postcode", "point"}, reader
        assert standing(elsewhere, whole) == set()
    assert standing(here, record_of(here, "family:decider")) == set()


@pytest.mark.parametrize("reader", PARTIES)
def test_a_party_takes_away_nothing_of_where_she_lives_or_of_what_is_kept(
    places: Places, reader: str
) -> None:
    here, elsewhere = planted(places)
    whole = own_data_of(here, reader)
    private = (*HOME, "kept", "number", "words", "profile")
    assert standing(here, whole, private) == set()
    assert standing(elsewhere, whole, (*private, "name", "line", "price")) == set()
    # Control arm: what is the party's own stands in it, but for the rival.
    assert standing(here, whole, ("line",)) == (set() if "rival" in reader else {"line"})


def test_a_table_of_figures_tells_no_home_to_who_may_not_know_it(places: Places) -> None:
    here, _ = planted(places)
    tables = 0
    for name in FIGURES:
        row = EXPECTED[name]
        page = next(page for page in pages() if page.name == name)
        address = reverse(name, kwargs={one: here.ids[one] for one in page.arguments})
        for reader in sorted(row.get):
            answer = client_of(here, reader).get(address, {"as": "csv"})
            assert answer.status_code == 200
            tables += answer.headers["Content-Type"].startswith("text/csv")
            assert standing(here, answer.content.decode()) == set(), (name, reader)
    assert tables > 20
