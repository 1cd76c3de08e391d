from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommissioningConfig(AppConfig):
    name = "whatmatters.commissioning"
    label = "commissioning"

    def ready(self) -> None:
        """Contracts, and the page where terms are tried, for those who sign them."""
        from whatmatters.frontend.navigation import Item, register

        register(Item(_("Contracts"), "contract_list", order=72))
        register(Item(_("Try terms"), "try_terms", order=75))
        register(Item(_("Six principles"), "principle_list", order=76))
