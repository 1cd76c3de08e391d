"""Release a run: the second person's word, the ledger, the remittances, in one transaction."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.payments.models import PaymentRun, RunRelease
from whatmatters.payments.queries.calendar import calendar
from whatmatters.payments.queries.refusals import (
    FactsChanged,
    RunDiscarded,
    RunNotFound,
    SamePerson,
)
from whatmatters.payments.services.evidence import gather
from whatmatters.payments.services.permission import must_be_allowed
from whatmatters.payments.services.posting import Ledger
from whatmatters.payments.services.run_journals import journals_of
from whatmatters.payments.services.settling import settle
from whatmatters.records.locks import RELEASES, lock_council
from whatmatters.rules.lifecycles import RUN_MOVES, RunState, move
from whatmatters.rules.periods import Period
from whatmatters.rules.permissions import Action


@dataclass(frozen=True, slots=True)
class Released:
    """What a release did. `new` False: the run was released before, and nothing changed."""

    run_id: int
    period_start: date
    new: bool
    entries: int
    paid_pence: int
    carried_pence: int
    remittances: int


def release_run(*, by: Actor, at: datetime, run_id: int) -> Released:
    """Post a proposed run and settle it. Killed at any point it leaves nothing; run it again.

    Raises RunNotFound, SamePerson, RunDiscarded, FactsChanged (propose again). Of two who release
    at once one does it; the other is told that it was done (`new` False).
    """
    must_be_allowed(by, Action.RELEASE_RUN)
    try:
        return _release(by, at, run_id)
    except _ReleasedBySomebodyElse:
        return _already(run_id, _run(by, run_id).period_start)


class _ReleasedBySomebodyElse(Exception):
    """The unique key of a release was taken between our look and our row."""


@transaction.atomic
def _release(by: Actor, at: datetime, run_id: int) -> Released:
    lock_council(by.council_id, RELEASES)
    run = _run(by, run_id)
    if run.state == RunState.RELEASED:
        return _already(run_id, run.period_start)
    if run.state == RunState.DISCARDED:
        raise RunDiscarded(run_id=run_id)
    if run.by_id == by.user_id:
        raise SamePerson(run_id=run_id)
    _take(by, at, run)
    _check_facts(run)
    _mark_released(by, run)
    ledger = Ledger(run, by, at)
    ledger.post(journals_of(run))
    settled = settle(run, by, at, ledger)
    audit(by=by, at=at, action="release_run", subject="payment_run", subject_id=run.pk)
    return Released(
        run_id=run.pk,
        period_start=run.period_start,
        new=True,
        entries=ledger.entries,
        paid_pence=sum(netted.paid for netted in settled),
        carried_pence=sum(netted.carried for netted in settled),
        remittances=len(settled),
    )


def _take(by: Actor, at: datetime, run: PaymentRun) -> None:
    """The row that only one release of a period can have: written first, so that others wait."""
    try:
        with transaction.atomic():
            RunRelease.objects.create(
                council_id=by.council_id,
                by_id=by.user_id,
                at=at,
                run=run,
                period_start=run.period_start,
                proposer_id=run.by_id,
            )
    except IntegrityError as error:
        raise _ReleasedBySomebodyElse from error


def _mark_released(by: Actor, run: PaymentRun) -> None:
    """Whoever put the run aside since we looked has decided: RunDiscarded, and nothing is paid."""
    run.state = move(RUN_MOVES, RunState(run.state), RunState.RELEASED)
    rows = PaymentRun.objects.of(by.council_id).filter(pk=run.pk)
    if not rows.exclude(state=RunState.DISCARDED).update(state=run.state):
        raise RunDiscarded(run_id=run.pk)


def _check_facts(run: PaymentRun) -> None:
    if calendar(run.council_id) is None:
        raise FactsChanged(run_id=run.pk)
    period = Period(run.period_start, run.period_end)
    if gather(run.council_id, period, with_terms=False).facts_hash != run.facts_hash:
        raise FactsChanged(run_id=run.pk, period_start=run.period_start)


def _run(by: Actor, run_id: int) -> PaymentRun:
    found: PaymentRun | None = PaymentRun.objects.of(by.council_id).filter(pk=run_id).first()
    if found is None:
        raise RunNotFound(run_id=run_id)
    return found


def _already(run_id: int, period_start: date) -> Released:
    return Released(run_id, period_start, False, 0, 0, 0, 0)
