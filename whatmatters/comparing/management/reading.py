"""What was typed after `compare`: a cohort, days, ways of paying, contracts and prices."""

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import NoReturn

import typer

from whatmatters.comparing.queries.cohorts import Cohort, CohortKind
from whatmatters.places.queries import patches
from whatmatters.rules.commissioning_models import MODELS

REFUSED = 2
MOST_POUNDS = 10_000


def refuse(why: str) -> NoReturn:
    """Say why on standard error and exit 2."""
    typer.echo(why, err=True)
    raise typer.Exit(REFUSED)


def cohort_of(text: str, council_id: int) -> Cohort:
    """`all`, `area:CODE`, `provider:NUMBER`, `people:NUMBER,NUMBER`. Exits 2 for anything else."""
    kind, _, told = text.partition(":")
    if kind == "all" and not told:
        return Cohort()
    if kind == "area":
        found = [patch.id for patch in patches(council_id) if patch.code == told]
        if not found:
            refuse(f"No area {told} in this council.")
        return Cohort(CohortKind.AREA, tuple(found))
    numbers = told.split(",")
    if kind in (CohortKind.PROVIDER, CohortKind.PEOPLE) and all(n.isdecimal() for n in numbers):
        return Cohort(CohortKind(kind), tuple(int(n) for n in numbers))
    refuse(f"{text} is no cohort: all, area:CODE, provider:NUMBER or people:NUMBER,NUMBER.")


def models_of(text: str) -> tuple[str, ...]:
    """Ways of paying by code, all where none is said. Exits 2 for an unknown one."""
    wanted = tuple(dict.fromkeys(text.split(","))) if text else tuple(MODELS)
    for one in wanted:
        _must_know(one)
    return wanted


def pairs_of(given: list[str], option: str) -> dict[str, str]:
    """`MODEL=WHAT`, each way of paying once. Exits 2 for anything else."""
    found: dict[str, str] = {}
    for text in given:
        model, equals, told = text.partition("=")
        if not equals or not told:
            refuse(f"{option} {text} is not MODEL=… such as bundled_hours=…")
        _must_know(model)
        if model in found:
            refuse(f"{option} says {model} twice.")
        found[model] = told
    return found


def rates_of(given: list[str]) -> dict[str, Decimal]:
    """Pounds an hour by way of paying. Exits 2 for what is no price."""
    return {model: _pounds(text) for model, text in pairs_of(given, "--rate").items()}


def day_of(text: str) -> date:
    """A day. Exits 2 for what is none."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    # The periods beside it must be days too.
    if not date.min.year + 1 < day.year < date.max.year - 1:
        refuse(f"{text} is not a date such as 2026-04-06.")
    return day


def _pounds(text: str) -> Decimal:
    try:
        found = Decimal(text)
    except InvalidOperation:
        found = Decimal(-1)
    if not (found.is_finite() and 0 < found < MOST_POUNDS and found == round(found, 2)):
        refuse(f"{text} is not a price of an hour such as 24.50.")
    return found


def _must_know(model: str) -> None:
    if model not in MODELS:
        refuse(f"{model} is no way of paying. They are: {', '.join(MODELS)}.")
