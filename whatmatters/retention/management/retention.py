"""`whatmatters retention`: shows what would be blanked or deleted; blanks with `--apply`.

Exit codes: 0 shown or done, also where nothing is due; 2 refused, nothing was changed.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer
from django.utils import timezone
from django.utils.translation import gettext as _

from whatmatters.places.queries import CouncilFacts, council, council_ids
from whatmatters.retention.management.edge import (
    actor_called,
    council_named,
    day_said,
    refuse,
    sentence,
)
from whatmatters.retention.queries import Due, Schedule, due
from whatmatters.retention.services import apply_retention
from whatmatters.rules.refusals import Refusal

AsOf = Annotated[str, typer.Option("--as-of", metavar="DATE", help="The day; today if left out.")]
Apply = Annotated[bool, typer.Option("--apply", help="Blank what is shown. It cannot be undone.")]
By = Annotated[str, typer.Option("--by", metavar="USER", help="Who does this (with --apply).")]
Council = Annotated[str, typer.Option("--council", help="The ONS code; all if left out.")]


def retention(as_of: AsOf = "", apply: Apply = False, by: By = "", council: Council = "") -> None:
    """Show by rule whose words have been kept long enough, in which tables, how many rows.

    Nothing is changed without --apply, which blanks names, own words, notes and contacts, and keeps
    ids, codes and figures. Nobody in support or under a legal hold is touched.
    """
    if apply != bool(by):
        refuse(_("--apply and --by USER go together: nothing was done."))
    day = day_said(as_of)
    try:
        if apply:
            _apply(by, council, day)
        else:
            wanted = [council_named(council)] if council else council_ids()
            for council_id in wanted:
                _show(council_id, due(council_id, day))
    except Refusal as refused:
        refuse(sentence(refused))


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("retention")(retention)


def _apply(username: str, code: str, day: date) -> None:
    actor = actor_called(username, code)
    applied = apply_retention(by=actor, at=timezone.now(), as_of=day)
    _lines(applied.done)
    _held(applied.held)
    people = len(_people(applied.done))
    typer.echo(_("Blanked: words about %(n)s people.") % {"n": people})


def _show(council_id: int, schedule: Schedule) -> None:
    typer.echo(f"{_name(council(council_id))}, {schedule.as_of.isoformat()}")
    for rule in schedule.rules.values():
        told = {"rule": rule.key, "years": rule.years, "counted": rule.counted_from}
        typer.echo(
            _("%(rule)s: %(years)s years, counted from %(counted)s") % told
            + f" [{rule.status}] {rule.source}"
        )
        mine = [one for one in schedule.due if one.rule is rule.key]
        if not mine:
            typer.echo("  " + _("Nothing is due."))
        _lines(mine)
    _held(schedule.held)
    typer.echo(_("Nothing was changed."))


def _lines(dues: Sequence[Due]) -> None:
    total: Counter[str] = Counter()
    for one in dues:
        total.update(one.rows)
        rows = ", ".join(f"{table} {number}" for table, number in sorted(one.rows.items()))
        about = "-" if one.person_id is None else f"person {one.person_id}"
        typer.echo(f"  {one.rule} · {about}: {rows}")
    if dues:
        told = {"people": len(_people(dues)), "rows": sum(total.values())}
        typer.echo("  " + _("Together: %(people)s people, %(rows)s rows.") % told)


def _people(dues: Sequence[Due]) -> set[int]:
    return {one.person_id for one in dues if one.person_id is not None}


def _held(people: Sequence[int]) -> None:
    if people:
        ids = ", ".join(map(str, people))
        typer.echo(_("Under a legal hold, so not touched: %(ids)s") % {"ids": ids})


def _name(facts: CouncilFacts | None) -> str:
    return "" if facts is None else f"{facts.name_en} ({facts.code})"
