"""Runs: the list, and one run with its lines, what changed, and what it pays."""

from collections.abc import Mapping
from typing import Any

from whatmatters.payments.models import PaymentRun, RunLine
from whatmatters.payments.queries.left_out import left_out
from whatmatters.payments.queries.lines import views
from whatmatters.payments.queries.remittances import remittances
from whatmatters.payments.queries.run_views import ChangeRow, ChangesView, RunFacts, RunView
from whatmatters.rules.lifecycles import RunState

PER_PAGE = 50


def runs(council_id: int) -> tuple[RunFacts, ...]:
    """All runs of a council, newest period and newest proposal first, in one query."""
    rows = PaymentRun.objects.of(council_id).select_related("release")
    return tuple(run_facts(row) for row in rows.order_by("-period_start", "-id"))


def run(council_id: int, run_id: int, *, page: int = 1, per_page: int = PER_PAGE) -> RunView | None:
    """One run of a council with one page of lines (the first where the page does not exist)."""
    rows = PaymentRun.objects.of(council_id).select_related("release")
    row = rows.filter(pk=run_id).first()
    if row is None:
        return None
    pages = max(1, -(-row.line_count // per_page))
    page = page if 1 <= page <= pages else 1
    lines = RunLine.objects.filter(run=row).order_by("id")
    first = (page - 1) * per_page
    return RunView(
        facts=run_facts(row),
        lines=tuple(views(lines[first : first + per_page])),
        page=page,
        pages=pages,
        changes=changes_view(row.changes, row.total_pence),
        remittances=remittances(council_id, run_id=run_id),
        left_out=left_out(run_id),
    )


def changes_view(told: Mapping[str, Any], total: int) -> ChangesView:
    """What a run keeps of its changes, as values."""
    kinds = tuple(ChangeRow(*row) for row in told["kinds"])
    return ChangesView(told["previous"], total, kinds)


def run_facts(row: PaymentRun) -> RunFacts:
    """A row with its release as values."""
    release = getattr(row, "release", None)
    return RunFacts(
        run_id=row.pk,
        period_start=row.period_start,
        period_end=row.period_end,
        state=RunState(row.state),
        proposed_by_id=row.by_id,
        proposed_at=row.at,
        released_by_id=release.by_id if release else None,
        released_at=release.at if release else None,
        lines=row.line_count,
        held=row.held_count,
        total_pence=row.total_pence,
    )
