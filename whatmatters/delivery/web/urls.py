"""Addresses of delivery."""

from django.urls import path

from whatmatters.delivery.web.bank import bank_page
from whatmatters.delivery.web.bundle.agreeing import bundle_agree
from whatmatters.delivery.web.bundle.correcting import bank_correct
from whatmatters.delivery.web.bundle.days import bundle_days
from whatmatters.delivery.web.bundle.ending import bundle_end
from whatmatters.delivery.web.bundle.offering import bundle_offer
from whatmatters.delivery.web.bundle.over import bundle_over
from whatmatters.delivery.web.package_plan import package_plan

urlpatterns = [
    path("people/<int:person_id>/from-a-timetable/", package_plan, name="package_plan"),
    path("people/<int:person_id>/bank/", bank_page, name="bank"),
    path("people/<int:person_id>/bank/put-right/", bank_correct, name="bank_correct"),
    path("people/<int:person_id>/bank/smaller/", bundle_offer, name="bundle_offer"),
    path("people/<int:person_id>/bank/agree/", bundle_agree, name="bundle_agree"),
    path("people/<int:person_id>/bank/over/", bundle_over, name="bundle_over"),
    path("people/<int:person_id>/bank/end/", bundle_end, name="bundle_end"),
    path("people/<int:person_id>/bank/days/<str:monday>/", bundle_days, name="bundle_days"),
]
