"""The addresses of comparisons."""

from django.urls import path

from whatmatters.comparing.web import episodes_tried, page, results_tried

urlpatterns = [
    path("terms/compare/", page.compare_models, name="compare_models"),
    path("terms/short-term/", episodes_tried.episodes_tried, name="episodes_tried"),
    path("terms/results/", results_tried.results_tried, name="results_tried"),
]
