"""`whatmatters council add` and `whatmatters user …`: how a live council starts."""

from datetime import date

import pytest
import typer
from typer.testing import CliRunner

from whatmatters.access.management.user import register
from whatmatters.access.models import Membership, User
from whatmatters.access.queries import acting
from whatmatters.places.models import Council

CODE = "W06000002"


@pytest.fixture
def run(db: None):
    app = typer.Typer()
    register(app)

    def call(*words: str) -> tuple[int, str]:
        result = CliRunner().invoke(app, list(words))
        return result.exit_code, result.output

    return call


@pytest.fixture
def council(db: None) -> Council:
    return Council.objects.create(code=CODE, name_en="Gwynedd", name_cy="Gwynedd", nation="wales")


def test_a_user_gets_a_fresh_password_and_a_role(run, council: Council) -> None:
    assert run("council", "organisation", "provider", "Gofal Arfon", "--council", CODE)[0] == 0
    code, told = run("user", "add", "manon", "--name", "Manon Rees", "--council", CODE, "--welsh")
    assert code == 0
    user = User.objects.get(username="manon")
    assert user.check_password(told.split()[-1])
    options = ("--council", CODE, "--organisation", "Gofal Arfon", "--on", "2026-07-01")
    assert run("user", "role", "manon", "provider_manager", *options)[0] == 0
    actor = acting(user.pk, on=date(2026, 7, 1))
    assert actor is not None
    assert (actor.name, actor.roles, actor.language) == ("Manon Rees", {"provider_manager"}, "cy")
    ended = ("role", "manon", "provider_manager", "--council", CODE, "--end", "--on", "2026-07-31")
    assert run("user", *ended)[0] == 0
    assert Membership.objects.get(user=user).ends == date(2026, 7, 31)


def test_a_role_of_the_council_is_held_there_and_one_of_a_provider_needs_its_name(
    run, council: Council
) -> None:
    assert run("council", "organisation", "council", "Gwynedd", "--council", CODE)[0] == 0
    run("user", "add", "huw", "--name", "Huw Lewis", "--council", CODE)
    assert run("user", "role", "huw", "commissioner", "--council", CODE)[0] == 0
    held = Membership.objects.get(user__username="huw")
    assert held.organisation is not None
    assert held.organisation.name_en == "Gwynedd"
    code, told = run("user", "role", "huw", "provider_manager", "--council", CODE)
    assert (code, "say for whom with --organisation" in told) == (1, True)
    assert Membership.objects.count() == 1


def test_a_new_password_replaces_the_old_one(run, council: Council) -> None:
    _, first = run("user", "add", "manon", "--name", "Manon Rees", "--council", CODE)
    code, told = run("user", "password", "manon", "--council", CODE)
    assert code == 0
    user = User.objects.get(username="manon")
    assert user.check_password(told.split()[-1])
    assert not user.check_password(first.split()[-1])


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (
            ("add", "system", "--name", "X", "--council", CODE),
            "Somebody signs in as system already.",
        ),
        (("add", "new", "--name", "X", "--council", "W06000099"), "No council W06000099"),
        (("role", "nobody", "broker", "--council", CODE), "Nobody signs in as nobody"),
        (("role", "system", "broker", "--council", CODE, "--on", "x"), "x is not a date"),
        (("role", "system", "broker", "--council", CODE, "--end"), "They are not broker"),
        (
            ("role", "system", "broker", "--council", CODE, "--organisation", "Nowhere"),
            "No organisation called Nowhere",
        ),
    ],
)
def test_what_cannot_be_done_is_said(run, council: Council, words, reason: str) -> None:
    User.objects.create(username="system")
    code, told = run("user", *words)
    assert code == 1
    assert reason in told
    assert not Membership.objects.exists()
