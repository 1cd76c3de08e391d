"""A comparison as one table: a row for each figure, with its interval, its kind and its method.

What cannot be told has an empty value and says so: no figure stands in for another.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from whatmatters.comparing.services.charges import Charges
from whatmatters.comparing.services.comparing import Comparison
from whatmatters.frontend import comparing_words as words
from whatmatters.frontend.comparing_words import FIGURES, Figure, Words
from whatmatters.frontend.spreadsheets import Cell
from whatmatters.rules.comparing.estimates import Estimate
from whatmatters.rules.comparing.summing import Compared
from whatmatters.rules.money import PENCE_IN_A_POUND, half_up

PENNY = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `of`: which payer, provider or reason; `counted`: from how many."""

    figure: Figure
    of: str = ""
    value: Decimal | None = None
    unit: str = ""
    lower: Decimal | None = None
    upper: Decimal | None = None
    counted: int | None = None
    note: str = ""
    recorded: bool = False


def columns() -> list[str]:
    """The headings."""
    return [
        _("Kind of benefit"),
        _("Way of paying"),
        _("Figure"),
        _("Of"),
        _("Value"),
        _("Unit"),
        _("Likely from"),
        _("Likely to"),
        _("Counted from"),
        _("Note"),
        _("What it stands on"),
        _("Terms"),
        _("First day"),
        _("Last day"),
        _("How it is worked out"),
    ]


def cells(
    found: Comparison, names: Mapping[str, str], ways: Mapping[str, Words]
) -> Iterator[list[Cell]]:
    """Every row of every way of paying. `names`: of payers and providers, by reference.

    `ways`: what each way of paying is called.
    """
    first, last = found.window[0].start, found.window[-1].last_day
    for one in found.models:
        way, terms = str(ways.get(one.model, one.model)), terms_words(found, one.model)
        for row in rows(found, one, names):
            told = FIGURES[row.figure]
            group = str(words.BENEFITS[told.benefit])
            bounds = [row.lower, row.upper, row.counted, row.note]
            yield [
                *(group, way, str(told.name), row.of, row.value, row.unit, *bounds),
                *(stands_on(found, row), terms, first, last, str(told.how)),
            ]


def rows(found: Comparison, one: Compared, names: Mapping[str, str]) -> Iterator[Row]:
    """The figures of one way of paying, those of one kind of benefit together."""
    yield from _who(one)
    if one.supports:
        yield from _cash(found, one, names)
        yield Row(Figure.HOURS, value=_hundredths(one.hours), unit=_("hours"), recorded=True)
        yield Row(Figure.ACHIEVED, note=str(words.CANNOT_TELL))
        yield from _pay(found, one)


def terms_words(found: Comparison, model: str) -> str:
    """By which terms a way of paying was tried; empty where nobody could be."""
    chosen = found.terms.get(model)
    if chosen is None:
        return ""
    terms = chosen.reference or str(words.SOURCES[chosen.terms_from])
    hour = str(words.SOURCES[chosen.rate_from])
    if chosen.rate is not None:
        hour = f"£{_hundredths(chosen.rate)} ({hour})"
    return _("Terms: %(terms)s. Price of an hour: %(hour)s.") % {"terms": terms, "hour": hour}


def stands_on(found: Comparison, row: Row) -> str:
    """Whether a figure is recorded or worked out, and that a demonstration invented its facts."""
    if row.value is None and not row.of:
        return ""
    said = str(words.RECORDED if row.recorded else words.SAID)
    return f"{said} · {words.INVENTED}" if found.invented else said


def _who(one: Compared) -> Iterator[Row]:
    people = _("people")
    yield Row(Figure.PEOPLE, value=Decimal(one.people), unit=people, recorded=True)
    yield Row(Figure.AS_THEY_ARE, value=Decimal(one.as_they_are), unit=people, recorded=True)
    yield Row(Figure.ANEW, value=Decimal(one.anew), unit=people, recorded=True)
    for why, count in one.why_not.items():
        told = str(words.WHY_NOT[why])
        yield Row(Figure.WHY_NOT, told, Decimal(count), people, recorded=True)
    for out, count in one.left_out.items():
        told = str(words.LEFT_OUT[out])
        yield Row(Figure.LEFT_OUT, told, Decimal(count), people, recorded=True)


