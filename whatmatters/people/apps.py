from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "whatmatters.people"
    label = "people"
