"""Addresses of pages about several contexts at once."""

from django.urls import path

from whatmatters.home.web.dashboard import dashboard
from whatmatters.home.web.person_list import person_list
from whatmatters.home.web.record.views import record

urlpatterns = [
    path("dashboard/", dashboard, name="dashboard"),
    path("people/", person_list, name="person_list"),
    path("people/<int:person_id>/", record, name="record"),
]