def _cash(found: Comparison, one: Compared, names: Mapping[str, str]) -> Iterator[Row]:
    own = not one.anew
    yield Row(Figure.COST, value=pounds(one.pence), unit="£", counted=one.supports, recorded=own)
    for payer, pence in one.payers.items():
        yield Row(Figure.BY_PAYER, names.get(payer, payer), pounds(pence), "£", recorded=own)
    was = pounds(one.as_it_was)
    yield Row(Figure.AS_IT_WAS, value=was, unit="£", counted=one.supports, recorded=True)
    if one.anew:
        told = estimated(Row(Figure.DIFFERENCE, unit="£"), one.difference)
        verdict = str(words.VERDICTS[one.verdict])
        yield replace(told, note=f"{verdict}. {told.note}".strip(". ") if told.note else verdict)
    for income in one.incomes:
        who = names.get(income.provider, income.provider)
        yield estimated(Row(Figure.INCOME_WAS, who, unit="£", recorded=True), income.was)
        yield _deviation(Row(Figure.DEVIATION_WAS, who, unit="£", recorded=True), income.was)
        yield estimated(Row(Figure.INCOME, who, unit="£", recorded=own), income.would)
        yield _deviation(Row(Figure.DEVIATION, who, unit="£", recorded=own), income.would)
    yield Row(Figure.AT_STAKE, value=pounds(one.at_stake), unit="£")
    for sign, count in one.signs.items():
        told_sign = words.sign_words(sign)
        yield Row(Figure.ONE_MORE_HOUR, told_sign, Decimal(count), _("agreements"))
    yield from _charged(found.charges.get(one.model, Charges()))


def _charged(told: Charges) -> Iterator[Row]:
    """What the same people were charged, and would have been; of nobody it cannot be told."""
    if not told.people:
        yield Row(Figure.CHARGED, note=str(words.CANNOT_TELL))
        yield Row(Figure.CHARGED_IF, note=str(words.CANNOT_TELL))
        return
    was, would = pounds(told.was), pounds(told.would)
    yield Row(Figure.CHARGED, value=was, unit="£", counted=told.people, recorded=True)
    yield Row(Figure.CHARGED_IF, value=would, unit="£", counted=told.people)


def _pay(found: Comparison, one: Compared) -> Iterator[Row]:
    yield Row(Figure.WORKERS_HOUR, note=str(words.CANNOT_TELL))
    if one.hour is None:
        yield Row(Figure.HOUR, note=str(words.CANNOT_TELL))
        return
    yield Row(Figure.HOUR, value=_hundredths(one.hour), unit="£", recorded=not one.anew)
    wage = found.wages.get(one.model)
    if wage is not None:
        yield Row(Figure.WAGE, value=_hundredths(wage), unit="£")


def estimated(row: Row, told: Estimate | None) -> Row:
    """A row with a mean of pence and its interval, or that there are too few to tell."""
    if told is None:
        return replace(row, note=str(words.CANNOT_TELL))
    if told.lower is None or told.upper is None:
        return replace(row, counted=told.n, note=str(words.TOO_FEW))
    return replace(
        row,
        value=pounds(round(told.mean)),
        lower=pounds(round(told.lower)),
        upper=pounds(round(told.upper)),
        counted=told.n,
    )


def _deviation(row: Row, told: Estimate | None) -> Row:
    if told is None or told.deviation is None:
        return replace(row, counted=told.n if told else None, note=str(words.TOO_FEW))
    return replace(row, value=pounds(round(told.deviation)), counted=told.n)


def pounds(pence: int) -> Decimal:
    """Whole pence as pounds."""
    return (Decimal(pence) / PENCE_IN_A_POUND).quantize(PENNY)


def _hundredths(exact: Fraction) -> Decimal:
    return (Decimal(half_up(exact * PENCE_IN_A_POUND)) / PENCE_IN_A_POUND).quantize(PENNY)
