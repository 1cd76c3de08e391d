"""Accounts joined to a record: her own and a relative's, by both names, and ended at once."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.fixtures.case import a_person, an_actor
from tests.fixtures.case_pages import Shown
from tests.trust.test_sharing import AT, ON, client_of, niece, sections, shares, shown, to
from whatmatters.access.models import AuditEvent, User
from whatmatters.access.queries import Actor, may
from whatmatters.access.services import MembershipGiven, add_memberships
from whatmatters.people.models import PersonLink
from whatmatters.rules.people import LinkKind
from whatmatters.rules.permissions import Action
from whatmatters.rules.roles import Role
from whatmatters.rules.sharing import Topic
from whatmatters.rules.word_refusals import WordsMissing
from whatmatters.trust.services import (
    AccountJoined,
    AccountNotHers,
    AccountYourOwn,
    AlreadyLetIn,
    HasAccount,
    LetIn,
    NoAccountByThatName,
    NotYoursToLetIn,
    let_in,
    shut_out,
)

FIXTURES = (shown, niece)


def called(who: Actor) -> str:
    return User.objects.get(pk=who.user_id).username


def joining(who: Actor, name: str, kind: str = "family", **more: str) -> dict[str, str]:
    told = {"form_token": str(uuid4()), "kind": kind, "relationship": "daughter"}
    return told | {"username": called(who).upper(), "account_name": name} | more


def join(by: Actor, shown: Shown, who: Actor, name: str, kind: LinkKind = LinkKind.FAMILY) -> int:
    given = LetIn(shown.ifan.id, kind, called(who), name, "daughter")
    return let_in(by=by, at=AT, on=ON, given=given)


def test_a_relative_is_joined_reads_nothing_until_it_is_shared_and_is_shut_out(
    shown: Shown,
) -> None:
    non = an_actor(shown.case.system, Role.FAMILY, None, "Non Siôn")
    worker, hers = client_of(shown.case.social_worker), client_of(non)
    record = reverse("record", args=[shown.ifan.id])
    close, new = (reverse(n, args=[shown.ifan.id]) for n in ("close_people", "let_in_new"))
    assert f'href="{close}"' in worker.get(record).content.decode()
    assert "Non Siôn" not in worker.get(new).content.decode()  # nobody is offered
    assert hers.get(record).status_code == 404
    form = joining(non, "non sion")
    for _ in range(2):
        sent = worker.post(new, form)
        assert (sent.status_code, sent.headers["Location"]) == (302, close)
    (link,) = PersonLink.objects.filter(user_id=non.user_id)
    assert (link.kind, link.relationship) == ("family", "daughter")
    assert (link.starts, link.ends) == (ON, None)
    assert sections(shown, non) == set()
    told = client_of(shown.ifan.actor).get(close).content.decode()
    assert "Non Siôn" in told
    assert "(daughter)" in told
    assert "Written down by Nia Parry" in told
    assert 'name="stop"' not in told
    shares(shown.ifan.actor, to(non, shown, Topic.PLAN))
    assert sections(shown, non) == {Topic.PLAN}
    for _ in range(2):
        assert worker.post(close, {"stop": str(link.pk)}).status_code == 302
    assert hers.get(record).status_code == 404
    # Joined again on the same day, she begins with nothing.
    assert join(shown.case.social_worker, shown, non, "Non Siôn") == link.pk
    assert sections(shown, non) == set()


def test_the_person_gets_her_record_with_her_account_and_loses_it_with_it(shown: Shown) -> None:
    worker = client_of(shown.case.social_worker)
    close, new = (reverse(n, args=[shown.ifan.id]) for n in ("close_people", "let_in_new"))
    fresh = an_actor(shown.case.system, Role.PERSON, None, "Ifan Hughes")
    mine = client_of(fresh)
    welcome = mine.get(reverse("home")).content.decode()
    assert f"your user name is {called(fresh)}" in welcome
    form = joining(fresh, "Ifan Hughes", "self", relationship="")
    taken = worker.post(new, form)
    assert taken.status_code == 422
    assert "An account is joined as the person’s own already" in taken.content.decode()
    (old,) = PersonLink.objects.filter(person_id=shown.ifan.id, kind="self")
    worker.post(close, {"stop": str(old.pk)})
    record = reverse("record", args=[shown.ifan.id])
    assert client_of(shown.ifan.actor).get(record).status_code == 404
    assert worker.post(new, form).status_code == 302
    assert mine.get(record).status_code == 200
    acts = ["link.cut_own", "link.started"]
    found = AuditEvent.objects.filter(action__in=acts, person_id=shown.ifan.id).order_by("seq")
    assert list(found.values_list("action", flat=True))[-2:] == acts


def test_what_is_wrong_is_said_in_welsh_beside_its_question(shown: Shown) -> None:
    non = an_actor(shown.case.system, Role.FAMILY, None, "Non Siôn")
    client = Client(headers={"accept-language": "cy"})
    user = User.objects.get(pk=shown.case.social_worker.user_id)
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    new = reverse("let_in_new", args=[shown.ifan.id])
    wrong = client.post(new, joining(non, "Non Siôn Puw"))
    assert wrong.status_code == 422
    assert 'href="#id_username">Nid oes gan unrhyw gyfrif agored' in wrong.content.decode()
    unsaid = client.post(new, joining(non, "Non Siôn", relationship=""))
    assert 'href="#id_relationship">Dywedwch pwy ydynt' in unsaid.content.decode()
    assert not PersonLink.objects.filter(user_id=non.user_id).exists()


def test_whom_the_service_refuses(shown: Shown, niece: Actor) -> None:
    case, worker = shown.case, shown.case.social_worker
    non = an_actor(case.system, Role.FAMILY, None, "Non Siôn")
    for by in (shown.ifan.actor, case.commissioner, case.manager, niece):
        with pytest.raises(NotYoursToLetIn):
            join(by, shown, non, "Non Siôn")
    link = PersonLink.objects.get(user_id=niece.user_id)
    with pytest.raises(NotYoursToLetIn):
        shut_out(by=case.manager, at=AT, on=ON, person_id=shown.ifan.id, link_id=link.pk)
    with pytest.raises(NoAccountByThatName):  # another role
        join(worker, shown, case.manager, "Beth Morgan")
    with pytest.raises(NoAccountByThatName):  # a relative's is not a person's
        join(worker, shown, non, "Non Siôn", LinkKind.SELF)
    with pytest.raises(AlreadyLetIn):
        join(worker, shown, niece, "Lowri Hughes")
    nobody = LetIn(shown.ifan.id, LinkKind.FAMILY, called(non), "Non Siôn")
    with pytest.raises(WordsMissing):
        let_in(by=worker, at=AT, on=ON, given=nobody)
    User.objects.filter(pk=non.user_id).update(is_active=False)
    with pytest.raises(NoAccountByThatName):
        join(worker, shown, non, "Non Siôn")
    assert not may(non, Action.SEE_RECORD, shown.ifan.id, ON)


def test_one_account_is_one_persons_and_nobodys_who_joins_it(shown: Shown) -> None:
    case, worker = shown.case, shown.case.social_worker
    (own,) = PersonLink.objects.filter(person_id=shown.ifan.id, kind="self")
    name = User.objects.get(pk=own.user_id).display_name
    with pytest.raises(HasAccount):
        join(worker, shown, shown.ifan.actor, name, LinkKind.SELF)
    mair = a_person(case, "Mair Rees")
    given = LetIn(mair.id, LinkKind.SELF, called(shown.ifan.actor), name)
    PersonLink.objects.filter(person_id=mair.id).update(ends=ON.replace(year=2025))
    with pytest.raises(AccountJoined):
        let_in(by=worker, at=AT, on=ON, given=given)
    other = an_actor(case.system, Role.PERSON, None, "Gwen Arall")
    given = LetIn(mair.id, LinkKind.SELF, called(other), "Gwen Arall")
    with pytest.raises(AccountNotHers):
        let_in(by=worker, at=AT, on=ON, given=given)
    more = [MembershipGiven(worker.user_id, Role.FAMILY, None, ON)]
    add_memberships(by=case.system, at=AT, memberships=more)
    with pytest.raises(AccountYourOwn):
        join(worker, shown, worker, "Nia Parry")
