"""What keeps a charge from being worked out."""

from datetime import date

from whatmatters.rules.refusals import Refusal


class RateNotKnown(Refusal):
    """A national rate that nobody has read: RateNotKnown(rate=, on=). It is never guessed."""

    code = "rate_not_known"

    def __init__(self, *, rate: str, on: date) -> None:
        super().__init__(rate=rate, on=on)


class ChargeFiguresWrong(Refusal):
    """One figure of an arrangement or an assessment cannot be: ChargeFiguresWrong(field=, why=).

    `why` is "missing", "negative", "over_one", "not_rising" or "unknown".
    """

    code = "charge_figures_wrong"

    def __init__(self, *, field: str, why: str) -> None:
        super().__init__(field=field, why=why)
