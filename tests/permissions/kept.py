"""The two councils of `world`, made once for a module: each test's writes are taken back."""

from collections.abc import Iterator

import pytest
from django.db import transaction


@pytest.fixture(scope="module")
def made_once(django_db_setup, django_db_blocker) -> Iterator[tuple]:
    """Both councils, in one transaction that ends with the module and leaves nothing."""
    # Models: not before Django is set up.
    from tests.permissions.walk import keep_browsers
    from tests.permissions.world import two_places

    with django_db_blocker.unblock(), transaction.atomic():
        made = two_places()
        for place in made:
            keep_browsers(place)
        with django_db_blocker.block():
            yield made
        transaction.set_rollback(True)


@pytest.fixture
def places(made_once: tuple, django_db_blocker) -> Iterator[tuple]:
    """Here and elsewhere. Not beside `db`, which would close the connection they stand on."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield made_once
        transaction.set_rollback(True)
