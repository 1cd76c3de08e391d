"""Addresses of the pages of money, under /payments/."""

from django.urls import path

from whatmatters.payments.web import contest_pages, remittance_pages, run_list, run_pages

urlpatterns = [
    path("runs/", run_list.run_list, name="run_list"),
    path("runs/propose/", run_list.run_propose, name="run_propose"),
    path("runs/<int:run_id>/", run_pages.run, name="run"),
    path("runs/<int:run_id>/release/", run_pages.run_release, name="run_release"),
    path("statements/", remittance_pages.remittance_list, name="remittance_list"),
    path("statements/<int:remittance_id>/", remittance_pages.remittance, name="remittance"),
    path(
        "penalties/<int:finding_id>/contest/", contest_pages.contest_penalty, name="contest_penalty"
    ),
    path(
        "penalties/dissatisfaction/<int:dissatisfied_id>/contest/",
        contest_pages.contest_dissatisfaction,
        name="contest_dissatisfaction",
    ),
    path("contests/<int:contest_id>/", contest_pages.contest_decide, name="contest_decide"),
]
