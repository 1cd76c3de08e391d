"""The account of one fund: its lines in their order, and what was agreed to be spent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.funds.models import AgreedSpend, FundLine, LineWords
from whatmatters.rules.funds.account import LineKind, Moved
from whatmatters.rules.funds.agreed import Agreed, Every
from whatmatters.rules.people import Authority


@dataclass(frozen=True, slots=True)
class LineTold:
    """One line. `counts` is False for a line that was reversed, and for the one that did it."""

    id: int
    fund_id: int
    place: int
    kind: LineKind
    on: date
    pence: int
    left: int
    instalment: int | None
    agreed_id: int | None
    reverses_id: int | None
    reversed: bool
    what_for: str
    seller: str
    by_id: int
    at: datetime

    @property
    def counts(self) -> bool:
        """Whether it still says something of the account."""
        return not self.reversed and self.reverses_id is None

    @property
    def moved(self) -> Moved:
        """Its day and its pence."""
        return Moved(self.on, self.pence)


@dataclass(frozen=True, slots=True)
class AgreedTold:
    """One agreed spend, in own words, by whose word; `decider_id` is a user."""

    id: int
    outcome_id: int
    what: str
    agreed: Agreed
    authority: Authority
    decider_id: int | None
    by_id: int
    at: datetime


def account_lines(fund_ids: Iterable[int]) -> tuple[LineTold, ...]:
    """Every line of these funds, in the order in which they were written (one query)."""
    rows = FundLine.objects.filter(fund_id__in=set(fund_ids)).order_by("fund_id", "place")
    return tuple(_told(row) for row in rows.select_related("words", "reversed_by"))


def _told(row: FundLine) -> LineTold:
    said: LineWords | None = getattr(row, "words", None)
    return LineTold(
        id=row.pk,
        fund_id=row.fund_id,
        place=row.place,
        kind=LineKind(row.kind),
        on=row.on,
        pence=row.pence,
        left=row.left,
        instalment=row.instalment,
        agreed_id=row.spend_id,
        reverses_id=row.reverses_id,
        reversed=getattr(row, "reversed_by", None) is not None,
        what_for=said.what_for if said else "",
        seller=said.seller if said else "",
        by_id=row.by_id,
        at=row.at,
    )


def agreed_spends(fund_id: int) -> tuple[AgreedTold, ...]:
    """What was agreed to be spent of a fund, the newest first."""
    rows = AgreedSpend.objects.filter(fund_id=fund_id).select_related("decider").order_by("-id")
    return tuple(
        AgreedTold(
            id=row.pk,
            outcome_id=row.outcome_id,
            what=row.what,
            agreed=Agreed(Every(row.every), row.pence, row.starts, row.ends),
            authority=Authority(row.agreed),
            decider_id=row.decider.user_id if row.decider else None,
            by_id=row.by_id,
            at=row.at,
        )
        for row in rows
    )


def spent_of(lines: Iterable[LineTold], agreed_id: int) -> list[Moved]:
    """What was spent of an agreed spend and still counts, above zero."""
    found = (line for line in lines if line.agreed_id == agreed_id)
    return [Moved(line.on, -line.pence) for line in found if line.counts]


def paid_in(lines: Iterable[LineTold]) -> dict[int, LineTold]:
    """The instalments that are in the account, by number."""
    found = (line for line in lines if line.kind is LineKind.PAID_IN and line.counts)
    return {line.instalment: line for line in found if line.instalment is not None}
