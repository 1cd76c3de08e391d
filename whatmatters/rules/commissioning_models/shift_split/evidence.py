"""What `shift_split` may read: shifts, with the minutes that divide their cost."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from whatmatters.rules.commissioning import Problem, Rules
from whatmatters.rules.commissioning_models.shift_split.terms import Agreement, Method, Terms
from whatmatters.rules.minutes import MINUTES_IN_A_DAY
from whatmatters.rules.reading import Table, finish, named_once


@dataclass(frozen=True, slots=True)
class Shift:
    """Whole minutes of one shift: paid, with people for social care and for delegated health
    tasks, and travelling. What is left is downtime, which is paid like the rest.
    """

    id: str
    on: date
    tier: str
    paid: int
    social: int
    health: int
    travel: int

    @property
    def contact(self) -> int:
        """Minutes with people."""
        return self.social + self.health


@dataclass(frozen=True, slots=True)
class Evidence:
    """Shifts that were rostered and worked."""

    shifts: tuple[Shift, ...]


def read_evidence(raw: Mapping[str, object], /) -> Evidence:
    """`shifts`. Raises Problems."""
    table = Table(raw, "evidence", [])
    rows = table.tables("shifts")
    shifts = tuple(_read_shift(row) for row in rows)
    named_once(zip(rows, (shift.id for shift in shifts), strict=True), "id")
    table.close()
    finish(table.problems)
    return Evidence(shifts)


def _read_shift(table: Table) -> Shift:
    # Several workers of a tier are one shift, whose minutes are given together.
    workers = table.whole_or_none("workers", least=1) or 1
    shift = Shift(
        id=table.text("id"),
        on=table.day("date"),
        tier=table.text("tier"),
        paid=table.whole("paid", most=workers * MINUTES_IN_A_DAY),
        social=table.whole("social"),
        health=table.whole("health"),
        travel=table.whole("travel"),
    )
    if shift.contact + shift.travel > shift.paid:
        told = shift.contact + shift.travel
        table.problem("more_than_was_paid", "paid", value=told, most=shift.paid)
    table.close()
    return shift


def check_evidence(
    agreement: Agreement, evidence: Evidence, _rules: Rules, /
) -> tuple[Problem, ...]:
    """A shift outside the agreement, of a tier that has no rate, or without a share to use."""
    return tuple(_problems(agreement, evidence))


def _problems(agreement: Agreement, evidence: Evidence) -> Iterator[Problem]:
    for i, shift in enumerate(evidence.shifts):
        where = f"evidence.shifts[{i}]"
        if not agreement.holds(shift.on):
            yield Problem("outside_the_agreement", f"{where}.date", {"day": shift.on})
        if shift.tier not in agreement.terms_on(shift.on).tiers:
            yield Problem("unknown_tier", f"{where}.tier", {"value": shift.tier})
    if any(_lacks_share(agreement.terms_on(shift.on), shift) for shift in evidence.shifts):
        yield Problem("missing_key", "agreement.terms.nhs_share")


def _lacks_share(terms: Terms, shift: Shift) -> bool:
    """Only an agreed share can divide it, and its day has none."""
    return terms.nhs_share is None and (not shift.contact or terms.method is Method.FIXED)
