from django.apps import AppConfig


class OutcomesConfig(AppConfig):
    name = "whatmatters.outcomes"
    label = "outcomes"

    def ready(self) -> None:
        from whatmatters.commissioning.queries.running_past import register_running
        from whatmatters.outcomes.queries.block_support import plans_past
        from whatmatters.outcomes.queries.relationships import register

        register()
        register_running("block_plans", plans_past)
