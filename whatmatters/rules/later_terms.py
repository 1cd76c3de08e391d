"""Terms that change while an agreement runs: which may, and what holds from then on."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from whatmatters.rules.commissioning import Model, Problem, Problems
from whatmatters.rules.commissioning_models import outcome_payments
from whatmatters.rules.reading import Table

LATER = "later_terms"
NOTHING = object()
# Terms that hold for a whole agreement, as signed, by model. A model that is not named here takes
# all of its terms once: its arithmetic knows no change inside an agreement.
AGREED_ONCE: Mapping[str, frozenset[str]] = {
    "time_and_task": frozenset(),
    "outcome_payments": outcome_payments.AGREED_ONCE,
    "shift_split": frozenset(),
}


def agreed_once(model: str, terms: Iterable[str]) -> frozenset[str]:
    """Those of the terms that no later version changes."""
    return AGREED_ONCE.get(model, frozenset(terms)).intersection(terms)


def follow(
    frozen: Mapping[str, object],
    *,
    before: Mapping[str, object],
    after: Mapping[str, object],
    once: frozenset[str],
) -> dict[str, object]:
    """An agreement's terms once its contract's have changed from `before` to `after`.

    What was agreed once stays. So does a term in which the agreement differs from its contract: it
    is its own. One in which it says the same as its contract follows the contract.
    """
    kept = {
        key: value
        for key, value in frozen.items()
        if key in once or value != before.get(key, NOTHING)
    }
    followed = {key: value for key, value in after.items() if key not in kept and key not in once}
    return {**kept, **followed}


def read_later(
    agreement: Table,
    model: Model[Any, Any],
    with_defaults: Callable[[str, Mapping[str, object]], Mapping[str, object]],
) -> tuple[tuple[date, Any], ...]:
    """`[[agreement.later_terms]]` of a case: `from` a day on, these `terms` in place of the old."""
    given = agreement.raw.get("terms")
    if not isinstance(given, Mapping) or not agreement.has(LATER):
        return ()
    now: dict[str, object] = dict(given)
    found: list[tuple[date, Any]] = []
    last = agreement.raw.get("starts")
    for row in agreement.tables(LATER):
        day, terms = row.day("from"), row.table("terms")
        row.close()
        _check_day(agreement, row, day, last)
        for key in sorted(agreed_once(model.name, terms.raw)):
            terms.problem("agreed_once", key)
        now |= terms.raw
        last = day
        try:
            found.append((day, model.read_terms(with_defaults(model.name, now))))
        except Problems as refused:
            agreement.problems += _placed(refused.problems, terms)
    return tuple(found)


def _check_day(agreement: Table, row: Table, day: date, before: object) -> None:
    """Inside the agreement, after its first day, and each after the one before."""
    ends = agreement.raw.get("ends")
    if isinstance(ends, date) and day > ends:
        row.problem("outside_the_agreement", "from", day=day)
    elif isinstance(before, date) and day <= before:
        row.problem("not_in_order", "from")


def _placed(problems: tuple[Problem, ...], terms: Table) -> Iterator[Problem]:
    """What is wrong with a term, at the place where it was changed; said before otherwise."""
    for problem in problems:
        key = problem.where.removeprefix("agreement.terms.")
        if key.partition("[")[0] in terms.raw:
            yield replace(problem, where=terms.path(key))
