"""Addresses of contracts and ways of paying."""

from django.urls import path

from whatmatters.commissioning.web import contracts, trying

urlpatterns = [
    path("try/", trying.try_terms, name="try_terms"),
    path("contracts/", contracts.contract_list, name="contract_list"),
    path("contracts/open/", contracts.contract_open, name="contract_open"),
    path("contracts/<int:contract_id>/", contracts.contract, name="contract"),
    path("contracts/<int:contract_id>/rate/", contracts.contract_rate, name="contract_rate"),
]
