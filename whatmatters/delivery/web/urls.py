"""Addresses of delivery."""

from django.urls import path

from whatmatters.delivery.web.bank import bank_page
from whatmatters.delivery.web.package_plan import package_plan

urlpatterns = [
    path("people/<int:person_id>/from-a-timetable/", package_plan, name="package_plan"),
    path("people/<int:person_id>/bank/", bank_page, name="bank"),
]
