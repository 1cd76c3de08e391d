"""Bank details: what is in use, what waits, what was before, and what changed since a run."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from whatmatters.payments.models import BankAnswer, BankProposal, PaymentRun
from whatmatters.rules.bank_details import NumberFrom
from whatmatters.rules.lifecycles import RunState
from whatmatters.rules.payment_files import Account


@dataclass(frozen=True, slots=True)
class BankFacts:
    """Details that were asked for. `confirmed` None: they wait for an answer."""

    proposal_id: int
    organisation_id: int
    account: Account
    asked_by_id: int
    asked_at: datetime
    number_from: NumberFrom
    called_on: date
    rung: str
    telephone: str
    found: str
    confirmed: bool | None
    answered_by_id: int | None
    answered_at: datetime | None


def bank_history(council_id: int, organisation_id: int) -> tuple[BankFacts, ...]:
    """Everything that was ever asked for one organisation, the newest first (one query)."""
    rows = _rows(council_id).filter(organisation_id=organisation_id)
    return tuple(_facts(row) for row in rows.order_by("-number"))


def bank_proposal(council_id: int, proposal_id: int) -> BankFacts | None:
    """One asking, or None where this council has no such."""
    row = _rows(council_id).filter(pk=proposal_id).first()
    return None if row is None else _facts(row)


def in_use(council_id: int, organisation_ids: Collection[int]) -> dict[int, BankFacts]:
    """The details that are in use, by organisation (one query)."""
    rows = _rows(council_id).filter(organisation_id__in=organisation_ids, answer__confirmed=True)
    return {row.organisation_id: _facts(row) for row in rows.order_by("number")}


def waiting(council_id: int) -> tuple[BankFacts, ...]:
    """What waits for a second person, the oldest first: of each organisation the newest alone."""
    rows = _rows(council_id).order_by("number")
    newest = {row.organisation_id: row for row in rows}
    return tuple(
        _facts(row)
        for row in sorted(newest.values(), key=lambda one: int(one.pk))
        if getattr(row, "answer", None) is None
    )


def changed_for(run_id: int, council_id: int, payees: Collection[int]) -> dict[int, BankFacts]:
    """Payees whose details were confirmed since the released run before this one, up to the next.

    A file of a released run is made later, so what changed after its release is told as well.
    """
    start = PaymentRun.objects.of(council_id).values_list("period_start", flat=True).get(pk=run_id)
    released = PaymentRun.objects.of(council_id).filter(state=RunState.RELEASED)
    moments = released.order_by("period_start").values_list("release__at", flat=True)
    before = moments.filter(period_start__lt=start).last()
    after = moments.filter(period_start__gt=start).first()
    answers = BankAnswer.objects.of(council_id).filter(
        confirmed=True, proposal__organisation_id__in=payees
    )
    if before is not None:
        answers = answers.filter(at__gt=before)
    if after is not None:
        answers = answers.filter(at__lte=after)
    ids = set(answers.values_list("proposal_id", flat=True))
    rows = _rows(council_id).filter(pk__in=ids).order_by("number")
    return {row.organisation_id: _facts(row) for row in rows}


def _rows(council_id: int) -> Any:
    return BankProposal.objects.of(council_id).select_related("call", "answer")


def _facts(row: Any) -> BankFacts:
    answer = getattr(row, "answer", None)
    return BankFacts(
        proposal_id=row.pk,
        organisation_id=row.organisation_id,
        account=Account(row.sort_code, row.account_number, row.account_name, row.service_user),
        asked_by_id=row.by_id,
        asked_at=row.at,
        number_from=NumberFrom(row.number_from),
        called_on=row.called_on,
        rung=row.call.rung,
        telephone=row.call.telephone,
        found=row.call.found,
        confirmed=answer.confirmed if answer else None,
        answered_by_id=answer.by_id if answer else None,
        answered_at=answer.at if answer else None,
    )
