"""Every refusal of the case has words, in both languages."""

import importlib
import pkgutil
import re

import pytest
from django.utils.translation import override

import whatmatters
from whatmatters.charging.web.refusal_words import WORDS as OF_CHARGES
from whatmatters.commissioning.web.contract_words import REFUSED as OF_CONTRACTS
from whatmatters.commissioning.web.principle_words import REFUSED as OF_PRINCIPLES
from whatmatters.delivery.web.bank_words import WORDS as OF_BANKS
from whatmatters.delivery.web.package_plan import WORDS as OF_PACKAGES
from whatmatters.direct_payments.web.words import REFUSED as OF_DIRECT_PAYMENTS
from whatmatters.episodes.web.words import REFUSED as OF_EPISODES
from whatmatters.frontend.bank_words import BANK_WORDS as OF_ACCOUNTS
from whatmatters.funds.web.words import REFUSED as OF_FUNDS
from whatmatters.limits.web.refused import REFUSED as OF_LIMITS
from whatmatters.outcomes.services import PriceMoved, VoiceRefused
from whatmatters.outcomes.web.refusal_words import WORDS, refusal_words
from whatmatters.people.web.refusal_words import WORDS as OF_PEOPLE
from whatmatters.rota.web.day_words import OF_A_DAY
from whatmatters.rota.web.roster_words import OF_A_ROSTER
from whatmatters.rota.web.words import REFUSED as OF_VISITS
from whatmatters.rules.refusals import Refusal
from whatmatters.switching.web.refused import REFUSED as OF_SWITCHES
from whatmatters.teams.web.words import REFUSED as OF_TEAMS

# Faults of a rota have words of their own, each (tests/rota); figures of a charge say which field.
OF_ROTAS = {"bad_input", "charge_figures_wrong", "wage_figures_wrong"}
CONTEXTS = ("rules", "outcomes", "people", "teams", "commissioning", "delivery", "funds")
CONTEXTS += ("direct_payments", "episodes", "limits", "switching")


def refusals() -> list[type[Refusal]]:
    """Every refusal that one of these contexts can raise."""
    for module in pkgutil.walk_packages(whatmatters.__path__, "whatmatters."):
        parts = module.name.split(".")
        if parts[1] in CONTEXTS and not {"migrations", "web"} & set(parts):
            importlib.import_module(module.name)
    found = [Refusal]
    for kind in found:
        found += kind.__subclasses__()
    return [kind for kind in found if kind.__module__.split(".")[1] in CONTEXTS]


def test_every_refusal_has_words() -> None:
    """In the context whose page says it: of people and packages beside their own forms."""
    pages = (WORDS, OF_PEOPLE, OF_PACKAGES, OF_BANKS, OF_ACCOUNTS, OF_CHARGES, OF_CONTRACTS)
    pages += (OF_FUNDS, OF_DIRECT_PAYMENTS, OF_VISITS, OF_EPISODES, OF_A_DAY, OF_A_ROSTER, OF_TEAMS)
    pages += (OF_SWITCHES, OF_LIMITS, OF_PRINCIPLES)
    said = {code for words in pages for code in words} | OF_ROTAS
    assert sorted({kind.code for kind in refusals()} - said) == []


def test_every_sentence_is_there_in_both_languages() -> None:
    for code, words in WORDS.items():
        with override("en-gb"):
            english = str(words)
        with override("cy"):
            welsh = str(words)
        assert welsh != english, code
        placeholder = re.compile(r"%\((\w+)\)s")
        assert set(placeholder.findall(welsh)) == set(placeholder.findall(english)), code


@pytest.mark.parametrize(
    ("refusal", "english"),
    [
        (
            PriceMoved(proposed=439150, now=440000),
            "A rate has changed since the plan was proposed: it was £4,391.50 and is now "
            "£4,400.00. The provider has to propose it again.",
        ),
        (
            VoiceRefused(party="person"),
            "You may not speak for the person here. Each of the three answers in their own voice.",
        ),
        (PriceMoved(), "This cannot be done."),
    ],
)
def test_figures_and_parties_stand_in_the_sentence(refusal: Refusal, english: str) -> None:
    with override("en-gb"):
        assert refusal_words(refusal) == english
