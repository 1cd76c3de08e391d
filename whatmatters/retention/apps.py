from django.apps import AppConfig


class RetentionConfig(AppConfig):
    name = "whatmatters.retention"
    label = "retention"
