"""The menu shows a reader only what they may open; each role has a name and a description."""

import pytest
from django.utils.translation import override

from tests.fixtures.case import Case, a_case, a_person
from whatmatters.access.queries import Actor
from whatmatters.access.web.context import may_open
from whatmatters.access.web.role_words import DESCRIPTIONS, NAMES, signed_in_as
from whatmatters.frontend.navigation import Item
from whatmatters.rules.roles import Role

pytestmark = pytest.mark.urls("tests.access.trial_pages")


@pytest.fixture
def case(db: None) -> Case:
    return a_case()


def shown(actor: Actor, url_name: str, *roles: str) -> bool:
    return may_open(actor, Item("label", url_name, frozenset(roles)))


def test_the_menu_hides_what_the_page_would_refuse(case: Case) -> None:
    assert shown(case.manager, "trial_first")
    assert shown(case.manager, "trial_first", "provider_manager", "broker")
    assert not shown(case.manager, "trial_first", "broker")
    assert not shown(case.system, "trial_first")


def test_a_page_that_is_not_there_or_not_decided_is_not_in_the_menu(case: Case) -> None:
    assert not shown(case.manager, "no_such_page")
    assert not shown(case.manager, "set_language")


def test_a_page_asks_little_of_the_database(case: Case, client, django_assert_num_queries) -> None:
    mair = a_person(case)
    client.force_login(
        _user(mair.actor), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    client.get(f"/trial/{mair.id}/")
    # session, user, mark of the database, roles, relationship, whether the look is written
    with django_assert_num_queries(6):
        client.get(f"/trial/{mair.id}/")


def test_every_role_has_words_in_both_languages() -> None:
    assert set(NAMES) == set(DESCRIPTIONS) == set(Role)
    for role in Role:
        with override("cy"):
            welsh = str(DESCRIPTIONS[role])
        with override("en-gb"):
            assert str(DESCRIPTIONS[role]) != welsh


def test_who_is_signed_in(case: Case) -> None:
    with override("cy"):
        assert signed_in_as(case.manager) == "Beth Morgan – rheolwr gyda darparwr"
    with override("en-gb"):
        assert signed_in_as(case.manager) == "Beth Morgan – manager at a provider"


def _user(actor: Actor):
    from whatmatters.access.models import User

    return User.objects.get(pk=actor.user_id)
