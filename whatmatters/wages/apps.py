from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WagesConfig(AppConfig):
    name = "whatmatters.wages"
    label = "wages"

    def ready(self) -> None:
        """The page that checks pay in the menu."""
        from whatmatters.frontend.navigation import Item, register

        register(Item(_("Check pay"), "wage_check", order=75))
