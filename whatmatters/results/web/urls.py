"""Addresses of results that are paid."""

from django.urls import path

from whatmatters.results.web import agreeing, counting, ending, one, opening, scheme_list

urlpatterns = [
    path("paid-results/", scheme_list.result_schemes, name="result_schemes"),
    path("paid-results/new/", opening.result_open, name="result_open"),
    path("paid-results/<int:results_id>/", one.result_scheme, name="result_scheme"),
    path("paid-results/<int:results_id>/end/", ending.result_end, name="result_end"),
    path(
        "paid-results/<int:results_id>/<int:measured>/count/",
        counting.result_count,
        name="result_count",
    ),
    path(
        "paid-results/<int:results_id>/<int:measured>/agree/",
        agreeing.result_agree,
        name="result_agree",
    ),
]
