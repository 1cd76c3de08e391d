"""Which way a contract pulls its provider, in words: what an hour does, and what is wrong in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from whatmatters.commissioning.queries.incentives import Audit
from whatmatters.commissioning.web.pull_words import CHANGES, WRONG
from whatmatters.frontend.way_words import WAY_NAMES
from whatmatters.rules.commissioning import Incentive
from whatmatters.rules.incentives import Change, Effect, wrong_signs


@dataclass(frozen=True, slots=True)
class Shown:
    """A contract, and what an hour does, in words with a kind of flag. Sums are pence.

    `cells`: income at once and less the hour's cost, with the words of what changes.
    """

    audit: Audit
    provider: str
    way: object
    flags: tuple[tuple[str, str], ...]
    cells: tuple[tuple[str, Effect | None], ...]
    anew: int | None


def shown(one: Audit, provider: str) -> Shown:
    """One contract as the page shows it."""
    way = WAY_NAMES.get(one.contract.model, one.contract.model)
    cells = tuple((str(words), one.effects.get(change)) for change, words in CHANGES.items())
    told = one.incentive
    if told is None:
        return Shown(one, provider, way, (), cells, None)
    return Shown(one, provider, way, flags(told, one.effects), cells, told.replanned_pence)


def flags(told: Incentive, found: Mapping[Change, Effect]) -> tuple[tuple[str, str], ...]:
    """Which way a contract pulls: every wrong way, or one good word. A kind of flag, and words."""
    wrong = tuple(("bad", str(WRONG[change])) for change in wrong_signs(found))
    if wrong:
        return wrong
    if told.income_pence < 0:
        return (("bad", _("Pays less as soon as need grows")),)
    if told.replanned_pence > 0:
        return (("good", _("Pays nothing more until it is agreed anew")),)
    return (("good", _("Pays the same, whatever need does")),)
