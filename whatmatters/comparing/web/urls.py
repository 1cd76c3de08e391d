"""The addresses of comparisons."""

from django.urls import path

from whatmatters.comparing.web import episodes_tried, page

urlpatterns = [
    path("terms/compare/", page.compare_models, name="compare_models"),
    path("terms/short-term/", episodes_tried.episodes_tried, name="episodes_tried"),
]
