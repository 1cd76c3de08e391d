"""The figures of a page as one table: a row for each figure or part, with its own method.

A number that is cut out of the file keeps what it was counted from. What is withheld has an empty
cell and says why.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from whatmatters.frontend.spreadsheets import Cell, csv_lines
from whatmatters.insight.queries.costs import Cost
from whatmatters.insight.queries.dashboard import Dashboard, dashboard
from whatmatters.insight.queries.parts import Parts
from whatmatters.insight.queries.scopes import Scope
from whatmatters.insight.web.code_words import (
    CATEGORIES,
    CLASSES,
    KINDS,
    MODELS,
    REASONS,
    STAGES,
    UNITS,
    VOICES,
    Words,
)
from whatmatters.insight.web.figure_words import FIGURES
from whatmatters.insight.web.whose import in_language, whose_provider
from whatmatters.policy.queries import too_few_to_tell_below
from whatmatters.rules.measures.rates import Rate
from whatmatters.rules.measures.register import Depth, Measure, Shape, Span

TENTHS = Decimal("0.1")
PENCE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Line:
    """What changes from row to row of one figure."""

    part: str = ""
    counted: int | None = None
    of: int | None = None
    value: Decimal | None = None
    unit: str = ""
    lower: Decimal | None = None
    upper: Decimal | None = None
    told: bool = True


def columns() -> list[str]:
    """The headings."""
    return [
        _("Figures of"),
        _("Figure"),
        _("Part"),
        _("Class"),
        _("Counted"),
        _("Out of"),
        _("Value"),
        _("Unit"),
        _("Likely from"),
        _("Likely to"),
        _("First day"),
        _("Last day"),
        _("Note"),
        _("What is counted"),
        _("Out of what"),
        _("How it is worked out"),
        _("Requirement"),
    ]


def rows(board: Dashboard, whose: str, keys: Collection[str]) -> Iterator[list[Cell]]:
    """Every row of the figures that are asked for, leading ones first."""
    last = board.period.last_day
    for key, measure in board.measures.items():
        if key in keys:
            first = last if measure.span is Span.DAY else board.period.start
            for line in _lines(board, measure):
                yield _row(whose, measure, line, (first, last))


def whole_table(scope: Scope, *, on: date) -> Iterator[str]:
    """Every figure of a scope as lines of CSV, for a file with other tables."""
    board = dashboard(scope, on=on)
    names = whose_provider(scope.council_id, scope.id) if scope.id is not None else None
    whose = names.name if names else _("The council")
    return csv_lines(columns(), rows(board, whose, list(board.measures)))


def _row(whose: str, measure: Measure, line: Line, days: tuple[date, date]) -> list[Cell]:
    words = FIGURES[measure.words]
    kind = str(CLASSES[measure.kind]).partition(":")[0]
    told = [line.counted, line.of, line.value, line.unit, line.lower, line.upper, *days]
    note = "" if line.told else _("Too few to tell")
    method = [str(words.numerator), str(words.denominator), str(words.how), measure.requirement]
    return [whose, str(words.name), line.part, kind, *told, note, *method]


def _lines(board: Dashboard, measure: Measure) -> Iterator[Line]:
    one = board.scope.depth is Depth.CASE
    if measure.shape is Shape.SHARE:
        return iter([_rate(board.shares[measure.key].rate, one)])
    if measure.key == "spend":
        return _parts(board.spend, MODELS, money=True)
    tables = {
        Shape.VOICES: _voices,
        Shape.DAYS: _days,
        Shape.WARDS: _gaps,
        Shape.RATIO: _costs,
        Shape.PARTS: _declines,
    }
    return tables[measure.shape](board)


def _declines(board: Dashboard) -> Iterator[Line]:
    return _parts(board.declines, REASONS)


def _voices(board: Dashboard) -> Iterator[Line]:
    one = board.scope.depth is Depth.CASE
    for row in board.kinds:
        for voice, rate in row.voices.items():
            yield _rate(rate, one, f"{KINDS[row.kind]}: {VOICES[voice]}")


def _rate(rate: Rate, one: bool, part: str = "") -> Line:
    """A share with its interval; of one person only the counts, for a share says nothing."""
    found = rate.interval
    if found is None:
        return Line(part, told=False)
    line = Line(part, found.numerator, found.denominator, unit="%")
    if one:
        return replace(line, unit="")
    shares = (_hundredths(share) for share in (found.share, found.lower, found.upper))
    value, lower, upper = shares
    return replace(line, value=value, lower=lower, upper=upper)


def _days(board: Dashboard) -> Iterator[Line]:
    starts, unit = board.starts, str(UNITS["days"])
    if starts.middle is None or starts.stages is None:
        yield Line(told=False)
        return
    middle = Decimal(str(starts.middle))
    yield Line(_("the middle one"), of=starts.count, value=middle, unit=unit)
    for words, days in zip(STAGES, starts.stages, strict=True):
        yield Line(str(words), of=starts.count, value=Decimal(str(days)), unit=unit)


def _gaps(board: Dashboard) -> Iterator[Line]:
    unit = str(UNITS["people"])
    for ward in board.gaps.wards:
        name = in_language(ward.name_en, ward.name_cy)
        yield Line(name, counted=ward.people, unit=unit, told=ward.people is not None)
    for missing in board.gaps.missing:
        yield Line(missing.what, counted=missing.people, unit=unit)
    if not board.gaps.wards:
        yield Line(counted=0, unit=unit)


def _costs(board: Dashboard) -> Iterator[Line]:
    yield _cost(board.costs.whole, _("All outcomes"))
    if board.costs.left_out != 0:
        yield Line(_("Plans paid as a block, left out"), counted=board.costs.left_out)
    for cost in board.costs.categories:
        yield _cost(cost, str(CATEGORIES.get(cost.key, cost.key)))
    for cost in board.costs.patches:
        yield _cost(cost, in_language(cost.name_en, cost.name_cy) or _("No patch"))


def _cost(cost: Cost, part: str) -> Line:
    if cost.told is None:
        return Line(part, told=False)
    line = Line(part, cost.told.numerator, cost.told.denominator, unit="£", told=False)
    if cost.ratio is None:
        return line
    value, lower, upper = (
        _pounds(pence) for pence in (cost.ratio.value, cost.ratio.lower, cost.ratio.upper)
    )
    return replace(line, value=value, lower=lower, upper=upper, told=True)


def _parts(parts: Parts, words: object, *, money: bool = False) -> Iterator[Line]:
    names: dict[str, Words] = dict(words)  # type: ignore[call-overload]
    for part in parts.parts:
        value = _pounds(part.pence) if money and part.pence is not None else None
        yield Line(
            str(names.get(part.key, part.key)),
            counted=part.count,
            value=value,
            unit="£" if money else "",
            told=part.count is not None,
        )
    if not money and 0 < parts.count < too_few_to_tell_below():
        return
    total = _pounds(parts.pence) if money else None
    yield Line(_("All"), None if money else parts.count, value=total, unit="£" if money else "")


def _hundredths(share: float) -> Decimal:
    return (Decimal(repr(share)) * 100).quantize(TENTHS)


def _pounds(pence: float) -> Decimal:
    return (Decimal(round(pence)) / PENCE).quantize(Decimal("0.01"))
