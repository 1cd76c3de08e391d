"""The arithmetic of a line, row by row: inputs, rule, rounding, result (R-XR-06)."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from whatmatters.frontend.statement import SumRow, Sums
from whatmatters.frontend.statement_figures import exact, pounds, result, tables, whole
from whatmatters.rules.commissioning import Input, Inputs
from whatmatters.rules.money_text import exact_text, pounds_text


def week(told: Inputs, pence: int | None) -> tuple[Sums, ...]:
    """Each visit's paid minutes and exact amount, then the one rounding."""
    step = told.get("rounding_minutes")
    rows = [_visit(visit, step) for visit in tables(told["visits"])]
    rows.append(SumRow(_("Exact sum"), exact(told["exact_pence"])))
    if told.get("exact_before_pence", "0") != "0":
        rows += _part_of_week(told)
    title = _("Visits at %(rate)s an hour") % {"rate": pounds(told["rate"])}
    return (Sums(title, (*rows, *result(told, pence))),)


def instalment(told: Inputs, pence: int | None) -> tuple[Sums, ...]:
    """The plan's price from its lines, then its spread over the days."""
    return (_price(told), Sums(_("This instalment"), (*_spread(told), *result(told, pence))))


def overdue(told: Inputs, pence: int | None) -> tuple[Sums, ...]:
    """The same spread, going on past the plan's last day."""
    rows = (
        SumRow(_("Price of the plan"), whole(told["price_pence"])),
        SumRow(_("Days of the plan"), str(told["plan_days"])),
        SumRow(
            _("Days past its end"),
            str(told["overdue_days"]),
            _("price × days ÷ days of the plan, cumulative, rounded half up"),
        ),
    )
    return (Sums(_("Days past the end"), (*rows, *result(told, pence))),)


def released(told: Inputs, pence: int | None) -> tuple[Sums, ...]:
    """The share held back of all that was earned."""
    rows = [SumRow(_("Earned"), whole(told["earned_pence"]))]
    if "parts" not in told:
        rows.append(SumRow(_("Share held back"), str(told["retention_share"])))
    for part in tables(told.get("parts")):
        earned = _("of %(pounds)s") % {"pounds": whole(part["earned_pence"])}
        rows.append(SumRow(_("Share held back"), str(part["share"]), earned))
    return (Sums(_("Held back"), (*rows, *result(told, pence))),)


def penalty(told: Inputs, pence: int | None) -> tuple[Sums, ...]:
    """Delay, rate and penalty, each from its own figures."""
    return (
        Sums(_("How long it was left"), tuple(_delay(told))),
        Sums(_("The penalty"), (*_penalty_rows(told), *result(told, pence))),
    )


def dissatisfaction(told: Inputs, pence: int | None) -> tuple[Sums, ...]:
    """Base and share, and the cap that all penalties have together."""
    cap = _("this penalty was cut to it") if told["capped"] else _("ceiling × base; not reached")
    rows = (
        _base(told),
        SumRow(
            _("Share for dissatisfaction"),
            str(told["dissatisfaction_share"]),
            _("said in the agreement; outcomes play no part in it"),
        ),
        SumRow(_("Penalty, exact"), exact(told["exact_pence"]), _("base × share")),
        SumRow(_("All penalties together at most"), whole(told["cap_pence"]), cap),
    )
    return (Sums(_("The penalty"), (*rows, *result(told, pence))),)


def correction(told: Inputs, pence: int) -> tuple[Sums, ...]:
    """What was posted, what is right, and the difference."""
    rows = (
        SumRow(_("Right now"), whole(told["right_pence"])),
        SumRow(_("Posted before"), whole(told["posted_pence"])),
        SumRow(_("Difference"), pounds_text(pence), is_sum=True),
    )
    return (Sums(_("The correction"), rows),)


def _price(told: Inputs) -> Sums:
    rows = tuple(
        SumRow(
            _("Line %(number)s") % {"number": number}, exact(line["exact_pence"]), _line_how(line)
        )
        for number, line in enumerate(tables(told["plan"]), start=1)
    )
    total = SumRow(_("Price of the plan"), whole(told["price_pence"]), _("rounded once"), True)
    return Sums(_("The plan’s price"), (*rows, total))


def _line_how(line: Inputs) -> str:
    if line.get("funded"):
        return _("already funded: costs 0 and stays in the plan")
    if "hours" in line:
        return _("%(hours)s hours (%(band)s) × %(rate)s") % {
            "hours": line["hours"],
            "band": _band(line["band"]),
            "rate": pounds(line["rate"]),
        }
    if Fraction(str(line["exact_pence"])) == 0:
        return _("no charge")
    return _("agreed cost")


