"""Addresses of shifts that are paid whole."""

from django.urls import path

from whatmatters.shifts.web import agreeing, recording, scheme_list

urlpatterns = [
    path("paid-shifts/", scheme_list.shift_schemes, name="shift_schemes"),
    path("paid-shifts/new/", agreeing.shift_open, name="shift_open"),
    path("paid-shifts/<int:shifts_id>/tell/", recording.shift_told, name="shift_told"),
    path("paid-shifts/<int:shifts_id>/terms/", agreeing.shift_terms, name="shift_terms"),
    path("paid-shifts/<int:shifts_id>/end/", agreeing.shift_end, name="shift_end"),
]
