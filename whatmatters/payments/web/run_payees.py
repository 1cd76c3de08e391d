"""Whom a run pays, row by row; the accounts of people and their workers are one row together."""

from collections.abc import Iterable, Mapping, Set

from django.utils.translation import ngettext

from whatmatters.access.queries.names import organisation_names
from whatmatters.payments.queries import RunView
from whatmatters.payments.queries.payees import PayeeSum
from whatmatters.payments.web.run_pays import Pays

Row = dict[str, object]


def payee_rows(own: Set[int], sums: Iterable[PayeeSum], view: RunView, pays: Pays) -> list[Row]:
    """A row for each body; people's own accounts, of which there may be hundreds, last as one."""
    bodies = [one for one in sums if one.payee_id not in own]
    people = [one for one in sums if one.payee_id in own]
    names = organisation_names(one.payee_id for one in bodies)
    statements = {one.payee_id: one.remittance_id for one in view.remittances}
    rows = [
        _row(names.get(one.payee_id, ""), statements.get(one.payee_id), [one], pays.carried)
        for one in bodies
    ]
    if people:
        words = ngettext(
            "%(n)s person’s own account, or her own worker’s",
            "%(n)s accounts of people, and of their own workers",
            len(people),
        )
        rows.append(_row(words % {"n": len(people)}, None, people, pays.carried))
    return rows


def _row(name: str, statement: int | None, sums: list[PayeeSum], carried: Mapping[int, int]) -> Row:
    return {
        "name": name,
        "statement": statement,
        "lines": sum(one.lines for one in sums),
        "pence": sum(one.pence for one in sums),
        "held": -sum(one.held for one in sums),
        "carried": sum(carried.get(one.payee_id, 0) for one in sums),
    }
