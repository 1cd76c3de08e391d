"""Accounts for the walk: a colleague with a role, and one lost account that waits for a word."""

from datetime import date
from typing import Any

from tests.fixtures.case import an_actor, moment
from whatmatters.access.queries.users import roles_held
from whatmatters.access.services import ask_recovery
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
    }
