"""What a plan costs, in words: a plan that is paid as a block has no price, and is not free."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.outcomes.queries import VersionFacts

AS_BLOCK: Promise = _("paid as a block: the team is paid for the whole patch")
IN_BLOCK: Promise = _("in the block")


def price_words(facts: VersionFacts, *, short: bool = False) -> str:
    """The price of the whole plan, or that it has none; `short`: for a cell of a table."""
    if facts.as_block:
        return str(IN_BLOCK if short else AS_BLOCK)
    return pounds(facts.price)
