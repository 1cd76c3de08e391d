from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LettersConfig(AppConfig):
    name = "whatmatters.letters"
    label = "letters"

    def ready(self) -> None:
        """What waits to be posted or answered, in the menu of those who do it."""
        from whatmatters.frontend.navigation import Item, register

        register(Item(_("Messages"), "message_list", order=25))
        register(Item(_("Letters"), "letter_list", order=70))
