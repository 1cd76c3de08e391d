"""Addresses of pages about who somebody is."""

from django.urls import path

from whatmatters.people.web import contact

urlpatterns = [
    path("people/<int:person_id>/contact/", contact.contact, name="contact"),
]
