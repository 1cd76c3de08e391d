from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from whatmatters.rules.roles import Role


class RotaConfig(AppConfig):
    name = "whatmatters.rota"
    label = "rota"

    def ready(self) -> None:
        """The team's day and a worker's own hours in the menu; whom somebody visits today."""
        from whatmatters.frontend.navigation import Item, register
        from whatmatters.rota.queries import visiting
        from whatmatters.rota.services import leaving

        visiting.register()
        leaving.register()

        register(Item(_("The team’s day"), "rota_list", order=24))
        at_work = frozenset({Role.CARE_WORKER, Role.TEAM_MEMBER})
        register(Item(_("When I can work"), "hours_own", at_work, order=33))
