"""Addresses of pages about who somebody is."""

from django.urls import path

from whatmatters.people.web import contact, register

urlpatterns = [
    path("people/register/", register.person_register, name="person_register"),
    path("people/<int:person_id>/contact/", contact.contact, name="contact"),
]
