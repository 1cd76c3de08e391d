"""Addresses of what a council brings."""

from django.urls import path

from whatmatters.exchange.web import columns, register, uploads

urlpatterns = [
    path("", uploads.imports, name="imports"),
    path("register/", register.care_register, name="care_register"),
    path("columns/", columns.exchange_columns, name="exchange_columns"),
    path("empty.zip", columns.exchange_templates, name="exchange_templates"),
    path("preview/", uploads.import_preview, name="import_preview"),
    path("preview/problems.csv", uploads.import_problems, name="import_problems"),
]
