"""Propose a run: compute every line, write nothing that pays (R-WI-07)."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.payments.models import LeftOut, PaymentRun, RunLine
from whatmatters.payments.queries.calendar import calendar
from whatmatters.payments.services import left_behind
from whatmatters.payments.services.calendar import period_to_run
from whatmatters.payments.services.changing import Changes, Kind
from whatmatters.payments.services.discarding import put_aside
from whatmatters.payments.services.drafting import Draft, Drafted
from whatmatters.payments.services.evidence import gather
from whatmatters.payments.services.frozen import Gathered
from whatmatters.payments.services.permission import must_be_allowed
from whatmatters.payments.services.rows import insert_rows
from whatmatters.payments.services.run_proposal import Preview, RunProposal
from whatmatters.rules.lifecycles import RunState
from whatmatters.rules.periods import Period
from whatmatters.rules.permissions import Action

LINE_COLUMNS = (
    "council_id",
    "run_id",
    "agreement_id",
    "payer_id",
    "payee_id",
    "period_corrected",
    "rule",
    "subject",
    "pence",
    "reason",
    "inputs",
    "held",
    "repayable",
)


@transaction.atomic
def propose_run(*, by: Actor, at: datetime, period_start: date) -> RunProposal:
    """Compute and propose the run of a period; nothing is posted until a second person releases it.

    An agreement that cannot be assessed is kept with the run, with its reason, and is no reason to
    pay nobody: the next run looks at it again.

    A released period is answered with its run and nothing changes. The same facts give the same
    proposal; other facts discard it and propose anew. Raises what `period_to_run` raises.
    """
    must_be_allowed(by, Action.PROPOSE_RUN)
    period = period_to_run(by.council_id, period_start, at)
    released = _run(by.council_id, period, RunState.RELEASED)
    if released is not None:
        return _proposal(released, new=False)
    gathered = gather(by.council_id, period)
    standing = _run(by.council_id, period, RunState.PROPOSED)
    if standing is not None and standing.facts_hash == gathered.facts_hash:
        return _proposal(standing, new=False)
    if standing is not None:
        put_aside(by, at, standing)
    # Asked again: the facts took their time to gather, and somebody may have released meanwhile.
    released = _run(by.council_id, period, RunState.RELEASED)
    if released is not None:
        return _proposal(released, new=False)
    try:
        with transaction.atomic():
            run = _empty_run(by, at, gathered)
    except IntegrityError:
        # Somebody proposed the same period at the same moment: theirs stands.
        theirs = _run(by.council_id, period, RunState.PROPOSED)
        if theirs is None:
            raise
        return _proposal(theirs, new=False)
    _fill(run, gathered)
    audit(by=by, at=at, action="propose_run", subject="payment_run", subject_id=run.pk)
    return _proposal(run, new=True)


def preview_run(*, by: Actor, at: datetime, period_start: date) -> Preview:
    """The lines that a proposal would have now; writes nothing. Raises what proposing raises.

    A period that was released already has no lines left to propose, and names its run.
    """
    must_be_allowed(by, Action.PROPOSE_RUN)
    period = period_to_run(by.council_id, period_start, at)
    changes = Changes(by.council_id, period)
    released = _run(by.council_id, period, RunState.RELEASED)
    if released is not None:
        return Preview(period.start, period.end, (), {}, 0, released_run=released.pk)
    gathered = gather(by.council_id, period)
    drafted = Draft(gathered, _anchor(by.council_id))
    lines = tuple(changes.watched(drafted.lines()))
    left = tuple(drafted.left)
    return Preview(period.start, period.end, lines, changes.told(), changes.total, left_out=left)


def _empty_run(by: Actor, at: datetime, gathered: Gathered) -> PaymentRun:
    run: PaymentRun = PaymentRun.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        period_start=gathered.period.start,
        period_end=gathered.period.end,
        facts_hash=gathered.facts_hash,
        line_count=0,
        held_count=0,
        total_pence=0,
        changes={},
    )
    return run


def _fill(run: PaymentRun, gathered: Gathered) -> None:
    changes = Changes(run.council_id, gathered.period)
    drafted = Draft(gathered, _anchor(run.council_id))
    insert_rows(RunLine, LINE_COLUMNS, _rows(run, changes.watched(drafted.lines())))
    left = left_behind.rows(run.council_id, run.pk, drafted.left)
    insert_rows(LeftOut, left_behind.COLUMNS, left)
    run.line_count = changes.count
    run.held_count = changes.lines[Kind.HELD]
    run.total_pence = changes.total
    run.changes = changes.told()
    run.save(update_fields=["line_count", "held_count", "total_pence", "changes"])


def _rows(run: PaymentRun, drafted: Iterable[Drafted]) -> Iterable[tuple[object, ...]]:
    for line in drafted:
        yield (
            run.council_id,
            run.pk,
            line.key.agreement,
            line.payer_id,
            line.payee_id,
            line.key.period_corrected,
            line.key.rule,
            line.key.subject,
            line.pence,
            line.reason,
            line.inputs,
            line.held,
            line.repayable,
        )


def _anchor(council_id: int) -> date:
    found = calendar(council_id)
    assert found is not None, "period_to_run has refused a council without a calendar"
    return found


def _run(council_id: int, period: Period, state: RunState) -> PaymentRun | None:
    rows = PaymentRun.objects.of(council_id).filter(period_start=period.start, state=state)
    found: PaymentRun | None = rows.first()
    return found


def _proposal(run: PaymentRun, *, new: bool) -> RunProposal:
    return RunProposal(
        run_id=run.pk,
        period_start=run.period_start,
        period_end=run.period_end,
        state=RunState(run.state),
        new=new,
        lines=run.line_count,
        held=run.held_count,
        total_pence=run.total_pence,
        facts_hash=run.facts_hash,
    )
