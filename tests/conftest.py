"""What all tests share: the database template, a database of a test's own, Hypothesis's profile."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.fixtures import databases, serving
from tests.permissions.kept import made_once, places  # noqa: F401

settings.register_profile(
    "house",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("house")

HERE = Path(__file__).parent
# Folders whose tests ask no database, or ask it for words alone: run on SQLite.
NO_DATABASE = {"frontend", "policy", "rules", "style", "words"}


def is_of_pages(path: Path) -> bool:
    """Whether a file asks for pages by their words: a page reads the same on either database.

    Services are tried on both, and tests/permissions opens every page on both as every reader.
    """
    folder, *below = path.relative_to(HERE).parts
    named = "web" in below or bool({"page", "pages"} & set(path.stem.split("_")))
    return named and folder != "permissions"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say what needs another database, and refuse what append-only tables do not survive."""
    for item in items:
        mark = item.get_closest_marker("django_db")
        if mark is not None and mark.kwargs.get("transaction"):
            raise pytest.UsageError(f"{item.nodeid}: use `own_database`, not transaction=True")
        if item.get_closest_marker("postgres_only") and not os.environ.get("DATABASE_URL"):
            item.add_marker(pytest.mark.skip(reason="needs PostgreSQL (DATABASE_URL)"))
        apart = item.path.relative_to(HERE).parts[0] in NO_DATABASE or is_of_pages(item.path)
        if (apart or item.get_closest_marker("once")) and os.environ.get("DATABASE_URL"):
            item.add_marker(pytest.mark.skip(reason="the same on either database: run on SQLite"))
        if item.get_closest_marker("browser"):
            if os.environ.get("DATABASE_URL") and not item.get_closest_marker("both"):
                item.add_marker(pytest.mark.skip(reason="the same on SQLite"))
            # Playwright's synchronous interface runs an event loop, which Django would refuse.
            os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session", autouse=True)
def standing_across_councils() -> Iterator[None]:
    """A test calls services as the terminal does; a page that it asks for stands as ever."""
    from whatmatters.records.standing import across_councils

    with across_councils():
        yield


@pytest.fixture(autouse=True)
def language_of_its_own() -> Iterator[None]:
    """A page read in Welsh leaves its language on the thread: the next test starts without it."""
    from django.utils import translation

    yield
    translation.deactivate()


@pytest.fixture(scope="session")
def worker_id(request: pytest.FixtureRequest) -> str:
    """The name of this xdist worker, or "main" without xdist."""
    workers = getattr(request.config, "workerinput", None)
    return workers["workerid"] if workers else "main"


@pytest.fixture(scope="session")
def database_template(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str, django_db_blocker
) -> Iterator[str]:
    """Name of a migrated database of this worker that nothing ever writes to."""
    with django_db_blocker.unblock():
        name = databases.make_template(tmp_path_factory.mktemp("template"), worker_id)
    yield name
    with django_db_blocker.unblock():
        databases.drop(name)


@pytest.fixture(scope="session")
def django_db_setup(
    database_template: str, tmp_path_factory: pytest.TempPathFactory, django_db_blocker
) -> Iterator[None]:
    """This worker's database: a copy of the template, emptied by rolling each test back."""
    # Blocked again inside: a test opens the database only when it asks for it.
    with (
        django_db_blocker.unblock(),
        databases.own(database_template, tmp_path_factory.mktemp("database")),
        django_db_blocker.block(),
    ):
        yield


@pytest.fixture
def own_database(
    database_template: str, tmp_path: Path, django_db_blocker
) -> Iterator[databases.Database]:
    """A database that only this test has: for kills, races, subprocesses and browsers.

    The test's process uses it too, with real commits. Pass `own_database.env` to subprocesses.
    """
    with (
        django_db_blocker.unblock(),
        databases.own(database_template, tmp_path / "data") as found,
    ):
        yield found


@pytest.fixture
def owner_connection(own_database: databases.Database):
    """The connection that owns the tables of `own_database`: what migrations use."""
    from django.db import connections

    return connections["owner" if "owner" in connections else "default"]


@pytest.fixture
def site(own_database: databases.Database) -> Iterator[str]:
    """Address of the product's own server on `own_database`, such as "http://localhost:4711"."""
    port = serving.free_port()
    with serving.served(own_database.env, port):
        yield f"http://localhost:{port}"
