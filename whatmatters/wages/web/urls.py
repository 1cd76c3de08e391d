"""Addresses of pay and prices."""

from django.urls import path

from whatmatters.wages.web import checking, pricing

urlpatterns = [
    path("pay/check/", checking.wage_check, name="wage_check"),
    path("pay/price/", pricing.wage_price, name="wage_price"),
]
