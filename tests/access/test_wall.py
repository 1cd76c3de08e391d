"""The second wall between councils: pages with the program's own filter taken away.

The filter is `objects.of(council_id)`. Without it every list starts from the rows of all councils:
on SQLite, which has no other wall, pages then show another council's people, and that is how these
tests know that they would see it. On PostgreSQL row-level security still stands.
"""

import pytest
from django.db import connection
from django.test import Client

from tests.fixtures.databases import is_postgresql
from tests.permissions.expected import EXPECTED
from tests.permissions.walk import BACKEND, address_of, pages
from tests.permissions.world import Place, Places
from whatmatters.records.standing import NOWHERE, SETTING, of_council, place
from whatmatters.records.tenancy import ScopedQuerySet

READERS = ("social_worker:assigned", "commissioner:council", "finance_officer:council")
# Lists that show rows of all councils once the filter is gone.
LEAKING = {"home", "person_list"}


@pytest.fixture
def no_filter(monkeypatch: pytest.MonkeyPatch) -> None:
    """The mutation that the wall is for: nothing narrows a list to one council any more."""
    monkeypatch.setattr(ScopedQuerySet, "of", lambda self, council_id: self.all())


def told(here: Place, elsewhere: Place) -> set[str]:
    """The pages of `here` that tell its readers a canary of elsewhere."""
    found = set()
    for reader in READERS:
        client = Client(raise_request_exception=False)
        client.force_login(here.readers[reader], backend=BACKEND)
        for page in pages():
            if page.arguments or EXPECTED[page.name].open_to:
                continue
            words = client.get(address_of(page, here)).content.decode(errors="replace")
            if any(canary in words for canary in elsewhere.canaries.values()):
                found.add(page.name)
    return found


def test_no_page_tells_of_another_council_even_without_the_filter(
    places: Places, no_filter
) -> None:
    here, elsewhere = places
    leaking = told(here, elsewhere)
    if is_postgresql():
        assert leaking == set()
    else:
        assert leaking >= LEAKING


def test_a_request_leaves_the_program_standing_where_it_was(places: Places) -> None:
    here, _ = places
    client = Client()
    client.force_login(here.readers["commissioner:council"], backend=BACKEND)
    with of_council(here.case.council_id):
        assert client.get("/").status_code == 200
        assert place() == str(here.case.council_id)
        assert Client().get("/").status_code == 302
        assert place() == str(here.case.council_id)


@pytest.mark.postgres_only
def test_a_page_stands_in_its_readers_council_and_the_sign_in_page_in_none(places: Places) -> None:
    here, elsewhere = places
    seen: list[tuple[str, int]] = []

    def look(execute, sql, params, many, context):
        answer = execute(sql, params, many, context)
        with context["connection"].connection.cursor() as cursor:
            cursor.execute(f"SELECT current_setting('{SETTING}'), count(*) FROM people_person")
            seen.append(cursor.fetchone())
        return answer

    client = Client()
    client.force_login(here.readers["commissioner:council"], backend=BACKEND)
    with connection.execute_wrapper(look):
        assert client.get("/").status_code == 200
        stood = {where for where, _ in seen}
        assert {count for where, count in seen if where == str(here.case.council_id)} == {1}
        seen.clear()
        assert Client().get("/sign-in/").status_code == 200
    assert str(elsewhere.case.council_id) not in stood
    assert len(seen) > 0
    assert set(seen) == {(NOWHERE, 0)}
