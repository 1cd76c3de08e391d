"""Addresses of contracts and ways of paying."""

from django.urls import path

from whatmatters.commissioning.web import (
    contract_changes,
    contract_list,
    contracts,
    incentives,
    principle_form,
    principle_list,
    principles,
    trying,
)

urlpatterns = [
    path("try/", trying.try_terms, name="try_terms"),
    path("contracts/", contract_list.contract_list, name="contract_list"),
    path("contracts/incentives/", incentives.incentives, name="contract_incentives"),
    path("contracts/open/", contracts.contract_open, name="contract_open"),
    path("contracts/<int:contract_id>/", contracts.contract, name="contract"),
    path(
        "contracts/<int:contract_id>/terms/", contract_changes.contract_terms, name="contract_terms"
    ),
    path("contracts/<int:contract_id>/lead/", contract_changes.contract_lead, name="contract_lead"),
    path("contracts/<int:contract_id>/end/", contract_changes.contract_end, name="contract_end"),
    path("contracts/<int:contract_id>/rate/", contracts.contract_rate, name="contract_rate"),
    path("principles/", principle_list.principle_list, name="principle_list"),
    path("principles/<int:contract_id>/", principles.principle_views, name="principles"),
    path(
        "principles/<int:contract_id>/score/",
        principle_form.principles_score,
        name="principles_score",
    ),
]
