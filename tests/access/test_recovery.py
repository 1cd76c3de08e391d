"""A lost account comes back by two people, once, for a while; the user is told."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.db import IntegrityError, connection, transaction

from tests.fixtures.accounts import AT, FRESH, PASSWORD, Offices, halves, offices, user_of
from tests.fixtures.case import a_person, an_actor
from whatmatters.access.models import AuditEvent, Membership, Recovery, RecoveryAnswer
from whatmatters.access.queries import Actor
from whatmatters.access.queries.recoveries import untold, waiting_for
from whatmatters.access.services import (
    CodesNotRight,
    CountsElsewhere,
    MayNotConfirm,
    MembershipGiven,
    NotAllowed,
    NotLookedAfter,
    NotTheFirstTime,
    OwnAccount,
    PasswordTooWeak,
    RecoveryOver,
    add_memberships,
    answer_recovery,
    ask_recovery,
    close_account,
    end_membership,
    first_sign_in,
    open_account,
    set_password,
    use_recovery,
)
from whatmatters.rules.accounts import RecoveryKind, RoleReason
from whatmatters.rules.days import london_day
from whatmatters.rules.refusals import Absent
from whatmatters.rules.roles import Role

LOST = RecoveryKind.SECOND_STEP


@pytest.fixture
def office(db: None) -> Offices:
    return offices()


def use(actor: Actor, codes: tuple[str, str], **more: object) -> int:
    told = {"at": AT, "username": user_of(actor).username, "password": FRESH, **more}
    return use_recovery(first=codes[0], second=codes[1], **told)


def test_two_people_give_an_account_back(office: Offices) -> None:
    nia = office.case.social_worker
    set_password(by=office.case.system, at=AT, user_id=nia.user_id, password=PASSWORD)
    totp.TOTP.activate(user_of(nia), totp.generate_totp_secret())
    before = user_of(nia).get_session_auth_hash()
    codes = halves(office.council, office.council_two, nia.user_id, LOST)
    assert use(nia, codes) == nia.user_id
    user = user_of(nia)
    assert user.check_password(FRESH)
    assert user.get_session_auth_hash() != before
    assert not Authenticator.objects.filter(user=user).exists()
    told = AuditEvent.objects.filter(subject="recovery").order_by("seq")
    assert [(row.action, row.by_id) for row in told] == [
        ("asked", office.council.user_id),
        ("confirmed", office.council_two.user_id),
        ("used", nia.user_id),
    ]
    assert [fact.answered_by_name for fact in untold(nia.user_id)] == ["Dai Pugh"]
    with pytest.raises(CodesNotRight):
        use(nia, codes)


def test_a_lost_password_leaves_the_second_step_as_it_is(office: Offices) -> None:
    nia = office.case.social_worker
    totp.TOTP.activate(user_of(nia), totp.generate_totp_secret())
    use(nia, halves(office.council, office.council_two, nia.user_id, RecoveryKind.PASSWORD))
    assert Authenticator.objects.filter(user_id=nia.user_id, type="totp").exists()


def test_neither_half_alone_opens_and_time_ends_both(office: Offices) -> None:
    nia = office.case.social_worker
    first, second = halves(office.council, office.council_two, nia.user_id, LOST)
    late = AT + timedelta(hours=24)
    for codes, at in [
        ((first, ""), AT),
        ((first, first), AT),
        (("", second), AT),
        ((second, first), AT),
        ((first, second), late),
    ]:
        with pytest.raises(CodesNotRight):
            use(nia, codes, at=at)
    with pytest.raises(CodesNotRight):
        use(nia, (first, second), username="nobody")
    with pytest.raises(PasswordTooWeak):
        use(nia, (first, second), password="short")
    spaced = (first.lower().replace("-", " "), f" {second} ")
    assert use(nia, spaced, at=late - timedelta(seconds=1)) == nia.user_id


def test_one_alone_and_the_user_herself_cannot(office: Offices) -> None:
    asker, nia = office.council, office.case.social_worker
    with pytest.raises(OwnAccount):
        ask_recovery(by=asker, at=AT, user_id=asker.user_id, kind=LOST)
    asked = ask_recovery(by=asker, at=AT, user_id=nia.user_id, kind=LOST)
    about_two = ask_recovery(by=asker, at=AT, user_id=office.council_two.user_id, kind=LOST)
    for by, recovery_id in [
        (asker, asked.recovery_id),
        (nia, asked.recovery_id),
        (office.council_two, about_two.recovery_id),
        (office.case.finance, asked.recovery_id),
        (office.provider, asked.recovery_id),
        (office.case.manager, asked.recovery_id),
    ]:
        with pytest.raises(MayNotConfirm):
            answer_recovery(by=by, at=AT, recovery_id=recovery_id, confirmed=True)
    with pytest.raises(CodesNotRight):
        use(nia, (asked.half, asked.half))


def test_who_may_ask(office: Offices) -> None:
    nia, beth = office.case.social_worker, office.case.manager
    with pytest.raises(NotAllowed):
        ask_recovery(by=office.case.commissioner, at=AT, user_id=nia.user_id, kind=LOST)
    for by, whom in ((office.provider, nia), (office.council, beth)):
        with pytest.raises(NotLookedAfter):
            ask_recovery(by=by, at=AT, user_id=whom.user_id, kind=LOST)
    leeds = offices("E08000035")
    with pytest.raises(NotLookedAfter):
        ask_recovery(by=leeds.council, at=AT, user_id=nia.user_id, kind=LOST)
    asked = ask_recovery(by=office.council, at=AT, user_id=nia.user_id, kind=LOST)
    with pytest.raises(Absent):
        answer_recovery(by=leeds.council, at=AT, recovery_id=asked.recovery_id, confirmed=True)


def test_a_person_is_confirmed_by_her_social_worker(office: Offices) -> None:
    case, mair = office.case, a_person(office.case)
    stranger = an_actor(case.system, Role.SOCIAL_WORKER, case.council_organisation_id)
    asked = ask_recovery(by=office.council, at=AT, user_id=mair.actor.user_id, kind=LOST)
    on = london_day(AT)
    assert [f.id for f in waiting_for(case.social_worker, AT, on)] == [asked.recovery_id]
    assert waiting_for(stranger, AT, on) == waiting_for(office.council, AT, on) == ()
    with pytest.raises(MayNotConfirm):
        answer_recovery(by=stranger, at=AT, recovery_id=asked.recovery_id, confirmed=True)
    answer_recovery(by=case.social_worker, at=AT, recovery_id=asked.recovery_id, confirmed=True)
    assert waiting_for(case.social_worker, AT, on) == ()


def test_a_manager_confirms_a_colleague_of_the_same_provider(office: Offices) -> None:
    cadi = office.case.team_member
    use(cadi, halves(office.provider, office.case.manager, cadi.user_id, LOST))


def test_it_is_answered_once_and_the_newest_counts(office: Offices) -> None:
    nia = office.case.social_worker
    old = ask_recovery(by=office.council, at=AT, user_id=nia.user_id, kind=LOST)
    new = ask_recovery(by=office.council, at=AT, user_id=nia.user_id, kind=LOST)
    two = office.council_two
    with pytest.raises(RecoveryOver):
        answer_recovery(by=two, at=AT, recovery_id=old.recovery_id, confirmed=True)
    assert answer_recovery(by=two, at=AT, recovery_id=new.recovery_id, confirmed=False) is None
    with pytest.raises(RecoveryOver):
        answer_recovery(by=two, at=AT, recovery_id=new.recovery_id, confirmed=True)
    third = ask_recovery(by=office.council, at=AT, user_id=nia.user_id, kind=LOST)
    late = AT + timedelta(hours=24)
    with pytest.raises(RecoveryOver):
        answer_recovery(by=two, at=late, recovery_id=third.recovery_id, confirmed=True)


def test_nobody_takes_over_an_account_that_counts_elsewhere(office: Offices) -> None:
    """Cadi left the provider for the council: its administrator still lists her, and no more."""
    case, cadi = office.case, office.case.team_member
    on, council = london_day(AT), case.council_organisation_id
    held = MembershipGiven(cadi.user_id, Role.FINANCE_OFFICER, council, on)
    add_memberships(by=case.system, at=AT, memberships=[held])
    for kind in (RecoveryKind.PASSWORD, LOST):
        for by in (office.provider, office.council):
            with pytest.raises(CountsElsewhere):
                ask_recovery(by=by, at=AT, user_id=cadi.user_id, kind=kind)
    with pytest.raises(CountsElsewhere):
        first_sign_in(by=office.provider, at=AT, user_id=cadi.user_id)
    assert not Recovery.objects.exists()
    for one in Membership.objects.filter(user_id=cadi.user_id, organisation_id=case.provider_id):
        end_membership(by=office.provider, at=AT, membership_id=one.pk, on=on)
    later = AT + timedelta(days=1)
    with pytest.raises(CountsElsewhere):
        ask_recovery(by=office.provider, at=later, user_id=cadi.user_id, kind=LOST)
    close_account(by=office.council, at=later, user_id=cadi.user_id, why=RoleReason.LEFT)
    with pytest.raises(CountsElsewhere):
        open_account(by=office.provider, at=later, user_id=cadi.user_id, why=RoleReason.COMES_BACK)
    open_account(by=office.council, at=later, user_id=cadi.user_id, why=RoleReason.COMES_BACK)
    assert ask_recovery(by=office.council, at=later, user_id=cadi.user_id, kind=LOST).half


def test_a_closed_account_is_not_recovered(office: Offices) -> None:
    nia = office.case.social_worker
    codes = halves(office.council, office.council_two, nia.user_id, LOST)
    close_account(by=office.council, at=AT, user_id=nia.user_id, why=RoleReason.LEFT)
    with pytest.raises(CodesNotRight):
        use(nia, codes)


def test_the_first_sign_in_takes_one_and_only_the_first(office: Offices) -> None:
    nia = office.case.social_worker
    code = first_sign_in(by=office.council, at=AT, user_id=nia.user_id).half
    assert use(nia, (code, "")) == nia.user_id
    with pytest.raises(CodesNotRight):
        use(nia, (code, ""))
    with pytest.raises(NotTheFirstTime):
        first_sign_in(by=office.council, at=AT, user_id=nia.user_id)
    assert untold(nia.user_id) == ()


def test_the_database_itself_refuses_one_person_alone(office: Offices) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        answered_by_who_asked(office)
    nia = office.case.social_worker
    own = {"half": "x", "kind": LOST, "expires": AT, "at": AT, "user_id": nia.user_id}
    with pytest.raises(IntegrityError), transaction.atomic():
        Recovery.objects.create(council_id=nia.council_id, by_id=nia.user_id, **own)


def answered_by_who_asked(office: Offices) -> None:
    """Past every check of the program: the row that one person alone would write."""
    nia, alone = office.case.social_worker, office.council
    asked = ask_recovery(by=alone, at=AT, user_id=nia.user_id, kind=LOST)
    row = Recovery.objects.get(pk=asked.recovery_id)
    RecoveryAnswer.objects.create(
        council_id=row.council_id,
        by_id=alone.user_id,
        at=AT,
        recovery=row,
        user_id=row.user_id,
        asked_by_id=row.by_id,
        confirmed=True,
        half=row.half,
    )


@pytest.mark.skipif(connection.vendor == "postgresql", reason="the plain role drops no constraint")
def test_control_without_the_constraint_one_person_gets_in_alone(office: Offices) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA ignore_check_constraints = ON")
    try:
        answered_by_who_asked(office)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA ignore_check_constraints = OFF")
    assert RecoveryAnswer.objects.get().by_id == RecoveryAnswer.objects.get().asked_by_id
