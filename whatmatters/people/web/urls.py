"""Addresses of pages about who somebody is."""

from django.urls import path

from whatmatters.people.web import contact, correct, help_offers, profile, register, working

urlpatterns = [
    path("people/register/", register.person_register, name="person_register"),
    path("people/<int:person_id>/contact/", contact.contact, name="contact"),
    path("people/<int:person_id>/correct/", correct.person_correct, name="person_correct"),
    path("people/<int:person_id>/offers/", help_offers.help_offers, name="help_offers"),
    path("people/<int:person_id>/offers/new/", help_offers.help_offer_new, name="help_offer_new"),
    path("offers/<int:offer_id>/", help_offers.help_offer_change, name="help_offer_change"),
    path("people/<int:person_id>/profile/", profile.profile_write, name="profile_write"),
    path("people/<int:person_id>/workers/", working.workers, name="workers"),
    path("people/<int:person_id>/workers/give/", working.worker_give, name="worker_give"),
    path("people/<int:person_id>/workers/end/", working.worker_end, name="worker_end"),
]
