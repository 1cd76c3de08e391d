from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ShiftsConfig(AppConfig):
    name = "whatmatters.shifts"
    label = "shifts"

    def ready(self) -> None:
        """The page of shifts that are paid whole, in the menu."""
        from whatmatters.frontend.navigation import Item, register

        register(Item(_("Paid shifts"), "shift_schemes", order=56))
