from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LimitsConfig(AppConfig):
    name = "whatmatters.limits"
    label = "limits"

    def ready(self) -> None:
        """The register, in the menu."""
        from whatmatters.frontend.navigation import Item, register

        register(Item(_("Rules and limits"), "limit_list", order=74))
