"""Addresses of funds."""

from django.urls import path

from whatmatters.funds.web import (
    agreeing,
    closing,
    ending,
    listed,
    opening,
    paying_in,
    reversing,
    spending,
    statement,
    stopping,
)

urlpatterns = [
    path("people/<int:person_id>/funds/", listed.fund_list, name="fund_list"),
    path("people/<int:person_id>/funds/open/", opening.fund_open, name="fund_open"),
    path("funds/<int:fund_id>/", statement.fund, name="fund"),
    path("funds/<int:fund_id>/csv/", statement.fund_csv, name="fund_csv"),
    path("funds/<int:fund_id>/print/", statement.fund_print, name="fund_print"),
    path("funds/<int:fund_id>/agree/", agreeing.fund_agree, name="fund_agree"),
    path("funds/<int:fund_id>/stop/", stopping.fund_stop, name="fund_stop"),
    path("funds/<int:fund_id>/end/", ending.fund_end, name="fund_end"),
    path("funds/<int:fund_id>/paid-in/", paying_in.fund_pay_in, name="fund_pay_in"),
    path("funds/<int:fund_id>/spend/", spending.fund_spend, name="fund_spend"),
    path("funds/<int:fund_id>/put-right/", reversing.fund_reverse, name="fund_reverse"),
    path("funds/<int:fund_id>/close/", closing.fund_close, name="fund_close"),
]
