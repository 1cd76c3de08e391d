"""What this reader may do with a fund, each with its page."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.queries import Sight
from whatmatters.funds.queries import FundFacts
from whatmatters.rules.permissions import Action


def acts_of(fund: FundFacts, sight: Sight, today: date) -> list[tuple[str, str]]:
    """Words and address of each; nothing once the account is closed."""
    if fund.closed:
        return []
    return [(words, reverse(page, args=[fund.id])) for words, page in _acts(fund, sight, today)]


def _acts(fund: FundFacts, sight: Sight, today: date) -> Iterator[tuple[str, str]]:
    over = fund.last_day < today
    if Action.KEEP_FUND in sight.actions:
        yield _("Write in an instalment that came in"), "fund_pay_in"
        yield _("Write down what was spent"), "fund_spend"
        yield _("Put a line right"), "fund_reverse"
        if over:
            yield _("Close the account"), "fund_close"
    if Action.AGREE_FUND in sight.actions:
        if not over:
            yield _("Agree a spend"), "fund_agree"
            yield _("Stop an agreed spend"), "fund_stop"
        if fund.ends is None:
            yield _("End the fund"), "fund_end"
