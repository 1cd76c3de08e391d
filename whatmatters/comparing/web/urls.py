"""The address of the comparison."""

from django.urls import path

from whatmatters.comparing.web import page

urlpatterns = [path("terms/compare/", page.compare_models, name="compare_models")]
