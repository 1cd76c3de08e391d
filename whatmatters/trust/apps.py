from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrustConfig(AppConfig):
    name = "whatmatters.trust"
    label = "trust"

    def ready(self) -> None:
        from whatmatters.access.web.marks import register_guard
        from whatmatters.frontend.navigation import Item
        from whatmatters.frontend.navigation import register as in_menu
        from whatmatters.trust.queries.relationships import register
        from whatmatters.trust.web.address import warn

        register()
        register_guard(warn)
        in_menu(Item(_("In an emergency"), "emergency_open", order=80))
        in_menu(Item(_("Emergency openings"), "opening_list", order=85))
