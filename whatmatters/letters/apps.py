from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LettersConfig(AppConfig):
    name = "whatmatters.letters"
    label = "letters"

    def ready(self) -> None:
        """The letters that wait, in the menu of those who post them."""
        from whatmatters.frontend.navigation import Item, register

        register(Item(_("Letters"), "letter_list", order=70))
