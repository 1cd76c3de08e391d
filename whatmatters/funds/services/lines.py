"""Lines added to a fund's account, one after another, each with what is left."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.funds.models import Fund, FundLine
from whatmatters.funds.queries import LineTold, account_lines, fund_terms
from whatmatters.funds.queries.refusals import BeyondBalance, FundMoved
from whatmatters.rules.commissioning_models.individual_service_fund import Terms
from whatmatters.rules.funds.account import LineKind, room


class Account:
    """One fund's account as it stands while its row is held."""

    def __init__(self, by: Actor, at: datetime, fund: Fund) -> None:
        self.by, self.at, self.fund = by, at, fund
        self.terms: Terms = fund_terms(fund.council_id, [fund.pk])[fund.pk].terms
        self.lines: tuple[LineTold, ...] = account_lines([fund.pk])

    @property
    def balance(self) -> int:
        """What is left, in pence, after every line."""
        return self.lines[-1].left if self.lines else 0

    def must_hold(self, pence: int, on: date) -> None:
        """Raises BeyondBalance unless so many pence may leave on a day."""
        left = room((line.moved for line in self.lines), on, self.terms.overdraft_pence)
        if pence > left:
            raise BeyondBalance(left=left)

    def line(self, kind: LineKind, on: date, pence: int, **more: Any) -> FundLine:
        """A line to be added."""
        return FundLine(
            council_id=self.fund.council_id,
            by_id=self.by.user_id,
            at=self.at,
            fund=self.fund,
            kind=kind,
            on=on,
            pence=pence,
            overdraft=self.terms.overdraft_pence,
            **more,
        )

    def add(self, new: Sequence[FundLine]) -> list[FundLine]:
        """Write lines in their order. Raises FundMoved where somebody was a moment earlier."""
        balance = self.balance
        for place, line in enumerate(new, start=len(self.lines) + 1):
            balance += line.pence
            line.place, line.left = place, balance
        try:
            with transaction.atomic():
                made: list[FundLine] = FundLine.objects.bulk_create(new)
        except IntegrityError as error:
            raise FundMoved(left=self.balance) from error
        return made
