"""Addresses of what is taken out: for a person, and by a party."""

from django.urls import path

from whatmatters.exchange.web import party_export, record_export
from whatmatters.exchange.web.bundle_days import bundle_days_file
from whatmatters.exchange.web.shift_file import shift_file

urlpatterns = [
    path("bundle-days/", bundle_days_file, name="bundle_days_file"),
    path("paid-shifts/<int:shifts_id>/file/", shift_file, name="shift_file"),
    path("people/<int:person_id>/take-away/", record_export.record_export, name="record_export"),
    path("exports/", party_export.exports, name="exports"),
    path("exports/approvals/", party_export.approvals, name="export_approvals"),
    path("exports/<int:asked_id>/", party_export.export, name="export"),
]
