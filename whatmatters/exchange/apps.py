from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExchangeConfig(AppConfig):
    name = "whatmatters.exchange"
    label = "exchange"

    def ready(self) -> None:
        """The page of a council's own files, for those who may bring them."""
        from whatmatters.frontend.navigation import Item, register

        register(Item(_("Care register"), "care_register", order=70))
        register(Item(_("Your spreadsheets"), "imports", order=80))
        register(Item(_("The days of your bundles"), "bundle_days_file", order=35))
        register(Item(_("Our own data"), "exports", order=81))
