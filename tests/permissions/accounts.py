"""Accounts for the walk: a colleague with a role, and one lost account that waits for a word."""

from datetime import date
from typing import Any

from django.core import signing

from tests.fixtures.case import an_actor, moment
from tests.fixtures.pictures import a_photograph
from whatmatters.access.queries import actor_for
from whatmatters.access.queries.portraits import faces_of
from whatmatters.access.queries.users import roles_held
from whatmatters.access.services import ask_recovery
from whatmatters.access.services.portraits import put_up_portrait
from whatmatters.rules.accounts import RecoveryKind
from whatmatters.rules.roles import Role


def ask_for_one(place: Any, today: date) -> None:
    """Ids for the addresses of accounts: of the council's own body.

    The lost one is the person's, asked for by another administrator: her social worker may
    confirm, and the administrator of the walk is a colleague of who asked.
    """
    case = place.case
    body = case.council_organisation_id
    asker = an_actor(case.system, Role.ADMINISTRATOR, body, "Asker")
    colleague = an_actor(case.system, Role.BROKER, body, "Colleague")
    herself = place.readers["person:self"].pk
    asked = ask_recovery(
        by=asker, at=moment(today, 0), user_id=herself, kind=RecoveryKind.SECOND_STEP
    )
    held = roles_held(case.council_id, colleague.user_id)
    place.ids |= {
        "account_id": colleague.user_id,
        "membership_id": held[0].membership_id,
        "recovery_id": asked.recovery_id,
        "face": _face(place, herself, today),
    }


def _face(place: Any, user_id: int, today: date) -> str:
    """Her picture is up; its address as it stands on her record, made for herself."""
    council_id = place.case.council_id
    by = actor_for(user_id, council_id=council_id, on=today)
    put_up_portrait(by=by, at=moment(today, 0), sent=a_photograph())
    (shown,) = faces_of(council_id, [user_id])
    told = (user_id, shown.portrait_id, place.ids["person_id"], "see_profile")
    return signing.dumps(told, salt="whatmatters.access.face")
