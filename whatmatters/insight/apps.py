from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InsightConfig(AppConfig):
    name = "whatmatters.insight"
    label = "insight"

    def ready(self) -> None:
        """The figures in the menu."""
        from whatmatters.frontend.navigation import Item, register

        register(Item(_("How it is going"), "dashboard", order=30))
        register(Item(_("My own figures"), "dashboard_mine", order=32))
