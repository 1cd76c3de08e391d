"""Addresses of switches and transition plans."""

from django.urls import path

from whatmatters.switching.web import hers, one, plan, switch_list, switch_new

urlpatterns = [
    path("switches/", switch_list.switch_list, name="switch_list"),
    path("switches/open/", switch_new.switch_new, name="switch_new"),
    path("switches/<int:switch_id>/", one.switch, name="switch"),
    path("people/<int:person_id>/way-of-paying/", hers.transition, name="transition"),
    path(
        "people/<int:person_id>/way-of-paying/plan/", plan.transition_plan, name="transition_plan"
    ),
]
