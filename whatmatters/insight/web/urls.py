"""Addresses of the figures, at five depths."""

from django.urls import path, register_converter

from whatmatters.insight.web import cases, views
from whatmatters.insight.web.addresses import FigureConverter

register_converter(FigureConverter, "figure")

urlpatterns = [
    path("dashboard/", views.dashboard, name="dashboard"),
    path("dashboard/method/", views.method, name="dashboard_method"),
    path("dashboard/providers/", views.provider_list, name="dashboard_providers"),
    path("dashboard/providers/<int:provider_id>/", views.provider, name="dashboard_provider"),
    path("dashboard/teams/", views.team_list, name="dashboard_teams"),
    path("dashboard/teams/<int:team_id>/", views.team, name="dashboard_team"),
    path("dashboard/mine/", views.mine, name="dashboard_mine"),
    path("people/<int:person_id>/figures/", views.case, name="dashboard_case"),
    path("dashboard/behind/<figure:figure>/", cases.cases, name="dashboard_cases"),
    path(
        "dashboard/providers/<int:provider_id>/behind/<figure:figure>/",
        cases.provider_cases,
        name="dashboard_provider_cases",
    ),
    path(
        "dashboard/teams/<int:team_id>/behind/<figure:figure>/",
        cases.team_cases,
        name="dashboard_team_cases",
    ),
    path("dashboard/mine/behind/<figure:figure>/", cases.mine_cases, name="dashboard_mine_cases"),
]
