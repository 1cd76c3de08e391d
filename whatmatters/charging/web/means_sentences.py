"""Each step of what can be afforded, as one sentence."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from django.utils.translation import gettext as _

from whatmatters.charging.web.money_words import told_money, told_share
from whatmatters.charging.web.names import RATES

Inputs = Mapping[str, str]


def _money(inputs: Inputs, *names: str) -> dict[str, str]:
    return {name: told_money(inputs[name]) for name in names}


def _declined(_inputs: Inputs) -> str:
    return _("Nobody was told of income and savings, so they set no limit.")


def _over_limit(inputs: Inputs) -> str:
    words = _("Savings of %(capital)s are above %(limit)s, so income and savings set no limit.")
    return words % _money(inputs, "capital", "limit")


def _tariff(inputs: Inputs) -> str:
    if Fraction(inputs["steps"]) <= 0:
        words = _("Savings of %(capital)s are not above %(limit)s and count for nothing.")
        return words % _money(inputs, "capital", "limit")
    words = _(
        "Savings of %(capital)s are above %(limit)s: %(each)s a week for each %(step)s or part "
        "of it, %(steps)s times."
    )
    return words % (_money(inputs, "capital", "limit", "each", "step") | {"steps": inputs["steps"]})


def _guarantee(inputs: Inputs) -> str:
    parts = ", ".join(f"{RATES.get(key, key)} {told_money(inputs[key])}" for key in inputs)
    return _("What must be left each week: %(parts)s.") % {"parts": parts}


def _told(_inputs: Inputs) -> str:
    return _("What must be left each week, as the council’s own notice says.")


def _england(inputs: Inputs) -> str:
    words = _(
        "Income %(income)s, and %(tariff_income)s for savings; less housing costs "
        "%(housing_costs)s, costs because of disability %(disability_costs)s and what must be "
        "left, %(minimum_income)s; never below nothing."
    )
    names = ("income", "tariff_income", "housing_costs", "disability_costs", "minimum_income")
    return words % _money(inputs, *names)


def _wales_minimum(inputs: Inputs) -> str:
    words = _(
        "What must be left each week: the basic entitlement %(basic_entitlement)s, %(buffer)s "
        "more (%(share)s of it), and %(disability)s for costs because of disability."
    )
    told = _money(inputs, "basic_entitlement", "buffer", "disability")
    return words % (told | {"share": told_share(inputs["buffer_share"])})


def _wales(inputs: Inputs) -> str:
    words = _(
        "Income %(income)s; less housing costs %(housing_costs)s and what must be left, "
        "%(minimum_income)s; never below nothing."
    )
    return words % _money(inputs, "income", "housing_costs", "minimum_income")


MEANS: Mapping[str, Callable[[Inputs], str]] = {
    "declined": _declined,
    "over_limit": _over_limit,
    "tariff_income": _tariff,
    "minimum_income_guarantee": _guarantee,
    "minimum_income_told": _told,
    "england_affordable": _england,
    "wales_minimum_income": _wales_minimum,
    "wales_affordable": _wales,
}
