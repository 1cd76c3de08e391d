from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "whatmatters.home"
    label = "home"

    def ready(self) -> None:
        """The first pages in the menu."""
        from whatmatters.frontend.navigation import Item, register

        register(Item(_("First page"), "home", order=10))
        register(Item(_("My people"), "person_list", order=20))
        register(Item(_("How it is going"), "dashboard", order=30))
