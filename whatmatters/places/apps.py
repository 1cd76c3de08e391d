from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "whatmatters.places"
    label = "places"
