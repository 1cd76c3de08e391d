from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResultsConfig(AppConfig):
    name = "whatmatters.results"
    label = "results"

    def ready(self) -> None:
        """The page of results that are paid, in the menu."""
        from whatmatters.frontend.navigation import Item, register

        register(Item(_("Paid results"), "result_schemes", order=57))
