from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TeamsConfig(AppConfig):
    name = "whatmatters.teams"
    label = "teams"

    def ready(self) -> None:
        """Workers and teams in the menu of whoever keeps them."""
        from whatmatters.frontend.navigation import Item, register

        register(Item(_("Workers and teams"), "worker_list", order=25))
