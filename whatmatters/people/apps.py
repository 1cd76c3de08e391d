from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "whatmatters.people"
    label = "people"

    def ready(self) -> None:
        from whatmatters.people.queries.relationships import register

        register()
