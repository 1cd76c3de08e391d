"""Several at once: one use of a recovery, one answer to it, and always an administrator left."""

from functools import partial

import pytest

from tests.fixtures.accounts import AT, FRESH, halves, offices, user_of
from tests.fixtures.case import STARTS
from tests.fixtures.racing import race
from whatmatters.access.models import Membership, RecoveryAnswer, RecoveryUse
from whatmatters.access.queries.users import roles_held
from whatmatters.access.services import (
    answer_recovery,
    ask_recovery,
    close_account,
    end_membership,
    use_recovery,
)
from whatmatters.rules.accounts import RecoveryKind, RoleReason

LOST = RecoveryKind.SECOND_STEP
RACERS = 6


@pytest.fixture
def office(own_database):
    return offices()


def use(username: str, codes: tuple[str, str]) -> int:
    first, second = codes
    return use_recovery(at=AT, username=username, first=first, second=second, password=FRESH)


def test_of_several_who_send_the_same_codes_one_gets_in(office) -> None:
    nia = office.case.social_worker
    codes = halves(office.council, office.council_two, nia.user_id, LOST)
    told = race([partial(use, user_of(nia).username, codes)] * RACERS)
    assert sorted(kind for kind, _ in told) == ["done"] + ["refused"] * (RACERS - 1), told
    assert RecoveryUse.objects.count() == 1


def test_control_without_its_key_several_get_in(office, owner_connection) -> None:
    nia = office.case.social_worker
    codes = halves(office.council, office.council_two, nia.user_id, LOST)
    without_key(owner_connection)
    both = [use(user_of(nia).username, codes), twice(nia, codes)]
    assert len(both) == RecoveryUse.objects.count() == 2


def without_key(connection) -> None:
    """The table of uses once more, with nothing that says "once"."""
    table = "access_recoveryuse"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT conname FROM pg_constraint WHERE contype = 'u' "
                f"AND conrelid = '{table}'::regclass"
            )
            for (name,) in cursor.fetchall():
                cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
            return
        cursor.execute(f"ALTER TABLE {table} RENAME TO kept")
        cursor.execute(f"CREATE TABLE {table} AS SELECT * FROM kept")


def twice(nia, codes: tuple[str, str]) -> int:
    """What the second of two does who both looked before either wrote."""
    from whatmatters.access.models import Recovery

    row = Recovery.objects.get()
    RecoveryUse.objects.create(
        pk=2, council_id=row.council_id, by_id=nia.user_id, at=AT, recovery=row
    )
    return nia.user_id


def test_confirmed_and_refused_at_once_is_one_of_them(office) -> None:
    cadi = office.case.team_member
    asked = ask_recovery(by=office.provider, at=AT, user_id=cadi.user_id, kind=LOST)
    say = partial(answer_recovery, at=AT, recovery_id=asked.recovery_id)
    told = race(
        [
            partial(say, by=by, confirmed=confirmed)
            for by in (office.provider_two, office.case.manager)
            for confirmed in (True, False)
        ]
    )
    assert [kind for kind, _ in told].count("done") == 1, told
    assert RecoveryAnswer.objects.count() == 1


def test_two_administrators_who_end_one_another_leave_one(office) -> None:
    one, two = office.council, office.council_two
    role = {
        who.user_id: roles_held(who.council_id, who.user_id)[0].membership_id for who in (one, two)
    }
    told = race(
        [
            partial(end_membership, by=one, at=AT, membership_id=role[two.user_id], on=STARTS),
            partial(end_membership, by=two, at=AT, membership_id=role[one.user_id], on=STARTS),
        ]
    )
    assert sorted(told) == [("done", None), ("refused", "last_administrator")]
    open_ones = Membership.objects.filter(role="administrator", ends__isnull=True)
    assert open_ones.filter(organisation_id=office.case.council_organisation_id).count() == 1


def test_closing_one_another_leaves_one_as_well(office) -> None:
    one, two = office.provider, office.provider_two
    close = partial(close_account, at=AT, why=RoleReason.SAFETY)
    told = race(
        [partial(close, by=one, user_id=two.user_id), partial(close, by=two, user_id=one.user_id)]
    )
    assert sorted(told) == [("done", None), ("refused", "last_administrator")]
