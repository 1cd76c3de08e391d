from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SwitchingConfig(AppConfig):
    name = "whatmatters.switching"
    label = "switching"

    def ready(self) -> None:
        """Switches, in the menu."""
        from whatmatters.frontend.navigation import Item, register

        register(Item(_("Switches"), "switch_list", order=73))
