"""The terms of a direct payment in plain words."""

from collections.abc import Mapping
from fractions import Fraction

from django.utils.translation import gettext as _

from whatmatters.direct_payments.queries import DirectFacts, DirectTerms
from whatmatters.frontend.templatetags.wm import percent, pounds
from whatmatters.rules.money import half_up, pence


def terms_rows(
    facts: DirectFacts, agreement: DirectTerms, names: Mapping[int, str]
) -> list[tuple[str, str]]:
    """Each term with its words."""
    terms = agreement.terms
    whose = _("%(who)s manages it for the person") % {"who": names[facts.account_id]}
    rows = [
        (_("Into whose account"), whose if facts.managed else _("An account of the person’s own")),
        (_("Worth a week"), _pounds(terms.weekly_budget)),
        (_("What the person was assessed to pay, a week"), _pounds(terms.weekly_contribution)),
        (_("Paid a week"), _pounds(terms.weekly)),
        (_("When"), _("Every four weeks, before they begin")),
        (_("Who pays"), ", ".join(_payer(names[who], share) for who, share in agreement.payers)),
        (
            _("What may stand unspent"),
            _("%(weeks)s weeks of money, beside what is owed") % {"weeks": terms.surplus_weeks},
        ),
        (
            _("After an early end"),
            _("%(days)s days more are paid, for notice, where nothing follows")
            % {"days": terms.run_on_days},
        ),
    ]
    if terms.start_up:
        rows.insert(4, (_("Once, to start with"), _pounds(terms.start_up)))
    return rows


def _payer(name: str, share: Fraction) -> str:
    return name if share == 1 else f"{name} {percent(share)}"


def _pounds(amount: Fraction) -> str:
    return pounds(half_up(pence(amount)))
