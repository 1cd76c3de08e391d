from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BlocksConfig(AppConfig):
    name = "whatmatters.blocks"
    label = "blocks"

    def ready(self) -> None:
        """The page of blocks in the menu."""
        from whatmatters.frontend.navigation import Item, register

        register(Item(_("Blocks"), "block_list", order=55))
