from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "whatmatters.home"
    label = "home"

    def ready(self) -> None:
        """The first pages in the menu."""
        from whatmatters.frontend.navigation import Item, register
        from whatmatters.home.web.people_title import people_title

        register(Item(_("First page"), "home", order=10))
        people = Item(_("My people"), "person_list", order=20, label_for=people_title)
        register(people)
