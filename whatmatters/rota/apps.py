from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RotaConfig(AppConfig):
    name = "whatmatters.rota"
    label = "rota"

    def ready(self) -> None:
        """The team's day in the menu."""
        from whatmatters.frontend.navigation import Item, register

        register(Item(_("The team’s day"), "rota_list", order=24))
