"""An agreement's terms made whole: defaults, then the contract's, then its own, then rates."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from whatmatters.commissioning.models import Rate
from whatmatters.commissioning.queries.refusals import RateMissing
from whatmatters.policy.queries import with_defaults
from whatmatters.rules.outcomes import Band

BY_BAND = "outcome_payments"
KEY_OF_BAND = {Band.STANDARD: "standard_rate", Band.SPECIALIST: "specialist_rate"}


class RateTable:
    """The rates of some contracts, read once."""

    def __init__(self, contract_ids: Iterable[int]) -> None:
        self.rows: dict[int, list[Rate]] = {}
        for row in Rate.objects.filter(contract_id__in=list(contract_ids)).order_by("starts"):
            self.rows.setdefault(row.contract_id, []).append(row)

    def of(self, contract_id: int, on: date) -> "DayRates":
        """The rates of one contract on a day."""
        held = [
            row
            for row in self.rows.get(contract_id, [])
            if row.starts <= on and (row.ends is None or on <= row.ends)
        ]
        return DayRates(on, {Band(row.band): row.pounds for row in held})


class DayRates:
    """Pounds an hour by band on one day; the rate that started last holds."""

    def __init__(self, on: date, pounds: Mapping[Band, Decimal]) -> None:
        self.on = on
        self.pounds = pounds

    def __getitem__(self, band: Band) -> Decimal:
        if band not in self.pounds:
            raise RateMissing(band=band, on=self.on)
        return self.pounds[band]


def whole_terms(
    model: str, under: Mapping[str, object], given: Mapping[str, object], rates: DayRates
) -> dict[str, object]:
    """The mapping that the model's `read_terms` takes, with nothing left to look up later.

    Figures given as text become exact numbers. A rate that the terms leave out is the contract's
    on the first day, for each band that a paid line uses. Raises RateMissing.
    """
    terms = {**under, **given}
    if model == BY_BAND:
        terms["plan"] = [_exact_line(line) for line in _lines(terms)]
        for band, key in KEY_OF_BAND.items():
            if key not in terms and _uses(terms, band):
                terms[key] = rates[band]
    return dict(with_defaults(model, terms))


def _lines(terms: Mapping[str, object]) -> list[Mapping[str, object]]:
    plan = terms.get("plan", [])
    return [line for line in plan if isinstance(line, Mapping)] if isinstance(plan, list) else []


def _uses(terms: Mapping[str, object], band: Band) -> bool:
    return any(
        line.get("band") == str(band) and not line.get("funded_by") for line in _lines(terms)
    )


def _exact_line(line: Mapping[str, object]) -> dict[str, object]:
    return {key: _exact(value) if key in FIGURES else value for key, value in line.items()}


FIGURES = frozenset({"hours", "cost"})


def _exact(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return Decimal(value)
    except InvalidOperation:
        return value  # the model's own reading names it as a problem
