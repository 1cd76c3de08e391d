"""Killed in the middle and run again; and the commands, as processes, on real commits."""

from datetime import date

import pytest

from tests.fixtures.case import Case, a_case, a_person, an_actor, moment
from tests.fixtures.command import whatmatters
from tests.fixtures.killing import When, killed
from whatmatters.access.models import User
from whatmatters.access.queries import verify_audit
from whatmatters.people.models import NameKey, Person
from whatmatters.retention.models import Blanked
from whatmatters.retention.services import apply_retention
from whatmatters.rules.roles import Role

DAY = date(2029, 1, 1)


@pytest.fixture
def case(own_database) -> Case:
    """Three people who never had support."""
    made = a_case()
    for name in ("Gwen Un", "Gwen Dau", "Gwen Tri"):
        a_person(made, name)
    return made


def whole(case: Case) -> int:
    """How many are blanked; each is blanked all through, or not at all."""
    blanked = set(Blanked.objects.values_list("person_id", flat=True))
    for row in Person.objects.all():
        gone = row.pk in blanked
        assert (row.full_name == "—") is gone
        assert NameKey.objects.filter(person=row).exists() is not gone
    assert User.objects.filter(display_name="—").count() == len(blanked)
    assert verify_audit(case.council_id).problem == ""
    return len(blanked)


def test_killed_at_any_statement_everybody_is_whole_and_a_second_run_ends_it(case: Case) -> None:
    def act() -> None:
        apply_retention(by=case.system, at=moment(DAY), as_of=DAY)

    kills = [killed(act, n, When.AFTER) for n in (40, 90, 120)]
    assert any(kills), "no run was killed: it has fewer statements than it should"
    assert whole(case) < 3, "every kill came after the end"
    act()
    assert whole(case) == 3
    act()
    assert Blanked.objects.count() == 3


def test_the_commands_show_hold_and_blank(own_database) -> None:
    case = a_case()
    who = a_person(case, "Gwen Un")
    body = case.council_organisation_id
    keeper = User.objects.get(pk=an_actor(case.system, Role.ADMINISTRATOR, body).user_id)
    env = own_database.env
    shown = whatmatters("retention", "--as-of", "2029-01-01", env=env)
    assert shown.returncode == 0, shown.stderr
    assert f"no_service · person {who.id}: " in shown.stdout
    assert "people.person 1" in shown.stdout
    assert "Nothing was changed." in shown.stdout
    assert "Gwen" not in shown.stdout
    by = ("--by", keeper.username)
    early = whatmatters("retention", "--as-of", "2099-01-01", "--apply", *by, env=env)
    assert (early.returncode, "has not come" in early.stderr) == (2, True)
    alone = whatmatters("retention", "--apply", env=env)
    assert (alone.returncode, "go together" in alone.stderr) == (2, True)
    assert whatmatters("hold", "add", str(who.id), "--why", "A claim", *by, env=env).returncode == 0
    assert "A claim" in whatmatters("hold", "list", *by, env=env).stdout
    held = whatmatters("retention", "--as-of", "2099-01-01", env=env)
    assert f"Under a legal hold, so not touched: {who.id}" in held.stdout
    assert Person.objects.get(pk=who.id).full_name == "Gwen Un"
