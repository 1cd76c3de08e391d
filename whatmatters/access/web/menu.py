"""What of access stands in the menu: for administrators alone."""

from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.navigation import Item, register
from whatmatters.rules.roles import Role

ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})


def register_pages() -> None:
    """Called once at start-up."""
    register(Item(_("Accounts"), "user_list", ADMINISTRATORS, order=40))
    register(Item(_("Who did what"), "account_trail", ADMINISTRATORS, order=41))
    register(Item(_("Your organisation"), "organisation", ADMINISTRATORS, order=42))
