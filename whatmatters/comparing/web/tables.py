"""The tables of a comparison, each ready for one template: headings, and rows of cells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from whatmatters.comparing.services.comparing import Comparison
from whatmatters.frontend import comparing_words as words
from whatmatters.frontend.comparing_words import FIGURES, Figure
from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.frontend.way_words import WAY_NAMES
from whatmatters.rules.comparing.estimates import Estimate
from whatmatters.rules.comparing.summing import Compared
from whatmatters.rules.money import half_up, pence


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its column's name (for a narrow screen), its words, and a smaller line below.

    `number`: it stands to the right and never breaks, so what has words below it is none.
    """

    label: str
    text: str
    number: bool = True
    small: str = ""


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A caption, the heading of the first column, and rows of (its words, their cells)."""

    caption: str
    first: str
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]

    @property
    def heads(self) -> tuple[Cell, ...]:
        """The cells of a row, for their columns' names."""
        return self.rows[0][1] if self.rows else ()


def cash(priced: Iterable[Compared]) -> ShownTable:
    """What each way of paying costs, beside what the same support cost."""
    return _table(_("What the same support costs"), ((_way(one), _cash(one)) for one in priced))


def _cash(one: Compared) -> tuple[Cell, ...]:
    already = _("%(n)s so already") % {"n": one.as_they_are}
    more = Cell(_name(Figure.DIFFERENCE), "–", False, _("Everybody is paid so already"))
    if one.anew:
        told = _estimated(Figure.DIFFERENCE, one.difference)
        verdict = str(words.VERDICTS[one.verdict])
        more = replace(told, small=f"{told.small}. {verdict}" if told.small else verdict)
    return (
        Cell(_name(Figure.PEOPLE), str(one.people), small=already),
        Cell(_name(Figure.COST), pounds(one.pence)),
        Cell(_name(Figure.AS_IT_WAS), pounds(one.as_it_was)),
        more,
    )


def payers(priced: Iterable[Compared], names: Mapping[str, str]) -> ShownTable:
    """The cost by who pays it."""
    held = list(priced)
    every = list(dict.fromkeys(payer for one in held for payer in one.payers))
    return _table(
        _("Cost by who pays it"),
        (
            (
                _way(one),
                tuple(Cell(names.get(p, p), pounds(one.payers.get(p, 0))) for p in every),
            )
            for one in held
        ),
    )


def incomes(one: Compared, names: Mapping[str, str]) -> ShownTable:
    """Of one way of paying each provider's income in a period, as it was and as it would be."""
    return _table(
        _("Income of each provider in a period: %(way)s") % {"way": _way(one)},
        (
            (
                names.get(income.provider, income.provider),
                (
                    _estimated(Figure.INCOME_WAS, income.was),
                    _swing(Figure.DEVIATION_WAS, income.was),
                    _estimated(Figure.INCOME, income.would),
                    _swing(Figure.DEVIATION, income.would),
                ),
            )
            for income in one.incomes
        ),
        first=_("Provider"),
    )


def charges(found: Comparison, priced: Iterable[Compared]) -> ShownTable:
    """What people were charged, and would have been, where a way of paying can tell."""
    held = ((_way(one), found.charges.get(one.model)) for one in priced)
    return _table(
        _("What people pay themselves"),
        (
            (
                way,
                (
                    Cell(_("People charged"), str(told.people)),
                    Cell(_name(Figure.CHARGED), pounds(told.was)),
                    Cell(_name(Figure.CHARGED_IF), pounds(told.would)),
                ),
            )
            for way, told in held
            if told is not None
        ),
    )


def pulls(priced: Iterable[Compared]) -> ShownTable:
    """Which way each pulls, and what could be taken back."""
    return _table(
        _("Which way each pulls"), ((_way(one), (_signs(one), _at_stake(one))) for one in priced)
    )


def _signs(one: Compared) -> Cell:
    told = [f"{words.sign_words(sign)} ({count})" for sign, count in one.signs.items()]
    return Cell(_name(Figure.ONE_MORE_HOUR), "; ".join(told), number=False)


def _at_stake(one: Compared) -> Cell:
    return Cell(_name(Figure.AT_STAKE), pounds(one.at_stake))


def hours(priced: Iterable[Compared]) -> ShownTable:
    """Planned hours: what these people were promised, whatever the way of paying."""
    return _table(
        _("Capacity"),
        ((_way(one), (Cell(_name(Figure.HOURS), f"{half_up(one.hours):,}"),)) for one in priced),
    )


def wages(found: Comparison, priced: Iterable[Compared]) -> ShownTable:
    """What an hour of the price is, and what wage it can pay; what a worker had nobody knows."""
    return _table(_("Workers’ pay"), ((_way(one), _wage(found, one)) for one in priced))


def _wage(found: Comparison, one: Compared) -> tuple[Cell, ...]:
    unknown = str(words.CANNOT_TELL)
    wage = found.wages.get(one.model)
    hour = unknown if one.hour is None else pounds(half_up(pence(one.hour)))
    most = unknown if wage is None else pounds(half_up(pence(wage)))
    return (
        Cell(_name(Figure.HOUR), hour),
        Cell(_name(Figure.WAGE), most),
        Cell(_name(Figure.WORKERS_HOUR), unknown),
    )


def why(models: Iterable[Compared]) -> ShownTable:
    """What could not be priced and why, and what is left out of a price."""
    return _table(
        _("What could not be priced, and why"),
        ((_way(one), _why(one)) for one in models if one.why_not or one.left_out),
    )


def _why(one: Compared) -> tuple[Cell, ...]:
    not_priced = [f"{words.WHY_NOT[w]} ({n})" for w, n in one.why_not.items()]
    left_out = [f"{words.LEFT_OUT[w]} ({n})" for w, n in one.left_out.items()]
    return (
        Cell(_name(Figure.WHY_NOT), "; ".join(not_priced) or "–", number=False),
        Cell(_name(Figure.LEFT_OUT), "; ".join(left_out) or "–", number=False),
    )


def _table(caption: str, held: Iterable[tuple[str, Sequence[Cell]]], first: str = "") -> ShownTable:
    named = first or _("Way of paying")
    return ShownTable(caption, named, tuple((head, tuple(cells)) for head, cells in held))


def _way(one: Compared) -> str:
    return str(WAY_NAMES.get(one.model, one.model))


def _name(figure: Figure) -> str:
    return str(FIGURES[figure].name)


def _estimated(figure: Figure, told: Estimate | None) -> Cell:
    """A mean with its interval below it, or that there are too few to tell."""
    if told is None or told.lower is None or told.upper is None:
        return Cell(_name(figure), str(words.TOO_FEW), number=False)
    low, high = pounds(round(told.lower)), pounds(round(told.upper))
    likely = _("Likely between %(low)s and %(high)s") % {"low": low, "high": high}
    return Cell(_name(figure), pounds(round(told.mean)), False, likely)


def _swing(figure: Figure, told: Estimate | None) -> Cell:
    if told is None or told.deviation is None:
        return Cell(_name(figure), str(words.TOO_FEW))
    return Cell(_name(figure), pounds(round(told.deviation)))
