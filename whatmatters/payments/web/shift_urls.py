"""The address of a contract's shifts, beside the others of shifts."""

from django.urls import path

from whatmatters.payments.web import shift_page

urlpatterns = [
    path("paid-shifts/<int:shifts_id>/", shift_page.shift_scheme, name="shift_scheme"),
]
