"""Addresses of the figures, at five depths."""

from django.urls import path

from whatmatters.insight.web.dashboard import dashboard

urlpatterns = [
    path("dashboard/", dashboard, name="dashboard"),
]
