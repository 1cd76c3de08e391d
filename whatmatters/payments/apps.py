from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PaymentsConfig(AppConfig):
    name = "whatmatters.payments"
    label = "payments"

    def ready(self) -> None:
        """The pages of money in the menu."""
        from whatmatters.frontend.navigation import Item, register

        register(Item(_("Payment runs"), "run_list", order=50))
        register(Item(_("Ledger"), "ledger", order=58))
        register(Item(_("Statements"), "remittance_list", order=60))
