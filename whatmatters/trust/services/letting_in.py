"""Whose account is joined to a record: her own, and those of who is close to her."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor, may
from whatmatters.access.queries.users import account_called
from whatmatters.people.queries import links, people_of_user, person
from whatmatters.people.services import NewLink, cut_own_account, open_link
from whatmatters.records.locks import JOINING, lock_council
from whatmatters.rules.names import folded
from whatmatters.rules.people import LinkKind
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.rules.roles import Role
from whatmatters.rules.words import name
from whatmatters.trust.services.consents import forget_sharing, stop_sharing
from whatmatters.trust.services.refusals import (
    AccountJoined,
    AccountNotHers,
    AccountYourOwn,
    AlreadyLetIn,
    HasAccount,
    NoAccountByThatName,
    NotYoursToLetIn,
)


@dataclass(frozen=True, slots=True)
class LetIn:
    """An account, by both of its names as they were told; `relationship` is in words."""

    person_id: int
    kind: LinkKind
    username: str
    account_name: str
    relationship: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    user_id: int
    kind: LinkKind


@transaction.atomic
def let_in(*, by: Actor, at: datetime, on: date, given: LetIn) -> int:
    """Join an account to her record from this moment; the link's id.

    Family are shown nothing by it: what was shared with them once is taken back. Raises
    NotYoursToLetIn, NoAccountByThatName, AccountYourOwn, AccountNotHers (another name than the
    person has, for her own), AccountJoined, HasAccount, AlreadyLetIn
    and WordsMissing for family of whom it is not said who they are.
    """
    # One at a time in a council: two at once could make one account two people's own.
    lock_council(by.council_id, JOINING)
    _must(by, given.person_id, on)
    found = _found(by, on, given)
    if found.kind is LinkKind.SELF:
        _check_own(by, on, given, found)
        words = ""
    else:
        words = name("relationship", given.relationship)
        _check_close(on, given, found)
        about = {"person_id": given.person_id, "user_id": found.user_id}
        forget_sharing(by=by, at=at, on=on, **about)
    link = NewLink(given.person_id, found.user_id, found.kind, on, words)
    return open_link(by=by, at=at, on=on, link=link)


@transaction.atomic
def shut_out(*, by: Actor, at: datetime, on: date, person_id: int, link_id: int) -> int:
    """An account is joined to her record no longer, from this moment; the link's id.

    With it ends what was shared with them. Raises NotYoursToLetIn or Absent.
    """
    _must(by, person_id, on)
    held = {link.id: link for link in links([person_id], on).get(person_id, ())}
    if link_id not in held:
        raise Absent(what="link", id=link_id)
    if held[link_id].kind is LinkKind.SELF:
        cut_own_account(by=by, at=at, person_id=person_id, link_id=link_id, on=on)
    else:
        who = held[link_id].user_id
        stop_sharing(by=by, at=at, on=on, person_id=person_id, user_id=who)
    return link_id


def _must(by: Actor, person_id: int, on: date) -> None:
    if not may(by, Action.LET_IN, person_id, on):
        raise NotYoursToLetIn()


def _found(by: Actor, on: date, given: LetIn) -> _Found:
    role = Role.PERSON if given.kind is LinkKind.SELF else Role.FAMILY
    called = name("username", given.username), name("account_name", given.account_name)
    user_id = account_called(by.council_id, *called, role, on)
    if user_id is None:
        raise NoAccountByThatName(field="username")
    if user_id == by.user_id:
        raise AccountYourOwn(field="username")
    return _Found(user_id, given.kind)


def _check_own(by: Actor, on: date, given: LetIn, found: _Found) -> None:
    hers = links([given.person_id], on).get(given.person_id, ())
    if any(link.kind is LinkKind.SELF for link in hers):
        raise HasAccount(field="kind")
    theirs = people_of_user(found.user_id, council_id=by.council_id, on=on)
    if any(link.kind is LinkKind.SELF for link in theirs):
        raise AccountJoined(field="username")
    her = person(given.person_id, council_id=by.council_id)
    if her is None or folded(given.account_name) not in {
        folded(her.full_name),
        folded(her.known_as),
    }:
        raise AccountNotHers(field="account_name")


def _check_close(on: date, given: LetIn, found: _Found) -> None:
    hers = links([given.person_id], on).get(given.person_id, ())
    if any(link.user_id == found.user_id for link in hers):
        raise AlreadyLetIn(field="username")
