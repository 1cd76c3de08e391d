"""A party's own data, taken out: asked for, above many people approved by another, made once."""

from collections.abc import Callable
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Q

from whatmatters.access.queries import Actor, may_in_council, own_organisation_only
from whatmatters.access.queries.refusals import NotAllowed
from whatmatters.access.queries.taken_out import (
    OFTEN_STOPPED,
    PARTY_ASKED,
    PARTY_OUT,
    done_today,
)
from whatmatters.access.services import audit
from whatmatters.exchange.models import TakingOut, TakingOutAnswer, TakingOutReason, TakingOutUse
from whatmatters.exchange.queries import taking_out as queries
from whatmatters.exchange.queries.taken_tables import party_tables, people_told
from whatmatters.policy.trust import (
    approval_lasts,
    exports_of_party_a_day,
    most_export_rows,
    second_approver_above,
)
from whatmatters.records.holdings import Holding
from whatmatters.records.locks import AUDIT, lock_council
from whatmatters.rules.permissions import Action, Relationship, actions
from whatmatters.rules.refusals import Absent, Refusal

Tables = list[tuple[Holding, Q]]


class AskedTooOften(Refusal):
    """No more today: AskedTooOften(most=). That it was tried is written down."""

    code = "asked_too_often"


class NeedsAnother(Refusal):
    """Somebody else must approve it first: NeedsAnother(people=)."""

    code = "needs_another"


class OwnAsking(Refusal):
    """Nobody approves what they asked for."""

    code = "own_asking"


class AskingOver(Refusal):
    """It was answered or made before, refused, or its time is up."""

    code = "asking_over"


class TooManyRows(Refusal):
    """The file would be too large: TooManyRows(rows=, most=). A backup has everything."""

    code = "too_many_rows"


def ask_to_take_out(*, by: Actor, at: datetime, on: date, reason: str) -> int:
    """Ask for a file of the own party's data. Raises NotAllowed, AskedTooOften."""
    if not may_in_council(by, Action.EXPORT_OWN) or by.organisation_id is None:
        raise NotAllowed(action=Action.EXPORT_OWN)
    made = _asked(by, at, on, reason, by.organisation_id)
    if made is None:
        raise AskedTooOften(most=exports_of_party_a_day())
    return made


@transaction.atomic
def answer_taking_out(*, by: Actor, at: datetime, asked_id: int, approved: bool) -> None:
    """Say yes or no to what another of the own body asked for.

    Raises NotAllowed, Absent, OwnAsking, AskingOver. Of two who answer at once one is taken.
    """
    if not may_in_council(by, Action.APPROVE_EXPORT):
        raise NotAllowed(action=Action.APPROVE_EXPORT)
    asked = _found(by, asked_id)
    if asked.by_id == by.user_id:
        raise OwnAsking()
    if not asked.waits(at):
        raise AskingOver()
    _once(lambda: _answer(by, at, asked, approved))
    done = "export.approved" if approved else "export.refused"
    audit(by=by, at=at, action=done, subject="export", subject_id=asked_id)


@transaction.atomic
def make_file(
    *, by: Actor, at: datetime, on: date, asked_id: int, most: int | None = None
) -> Tables:
    """The tables and rows of what the actor asked for, once. Written down before it is read.

    `most`: of how many rows; as many as policy says, where it is left out.
    Raises NotAllowed, Absent, AskingOver, NeedsAnother, TooManyRows.
    """
    if not may_in_council(by, Action.EXPORT_OWN):
        raise NotAllowed(action=Action.EXPORT_OWN)
    asked = _found(by, asked_id)
    if asked.by_id != by.user_id:
        raise Absent(what="export", id=asked_id)
    if not asked.open(at):
        raise AskingOver()
    people = people_told(by, _provider_of(by), on=on)
    more = people > max(second_approver_above(), asked.people)
    if asked.approved is not True and (asked.needs_second or more):
        raise NeedsAnother(people=people)
    tables = list(party_tables(by, _actions(by), _provider_of(by), on=on))
    rows = sum(one.model._default_manager.filter(one.only & which).count() for one, which in tables)
    most = most_export_rows() if most is None else most
    if rows > most:
        raise TooManyRows(rows=rows, most=most)
    columns = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    _once(lambda: TakingOutUse.objects.create(asked_id=asked_id, **columns))
    audit(by=by, at=at, action=PARTY_OUT, subject="export", subject_id=asked_id)
    return tables


@transaction.atomic
def _asked(by: Actor, at: datetime, on: date, reason: str, body_id: int) -> int | None:
    lock_council(by.council_id, AUDIT)
    if done_today(by.council_id, by.user_id, [PARTY_ASKED], on) >= exports_of_party_a_day():
        audit(by=by, at=at, action=OFTEN_STOPPED, subject="user", subject_id=by.user_id)
        return None
    people = people_told(by, _provider_of(by), on=on)
    written = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    row = TakingOut.objects.create(
        organisation_id=body_id,
        provider_id=_provider_of(by),
        people=people,
        needs_second=people > second_approver_above(),
        expires=at + approval_lasts(),
        **written,
    )
    TakingOutReason.objects.create(asked=row, reason=reason, **written)
    audit(by=by, at=at, action=PARTY_ASKED, subject="export", subject_id=row.pk)
    return int(row.pk)


def _provider_of(by: Actor) -> int | None:
    return own_organisation_only(by, Action.EXPORT_OWN)


def _actions(by: Actor) -> frozenset[Action]:
    """What the actor's work lets them read of people; money where remittances are theirs."""
    found = actions(by.roles, [Relationship.PROVIDER, Relationship.COUNCIL])
    paid = may_in_council(by, Action.SEE_REMITTANCES)
    return found | {Action.SEE_PERSON_MONEY} if paid else found


def _found(by: Actor, asked_id: int) -> queries.Asked:
    found = queries.asked(by, asked_id)
    if found is None:
        raise Absent(what="export", id=asked_id)
    return found


def _answer(by: Actor, at: datetime, asked: queries.Asked, approved: bool) -> None:
    TakingOutAnswer.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        asked_id=asked.id,
        asked_by_id=asked.by_id,
        approved=approved,
    )


def _once(verb: Callable[[], object]) -> None:
    """The key decides between two at the same moment."""
    try:
        with transaction.atomic():
            verb()
    except IntegrityError:
        raise AskingOver() from None
