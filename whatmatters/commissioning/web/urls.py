"""Addresses of ways of paying."""

from django.urls import path

from whatmatters.commissioning.web import trying

urlpatterns = [path("try/", trying.try_terms, name="try_terms")]