def _spread(told: Inputs) -> Iterator[SumRow]:
    if "part_first" in told:
        days = _("%(first)s to %(last)s") % {
            "first": date_format(date.fromisoformat(str(told["part_first"]))),
            "last": date_format(date.fromisoformat(str(told["part_last"]))),
        }
        yield SumRow(_("Only the days"), days, _("the terms change inside this period"))
    how = _("price × days elapsed ÷ %(days)s, rounded half up") % {"days": told["plan_days"]}
    for key, days in (("earned_after_pence", "days_after"), ("earned_before_pence", "days_before")):
        name = _("Earned after %(days)s days") % {"days": told[days]}
        yield SumRow(name, whole(told[key]), how)
    yield SumRow(_("Instalment"), whole(told["instalment_pence"]), _("the first less the second"))
    if "retention_share" in told:
        held = int(str(told["held_after_pence"])) - int(str(told["held_before_pence"]))
        how = _("%(share)s of what is earned: %(after)s less %(before)s") % {
            "share": told["retention_share"],
            "after": whole(told["held_after_pence"]),
            "before": whole(told["held_before_pence"]),
        }
        if "held_parts" in told:
            how = _("all that is held now, share by share, less what was held before")
        yield SumRow(_("Held back"), pounds_text(-held), how)
        for part in tables(told.get("held_parts")):
            earned = _("of %(pounds)s") % {"pounds": whole(part["earned_pence"])}
            yield SumRow(_("Share held back"), str(part["share"]), earned)


def _part_of_week(told: Inputs) -> Iterator[SumRow]:
    """A week whose terms changed is rounded once: this part is what is left of that."""
    yield SumRow(
        _("Exact sum of the days before"),
        exact(told["exact_before_pence"]),
        _("the week is rounded once: both sums rounded, less this one rounded"),
    )


def _delay(told: Inputs) -> Iterator[SumRow]:
    for key, name in (
        ("off_track_on", _("First recorded off track")),
        ("exception_on", _("Exception raised")),
    ):
        if told[key] is not None:
            yield SumRow(name, date_format(date.fromisoformat(str(told[key]))))
    if told["working_days"] is not None:
        grace = _("in grace up to %(days)s") % {"days": told["grace_working_days"]}
        yield SumRow(_("Working days until it was raised"), str(told["working_days"]), grace)
    if told["days_waited"] is not None:
        to_end = _("of %(days)s to the plan’s end") % {"days": told["days_to_the_end"]}
        yield SumRow(_("Days it was left"), str(told["days_waited"]), to_end)
    yield SumRow(_("Delay"), str(told["delay"]), _delay_why(str(told["delay_why"])), is_sum=True)


def _base(told: Inputs) -> SumRow:
    bases = {"whole": _("the whole plan price"), "payable": _("lines that serve payable outcomes")}
    return SumRow(_("Base"), whole(told["base_pence"]), bases[str(told["base"])])


def _penalty_rows(told: Inputs) -> Iterator[SumRow]:
    yield _base(told)
    yield SumRow(_("Weight of the outcome"), str(told["weight"]))
    missed = exact_text(1 - Fraction(str(told["achieved"])))
    share = _("1 less %(achieved)s achieved") % {"achieved": told["achieved"]}
    yield SumRow(_("Share missed"), missed, share)
    how = _("%(ceiling)s × (%(floor)s + (1 − %(floor)s) × %(delay)s)") % told
    yield SumRow(_("Rate"), str(told["rate"]), how)
    product = _("base × weight × share missed × rate")
    yield SumRow(_("Penalty, exact"), exact(told["exact_pence"]), product)
    cap = _("this penalty was cut to it") if told["capped"] else _("ceiling × base; not reached")
    yield SumRow(_("All penalties together at most"), whole(told["cap_pence"]), cap)


def _visit(told: Inputs, step: Input) -> SumRow:
    """`step`: what minutes paid as delivered are rounded to; None where a line does not tell."""
    day = date_format(date.fromisoformat(str(told["date"])))
    delivered = 0 if told["delivered"] is None else told["delivered"]
    how = _("%(planned)s planned, %(delivered)s delivered: %(why)s, %(paid)s minutes paid") % {
        "planned": told["planned"],
        "delivered": delivered,
        "why": _visit_why(str(told["why"])),
        "paid": told["paid_minutes"],
    }
    if told["why"] == "as_delivered" and step is not None:
        how += ", " + _("to the nearest %(step)s minutes") % {"step": step}
    if told["multiplier"] != "1":
        how += ", " + _("bank holiday × %(multiplier)s") % {"multiplier": told["multiplier"]}
    return SumRow(day, exact(told["exact_pence"]), how)


def _visit_why(code: str) -> str:
    return {
        "as_planned": _("inside the tolerance, paid as planned"),
        "as_delivered": _("outside the tolerance, paid as delivered"),
        "missed": _("missed"),
        "cancelled_late": _("cancelled late"),
        "cancelled_in_time": _("cancelled in time"),
    }[code]


def _delay_why(code: str) -> str:
    return {
        "never_recorded": _("nobody recorded it off track: the agreement’s setting"),
        "recorded_after_the_end": _("first recorded after the plan’s end"),
        "never_raised": _("no exception was raised before the plan’s end"),
        "raised_in_grace": _("raised in the days of grace"),
        "raised": _("days it was left ÷ days to the plan’s end"),
    }[code]


def _band(code: Input) -> str:
    return {"standard": _("standard"), "specialist": _("specialist")}[str(code)]
